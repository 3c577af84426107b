import { Injectable } from '@nestjs/common';
import { Holding, ModerationLog, PostStates, ThreadLock } from '#forum';
import type { Actor, Language } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { conflict, invalid, notAllowed, notFound, permit } from '#platform/graphql';
import { Watch } from '#screening';
import { canDecideAppeal } from '../appeals/appeal.policy.js';
import { AppealService } from '../appeals/appeal.service.js';
import { AppealOutcome } from '../decisions/decision.type.js';
import type { FlagReason } from '../flags/flag.type.js';
import { SanctionService } from '../sanctions/sanction.service.js';
import { REASON_WORDS } from './reason.words.js';
import { isOfficial } from './teams.word.js';
import { canDecide, canSecond } from './review.policy.js';
import { filtered, FROM_ITEM, IS_CLAIMED, waitsFor } from './review.reader.js';
import { type DecideReviewInput, ReviewDecision, type ReviewFilter } from './review.type.js';

type Locked = Awaited<ReturnType<ThreadLock['postInThread']>>;

const ABOUT_POST: readonly ReviewDecision[] = [ReviewDecision.fine, ReviewDecision.hide, ReviewDecision.delete];
const ABOUT_WORD: readonly ReviewDecision[] = [ReviewDecision.uphold, ReviewDecision.lift];

const STATES = { [ReviewDecision.fine]: 'visible', [ReviewDecision.hide]: 'hidden', [ReviewDecision.delete]: 'deleted' } as const;
type PostDecision = keyof typeof STATES;

