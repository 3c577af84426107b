import { Injectable } from '@nestjs/common';
import { ModerationLog, PostStates, ThreadLock } from '#forum';
import type { Actor, Language } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { conflict, notFound, permit } from '#platform/graphql';
import type { FlagReason } from '../flags/flag.type.js';
import { REASON_WORDS } from './reason.words.js';
import { isOfficial } from './teams.word.js';
import { canDecide } from './review.policy.js';
import { IS_CLAIMED, waitsFor } from './review.reader.js';
import { type DecideReviewInput, ReviewDecision } from './review.type.js';

type Locked = Awaited<ReturnType<ThreadLock['postInThread']>>;

const STATES = { [ReviewDecision.fine]: 'visible', [ReviewDecision.hide]: 'hidden', [ReviewDecision.delete]: 'deleted' } as const;

/** The queue of reported posts: taken one at a time, decided once; the author is told what and why, and whose report was right is remembered. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
    private readonly log: ModerationLog,
    private readonly events: Events,
  ) {}

  /** The next that nobody looks at becomes the actor's for ten minutes, and what they had taken before is free; null where nothing waits. */
  take(actor: Actor, reason: FlagReason | null): Promise<string | null> {
    return this.db.transaction(async () => {
      await this.db.query('update review_item set claimed_by = null, claimed_at = null where claimed_by = $1 and decided_at is null', [actor.memberId]);
      const taken = await this.db.one<{ id: string }>(
        `update review_item set claimed_by = actor(${actor.memberId}), claimed_at = now() where id = (
           select i.id from review_item i join post p on p.id = i.post_id where ${waitsFor(actor)} and not ${IS_CLAIMED} order by i.place, i.id limit 1 for update of i skip locked) returning id`,
        [reason],
      );
      return taken?.id ?? null;
    });
  }

  /** The key of the item. Decided already, by whomever, it is a Conflict. */
  decide(actor: Actor, { itemId, decision, reason, note }: DecideReviewInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('review', itemId);
      const seen = key && (await this.db.one<{ post: string }>('select post_id as post from review_item where id = $1', [key]));
      if (!seen) throw notFound();
      const post = await this.lock.postInThread(actor, seen.post);
      // the post's lock is the item's: whoever decides or reports waits for it
      const item = (await this.db.one<{ decided: boolean; taken: boolean; main: FlagReason }>(
        `select i.decided_at is not null as decided, ${IS_CLAIMED} and i.claimed_by <> $2 as taken,
           coalesce((select f.reason from flag f where f.item_id = i.id group by f.reason order by sum(f.weight) desc, f.reason limit 1),
             (select b.reason from review_item b where b.post_id = i.post_id and b.reason is not null order by b.id desc limit 1), 'off_topic') as main
         from review_item i where i.id = $1`,
        [key, actor.memberId],
      ))!;
      permit(canDecide(actor, { authorId: post.authorId, authorRole: post.authorRole, official: await isOfficial(this.db, post), isTaken: item.taken }, decision));
      if (item.decided) throw conflict('changed-meanwhile');
      const why = decision === ReviewDecision.fine ? null : (reason ?? item.main);
      await this.db.query('update review_item set decision = $2, decided_by = $3, decided_at = now(), reason = $4 where id = $1', [key, decision, actor.memberId, why]);
      await this.db.query('update flag set agreed = $2 where item_id = $1', [key, decision !== ReviewDecision.fine]);
      await this.change(actor, post, decision, why && (await this.words(post.authorId, why, note)));
      return key;
    });
  }

  /** What was hidden by reports and stays so is told like what is hidden now: until then nobody had said why. */
  private async change(actor: Actor, post: Locked, decision: ReviewDecision, reason: string | null): Promise<void> {
    const to = STATES[decision];
    if (post.state === 'deleted' || (post.state === to && to === 'visible')) return;
    await this.states.change(actor, post, to);
    const [act, event] = to === 'deleted' ? (['delete-post', 'PostDeleted'] as const) : to === 'hidden' ? (['hide-post', 'PostHidden'] as const) : (['show-post', 'PostShown'] as const);
    await this.log.write(actor, { act, threadId: post.threadId, postId: post.id, memberId: post.authorId, reason });
    await this.events.record(event, actor.memberId, { threadId: post.threadId, postId: post.id });
  }

  /** Why, in the author's language. */
  private async words(authorId: string | null, reason: FlagReason, note: string | null | undefined): Promise<string> {
    const author = authorId && (await this.db.one<{ language: Language }>('select language from member where id = $1', [authorId]));
    return [REASON_WORDS[author ? author.language : 'en'][reason], cleanLine(note ?? '')!.trim()].filter(Boolean).join(' ');
  }
}
