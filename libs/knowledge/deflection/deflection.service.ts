import { Injectable } from '@nestjs/common';
import { Attempts, Limits } from '#accounts';
import { PrivateDataCheck } from '#forum';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notFound } from '#platform/graphql';
import { type Rater, RatingService } from '../entries/rating.service.js';
import type { AskedAfterAllInput, DeflectionOutcome, OpenedWhileAskingInput } from './deflection.type.js';
import { type Opened, type OpenedIds, OpenedLock } from './opened.lock.js';
import { VisitorNames } from './visitor.names.js';

/** The later outweighs the earlier: who asked after all was not helped by opening it, and who says that it helped knows best. */
const WEIGHT = (outcome: string) => `array_position(array['likely', 'failed', 'confirmed'], ${outcome})`;

/** The key of what it was said of. */
type Said = { threadKey: string } | { entryKey: string };

/** What became of what somebody opened while they were about to ask. Within a day a person has one outcome for each thread or entry, and never a weaker one than before. */
@Injectable()
export class DeflectionService {
  constructor(
    private readonly db: Database,
    private readonly lock: OpenedLock,
    private readonly rating: RatingService,
    private readonly privateData: PrivateDataCheck,
    private readonly limits: Limits,
    private readonly attempts: Attempts,
    private readonly visitors: VisitorNames,
    private readonly events: Events,
  ) {}

  /** It was opened, and left without a word: likely, until more is said. */
  opened(actor: Actor, { asked, ...which }: OpenedWhileAskingInput): Promise<Said> {
    return this.say(actor, which, asked, 'likely');
  }

  solved(actor: Actor, { asked, ...which }: OpenedWhileAskingInput): Promise<Said> {
    return this.say(actor, which, asked, 'confirmed');
  }

  /** It was opened, and did not help: there is a question of theirs, not older than a day. */
  async askedAfterAll(actor: Actor, { questionId, ...which }: AskedAfterAllInput): Promise<Said> {
    const question = await this.db.one<{ title: string }>(
      `select title from thread where id = $1 and author_id = $2 and kind = 'question' and created_at > now() - interval '1 day'`,
      [decodeId('thread', questionId), actor.memberId],
    );
    if (!question || questionId === which.threadId) throw notFound();
    return this.say(actor, which, question.title, 'failed');
  }

  /** Staff take the words away with which somebody came: search does not know them any more. Twice is fine. */
  async strike(wordingId: string): Promise<string> {
    const struck = await this.db.query('update deflection set asked = null where id = $1 returning id', [decodeId('wording', wordingId)]);
    if (struck.length === 0) throw notFound();
    return wordingId;
  }

  private say(actor: Actor, which: OpenedIds, asked: string | null | undefined, outcome: keyof typeof DeflectionOutcome): Promise<Said> {
    return this.db.transaction(async () => {
      if (!actor.isMember) await this.attempts.guestWord(actor.network ?? ''); // before anything is locked: it is counted on another connection
      const opened = await this.lock.opened(actor, which);
      if (actor.isMember) await this.limits.take(actor, 'deflection');
      const visitor = await this.visitors.of(actor.network ?? '');
      const words = await this.kept(asked);
      if (actor.isMember) await this.takeOver(opened, actor.memberId, visitor, words);
      const who = { memberId: actor.id, visitor: actor.isMember ? null : visitor };
      const isNew = await this.write(opened, who, outcome, words);
      if (isNew && outcome === 'confirmed') await this.count(opened, actor, who);
      return opened.column === 'thread_id' ? { threadKey: opened.key } : { entryKey: opened.key };
    });
  }

  private async count({ column, key, helper }: Opened, actor: Actor, who: Rater): Promise<void> {
    if (column === 'entry_id') await this.rating.say(key, who, true, helper?.postId);
    else {
      await this.db.query('update thread set solved_for = solved_for + 1 where id = $1', [key]);
      await this.events.record('ProblemSolved', actor.id, { threadId: key, ...(helper ? { postId: helper.postId } : {}) });
    }
  }

  /**
   * What they did before they signed in is theirs: opened with the same words, or confirmed, which would count twice. Others of the same network
   * lose nothing that they opened with words of their own.
   */
  private async takeOver({ column, key }: Opened, memberId: string, visitor: string, words: string | null): Promise<void> {
    await this.db.query(`delete from deflection where ${column} = $1 and visitor = $2 and outcome = 'likely' and asked is not distinct from $3 and created_at > now() - interval '1 day'`, [key, visitor, words]);
    await this.db.query(
      `update deflection d set member_id = $3, visitor = null
       where d.${column} = $1 and d.visitor = $2 and d.outcome = 'confirmed' and d.created_at > now() - interval '1 day'
         and not exists (select from deflection own where own.${column} = $1 and own.member_id = $3 and own.day = d.day)`,
      [key, visitor, memberId],
    );
  }

  /** Whether it says more than was said before. */
  private async write({ column, key, helper }: Opened, { memberId, visitor }: Rater, outcome: string, asked: string | null): Promise<boolean> {
    const written = await this.db.query(
      `insert into deflection (${column}, post_id, member_id, visitor, day, outcome, asked)
       values ($1, $2, $3, $4, coalesce(
         (select d.day from deflection d where d.${column} = $1 and d.who = coalesce('m' || $3::bigint, $4) and d.created_at > now() - interval '1 day' order by d.id desc limit 1), -- midnight makes no second
         (now() at time zone 'UTC')::date), $5, $6)
       on conflict (${column}, who, day) ${column === 'entry_id' ? 'where entry_id is not null' : ''} do update set outcome = excluded.outcome, post_id = excluded.post_id, asked = coalesce(excluded.asked, deflection.asked)
         where ${WEIGHT('excluded.outcome')} > ${WEIGHT('deflection.outcome')}
       returning id`,
      [key, helper?.postId ?? null, memberId, visitor, outcome, asked],
    );
    return written.length > 0;
  }

  /** What was typed was not meant for the public: it is kept without what looks private in it, and read by staff alone. */
  private async kept(asked: string | null | undefined): Promise<string | null> {
    const line = cleanLine(asked ?? '')?.trim();
    return line ? (await this.privateData.masked([{ field: 'asked', text: line }])).get('asked')! : null;
  }
}