/** The queue of reported posts: taken one at a time, decided once; the author is told what and why, and whose report was right is remembered. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
    private readonly holding: Holding,
    private readonly watch: Watch,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly appeals: AppealService,
    private readonly sanctions: SanctionService,
  ) {}

  /** The next that nobody looks at becomes the actor's for ten minutes, and what they had taken before is free; null where nothing waits. */
  take(actor: Actor, filter: ReviewFilter): Promise<string | null> {
    return this.db.transaction(async () => {
      await this.db.query('update review_item set claimed_by = null, claimed_at = null where claimed_by = $1 and decided_at is null', [actor.memberId]);
      const taken = await this.db.one<{ id: string }>(
        `update review_item set claimed_by = actor(${actor.memberId}), claimed_at = now() where id = (
           select i.id ${FROM_ITEM} where ${waitsFor(actor)} and not ${IS_CLAIMED} order by i.place, i.id limit 1 for update of i skip locked) returning id`,
        filtered(filter),
      );
      return taken?.id ?? null;
    });
  }

  /** The key of the item. Decided already, by whomever, it is a Conflict. */
  decide(actor: Actor, input: DecideReviewInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('review', input.itemId);
      const seen = key && (await this.db.one<{ post: string | null; appeal: string | null; renewal: string | null }>('select post_id as post, appeal_id as appeal, renewal_id as renewal from review_item where id = $1', [key]));
      if (!seen) throw notFound();
      if (!(seen.post ? ABOUT_POST : ABOUT_WORD).includes(input.decision)) throw invalid({ field: 'decision', code: 'malformed' });
      if (seen.post) await this.aboutPost(actor, key, seen.post, input);
      else await this.aboutWord(actor, key, { appeal: seen.appeal, renewal: seen.renewal }, input);
      return key;
    });
  }

  private async aboutPost(actor: Actor, key: string, postKey: string, { decision, reason, note }: DecideReviewInput): Promise<void> {
    const post = await this.lock.postInThread(actor, postKey);
    // the post's lock is the item's: whoever decides or reports waits for it
    const item = (await this.db.one<{ decided: boolean; taken: boolean; main: FlagReason }>(
      `select i.decided_at is not null as decided, ${IS_CLAIMED} and i.claimed_by <> $2 as taken,
         coalesce((select f.reason from flag f where f.item_id = i.id group by f.reason order by sum(f.weight) desc, f.reason limit 1),
           (select b.reason from review_item b where b.post_id = i.post_id and b.reason is not null order by b.id desc limit 1),
           case when 'offence' = any(i.signals) then 'offensive' when i.cause <> 'reports' then 'spam' else 'off_topic' end) as main
       from review_item i where i.id = $1`,
      [key, actor.memberId],
    ))!;
    permit(canDecide(actor, { authorId: post.authorId, authorRole: post.authorRole, official: await isOfficial(this.db, post), isTaken: item.taken }, decision));
    if (item.decided) throw conflict('changed-meanwhile');
    const why = decision === ReviewDecision.fine ? null : (reason ?? item.main);
    await this.close(actor, key, decision, why);
    await this.db.query('update flag set agreed = $2 where item_id = $1', [key, decision !== ReviewDecision.fine]);
    if (post.authorId) await this.watch.end(post.authorId); // somebody has looked: what they write next is seen again
    await this.change(actor, post, decision as PostDecision, why, why && (await this.words(post.authorId, why, note)));
  }

  /** About an appeal or a renewal: the item's own row is what two who decide at once wait for. */
  private async aboutWord(actor: Actor, key: string, { appeal, renewal }: { appeal: string | null; renewal: string | null }, { decision, note }: DecideReviewInput): Promise<void> {
    const item = (await this.db.one<{ decided: boolean; taken: boolean; memberId: string; deciderId: string | null; byStaff: boolean; imposedBy: string | null }>(
      `select i.decided_at is not null as decided, ${IS_CLAIMED} and i.claimed_by <> $2 as taken, coalesce(a.member_id, s.member_id) as "memberId", a.decider_id as "deciderId", coalesce(a.by_staff, true) as "byStaff", s.imposed_by as "imposedBy"
       ${FROM_ITEM} where i.id = $1 for no key update of i`, [key, actor.memberId]))!;
    permit(appeal ? canDecideAppeal(actor, item) : canSecond(actor, item));
    if (item.taken) throw notAllowed('others-look');
    if (item.decided) throw conflict('changed-meanwhile');
    await this.close(actor, key, decision, null);
    const agrees = decision === ReviewDecision.uphold;
    if (appeal) await this.appeals.decide(actor, appeal, agrees ? AppealOutcome.upheld : AppealOutcome.lifted, cleanLine(note ?? '')!.trim());
    else await this.sanctions.second(actor, renewal!, agrees);
  }

  private async close(actor: Actor, key: string, decision: ReviewDecision, reason: FlagReason | null): Promise<void> {
    await this.db.query('update review_item set decision = $2, decided_by = $3, decided_at = now(), reason = $4 where id = $1', [key, decision, actor.memberId, reason]);
  }

  /** What was hidden by reports and stays so is told like what is hidden now: until then nobody had said why. */
  private async change(actor: Actor, post: Locked, decision: PostDecision, rule: FlagReason | null, reason: string | null): Promise<void> {
    const to = STATES[decision];
    if (post.state === 'deleted' || (post.state === to && to === 'visible')) return;
    if (post.state === 'held' && to === 'visible') await this.holding.release(actor, post);
    else await this.states.change(actor, post, to);
    const [act, event] = to === 'deleted' ? (['delete-post', 'PostDeleted'] as const) : to === 'hidden' ? (['hide-post', 'PostHidden'] as const) : (['show-post', 'PostShown'] as const);
    await this.log.write(actor, { act, threadId: post.threadId, postId: post.id, memberId: post.authorId, reason, details: rule ? { rule } : {} });
    await this.events.record(event, actor.memberId, { threadId: post.threadId, postId: post.id });
  }

  /** Why, in the author's language. */
  private async words(authorId: string | null, reason: FlagReason, note: string | null | undefined): Promise<string> {
    const author = authorId && (await this.db.one<{ language: Language }>('select language from member where id = $1', [authorId]));
    return [REASON_WORDS[author ? author.language : 'en'][reason], cleanLine(note ?? '')!.trim()].filter(Boolean).join(' ');
  }
}
