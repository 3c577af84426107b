import { AccountsModule, SessionService } from '#accounts';
import { AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, ForumModule } from '#forum';
import { Actor, type Language, type Role } from '#platform/access';
import type { Settings } from '#platform/config';
import { Database, encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { testContext } from '#platform/testing';
import { AppealService } from './appeals/appeal.service.js';
import { DecisionReader } from './decisions/decision.reader.js';
import { FlagReason } from './flags/flag.type.js';
import { FlagService } from './flags/flag.service.js';
import { ModerationModule } from './moderation.module.js';
import { ReviewReader } from './review/review.reader.js';
import { ReviewService } from './review/review.service.js';
import { ReviewDecision } from './review/review.type.js';
import { SanctionService } from './sanctions/sanction.service.js';
import type { SanctionStep } from './sanctions/sanction.sets.js';

/** A forum in which somebody keeps order: `as(ada).flags(post)`, `as(mina).decides(item)`. */
export async function neighbours(overrides: Partial<Settings> = {}) {
  const test = await testContext([AccountsModule, ForumModule, ModerationModule], overrides);
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = get(Database);
  const categoryId = encodeId('category', await get(CategoryService).create({ name: 'Router' }));
  let count = 0;
  return {
    db, get,
    member: async (role: Role = 'customer', rank = 0, language: Language = 'en'): Promise<Actor> => {
      count += 1;
      const row = { name: `Person ${count}`, role, rank, language };
      const made = await db.one<{ id: string }>('insert into member (name, name_key, role, rank, language) values ($1, lower($1), $2, $3, $4) returning id', [row.name, role, rank, language]);
      return Actor.member({ ...row, id: made!.id });
    },
    as: (actor: Actor) => ({
      asks: (title = 'Why does the router restart at night?') => again(() => get(AskQuestionService).ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [] })),
      answers: async (thread: string, body = 'You are all fools.') => (await again(() => get(AnswerService).answer(actor, { threadId: encodeId('thread', thread), body }))).postKey,
      marksOfficial: (post: string) => again(() => get(AcceptAnswerService).markOfficial(actor, encodeId('post', post), true)),
      flags: (post: string, reason = FlagReason.offensive, note = '') => again(() => get(FlagService).flag(actor, { postId: encodeId('post', post), reason, note })),
      takes: (reason: FlagReason | null = null) => again(() => get(ReviewService).take(actor, { reason })),
      decides: (item: string, decision = ReviewDecision.fine, more: { reason?: FlagReason; note?: string } = {}) => again(() => get(ReviewService).decide(actor, { itemId: encodeId('review', item), decision, ...more })),
      sanctions: (member: Actor, step: SanctionStep, hours: number | null = null, more: { reason?: FlagReason; note?: string; postIds?: string[] } = {}) =>
        again(() => get(SanctionService).impose(actor, { memberId: encodeId('member', member.memberId), step, hours, reason: FlagReason.offensive, ...more })),
      lifts: (sanction: string, reason = 'It was enough.') => again(() => get(SanctionService).lift(actor, { sanctionId: encodeId('sanction', sanction), reason })),
      appeals: (decision: string, body = 'That was meant as a joke.') => again(() => get(AppealService).appeal(actor, { decisionId: encodeId('decision', decision), body })),
      decisions: async () => (await get(DecisionReader).of(actor, actor.memberId, { limit: 50, backwards: false, from: null })).nodes,
      queue: async (reason: FlagReason | null = null) => (await get(ReviewReader).queue(actor, { reason }, { limit: 50, backwards: false, from: null })).nodes,
    }),
    /** As the next request of theirs finds them. */
    now: async (actor: Actor) => (await get(SessionService).actorOfMember(actor.memberId))!,
    opening: async (thread: string) => (await db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [thread]))!.id,
    state: async (post: string) => (await db.one<{ state: string }>('select state from post where id = $1', [post]))!.state,
    item: async (post: string) => (await db.one<{ id: string; hidden: boolean; weight: number; flaggers: number; decision: string | null }>('select id, hidden, weight, flaggers, decision from review_item where post_id = $1 order by id desc limit 1', [post]))!,
    refusal: (act: Promise<unknown>) => act.then(() => null, (error: unknown) => (error instanceof Refused ? error.problem : (error as Error).message)),
    events: (kind: string) => db.query<{ actor: string | null; post: string }>(`select actor_id as actor, subject->>'postId' as post from event where kind = $1 order by id`, [kind]),
    log: (post: string) => db.query('select actor_id, act, reason from moderation_entry where post_id = $1 order by id', [post]),
    close: () => test.close(),
  };
}

export type Neighbours = Awaited<ReturnType<typeof neighbours>>;
