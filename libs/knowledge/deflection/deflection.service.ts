import { Injectable } from '@nestjs/common';
import { Attempts, Limits } from '#accounts';
import { PrivateDataCheck, ThreadLock } from '#forum';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notFound, permit } from '#platform/graphql';
import { canSayOfOpened } from './deflection.policy.js';
import type { AskedAfterAllInput, DeflectionOutcome, OpenedWhileAskingInput } from './deflection.type.js';
import { VisitorNames } from './visitor.names.js';

/** The later outweighs the earlier: who asked after all was not helped by opening it, and who says that it helped knows best. */
const WEIGHT = (outcome: string) => `array_position(array['likely', 'failed', 'confirmed'], ${outcome})`;

interface Helper {
  postId: string;
  authorId: string | null;
}

/** What became of threads that somebody opened while they were about to ask. Within a day a person has one outcome for each thread, and never a weaker one than before. */
@Injectable()
export class DeflectionService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly privateData: PrivateDataCheck,
    private readonly limits: Limits,
    private readonly attempts: Attempts,
    private readonly visitors: VisitorNames,
    private readonly events: Events,
  ) {}

  /** It was opened, and left without a word: likely, until more is said. */
  opened(actor: Actor, { threadId, asked }: OpenedWhileAskingInput): Promise<{ threadKey: string }> {
    return this.say(actor, threadId, asked, 'likely');
  }

  solved(actor: Actor, { threadId, asked }: OpenedWhileAskingInput): Promise<{ threadKey: string }> {
    return this.say(actor, threadId, asked, 'confirmed');
  }

  /** It was opened, and did not help: there is a question of theirs, not older than a day. */
  async askedAfterAll(actor: Actor, { threadId, questionId }: AskedAfterAllInput): Promise<{ threadKey: string }> {
    const question = await this.db.one<{ title: string }>(
      `select title from thread where id = $1 and author_id = $2 and kind = 'question' and created_at > now() - interval '1 day'`,
      [decodeId('thread', questionId), actor.memberId],
    );
    if (!question || questionId === threadId) throw notFound();
    return this.say(actor, threadId, question.title, 'failed');
  }

  private say(actor: Actor, threadId: string, asked: string | null | undefined, outcome: keyof typeof DeflectionOutcome): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      if (!actor.isMember) await this.attempts.guestWord(actor.network ?? ''); // before anything is locked: it is counted on another connection
      const thread = await this.lock.presentThread(actor, decodeId('thread', threadId));
      const helper = await this.helperIn(thread.id, thread.acceptedPostId);
      permit(canSayOfOpened(actor, { state: thread.state, askerId: thread.askerId, helperId: helper?.authorId ?? null }));
      if (actor.isMember) await this.limits.take(actor, 'deflection');
      const visitor = await this.visitors.of(actor.network ?? '');
      const words = await this.kept(asked);
      if (actor.isMember) await this.takeOver(thread.id, actor.memberId, visitor, words);
      const isNew = await this.write(thread.id, helper, { memberId: actor.id, visitor: actor.isMember ? null : visitor }, outcome, words);
      if (isNew && outcome === 'confirmed') {
        await this.db.query('update thread set solved_for = solved_for + 1 where id = $1', [thread.id]);
        await this.events.record('ProblemSolved', actor.id, { threadId: thread.id, ...(helper ? { postId: helper.postId } : {}) });
      }
      return { threadKey: thread.id };
    });
  }

  /**
   * What they did before they signed in is theirs: opened with the same words, or confirmed, which would count twice. Others of the same network
   * lose nothing that they opened with words of their own.
   */
  private async takeOver(threadId: string, memberId: string, visitor: string, words: string | null): Promise<void> {
    await this.db.query(`delete from deflection where thread_id = $1 and visitor = $2 and outcome = 'likely' and asked is not distinct from $3 and created_at > now() - interval '1 day'`, [threadId, visitor, words]);
    await this.db.query(
      `update deflection d set member_id = $3, visitor = null
       where d.thread_id = $1 and d.visitor = $2 and d.outcome = 'confirmed' and d.created_at > now() - interval '1 day'
         and not exists (select from deflection own where own.thread_id = $1 and own.member_id = $3 and own.day = d.day)`,
      [threadId, visitor, memberId],
    );
  }

  /** Whether it says more than was said before. */
  private async write(threadId: string, helper: Helper | null, { memberId, visitor }: { memberId: string | null; visitor: string | null }, outcome: string, asked: string | null): Promise<boolean> {
    const written = await this.db.query(
      `insert into deflection (thread_id, post_id, member_id, visitor, day, outcome, asked)
       values ($1, $2, $3, $4, coalesce(
         (select d.day from deflection d where d.thread_id = $1 and d.who = coalesce('m' || $3::bigint, $4) and d.created_at > now() - interval '1 day' order by d.id desc limit 1), -- midnight makes no second
         (now() at time zone 'UTC')::date), $5, $6)
       on conflict (thread_id, who, day) do update set outcome = excluded.outcome, post_id = excluded.post_id, asked = coalesce(excluded.asked, deflection.asked)
         where ${WEIGHT('excluded.outcome')} > ${WEIGHT('deflection.outcome')}
       returning id`,
      [threadId, helper?.postId ?? null, memberId, visitor, outcome, asked],
    );
    return written.length > 0;
  }

  private async helperIn(threadId: string, acceptedId: string | null): Promise<Helper | null> {
    return (
      (await this.db.one<Helper>(
        `select id as "postId", author_id as "authorId" from post where thread_id = $1 and state = 'visible' and (id = $2 or (kind = 'answer' and official)) order by (id = $2) is true desc, id limit 1`,
        [threadId, acceptedId],
      )) ?? null
    );
  }

  /** What was typed was not meant for the public: it is kept without what looks private in it, and read by staff alone. */
  private async kept(asked: string | null | undefined): Promise<string | null> {
    const line = cleanLine(asked ?? '')?.trim();
    return line ? (await this.privateData.masked([{ field: 'asked', text: line }])).get('asked')! : null;
  }
}
