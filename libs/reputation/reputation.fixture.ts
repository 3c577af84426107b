import { AccountsModule } from '#accounts';
import { AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, ForumModule, MergeService, ReadingCollector, RemovalService, SplitService, VoteChoice, VoteService } from '#forum';
import { Actor, type Role } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import { Events, type StoredEvent } from '#platform/events';
import { again } from '#platform/graphql';
import { testContext } from '#platform/testing';
import { PointsListener } from './points/points.listener.js';
import { RecountingService } from './points/recounting.service.js';
import { ReputationModule } from './reputation.module.js';
import { StandingReader } from './standing/standing.reader.js';

/** A forum whose events are heard by those who count points: `as(ada).votes(answer)`, `earned(ben)`. */
export async function helpers() {
  const test = await testContext([AccountsModule, ForumModule, ReputationModule]);
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = get(Database);
  const categoryId = encodeId('category', await get(CategoryService).create({ name: 'Router' }));
  let count = 0;
  let heard = '0';
  const events = async () => {
    const happened = await db.query<StoredEvent>('select id, kind, actor_id as "actorId", subject, created_at as "createdAt" from event where id > $1 order by id', [heard]);
    heard = happened.at(-1)?.id ?? heard;
    return happened.filter(({ kind }) => get(PointsListener).kinds.includes(kind));
  };
  const hear = async (order: (happened: StoredEvent[]) => StoredEvent[] = (happened) => happened) => {
    for (const event of order(await events())) await get(PointsListener).hear(event);
  };
  return {
    db, get, hear, events,
    member: async (role: Role = 'customer', rank = 1): Promise<Actor> => {
      count += 1;
      const row = { name: `Person ${count}`, role, rank, language: 'en' as const };
      const made = await db.one<{ id: string }>('insert into member (name, name_key, role, rank) values ($1, lower($1), $2, $3) returning id', [row.name, role, rank]);
      return Actor.member({ ...row, id: made!.id });
    },
    as: (actor: Actor) => ({
      asks: (title = 'Why does the router restart at night?') => again(() => get(AskQuestionService).ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [] })),
      answers: async (thread: string, body = 'Switch the energy saving off.') => (await again(() => get(AnswerService).answer(actor, { threadId: encodeId('thread', thread), body }))).postKey,
      comments: async (post: string, body = 'Welcome! Which model is it?') => (await again(() => get(AnswerService).comment(actor, { postId: encodeId('post', post), body }))).postKey,
      votes: (post: string, vote: 'up' | 'down' | 'none' = 'up') => again(() => get(VoteService).vote(actor, { postId: encodeId('post', post), vote: VoteChoice[vote] })),
      accepts: (post: string) => again(() => get(AcceptAnswerService).accept(actor, encodeId('post', post))),
      unaccepts: (post: string) => again(() => get(AcceptAnswerService).unaccept(actor, encodeId('post', post))),
      marksOfficial: (post: string, official = true) => again(() => get(AcceptAnswerService).markOfficial(actor, encodeId('post', post), official)),
      deletes: (post: string) => again(() => get(RemovalService).delete(actor, { postId: encodeId('post', post), reason: 'It does not help.' })),
      restores: (post: string) => again(() => get(RemovalService).restore(actor, { postId: encodeId('post', post) })),
      merges: (source: string, target: string) => again(() => get(MergeService).merge(actor, { sourceId: encodeId('thread', source), targetId: encodeId('thread', target) })),
      splits: async (thread: string, posts: readonly string[]) =>
        (await again(() => get(SplitService).split(actor, { threadId: encodeId('thread', thread), postIds: posts.map((post) => encodeId('post', post)), title: 'What about the other floor?', categoryId }))).threadKey,
      saysItHelped: (post: string) => again(() => db.transaction(async () => {
        const { thread } = (await db.one<{ thread: string }>('select thread_id as thread from post where id = $1', [post]))!;
        await db.query(`insert into deflection (thread_id, post_id, member_id, day, outcome) values ($1, $2, $3, current_date, 'confirmed')`, [thread, post, actor.memberId]);
        await get(Events).record('ProblemSolved', actor.memberId, { threadId: thread, postId: post });
      })),
    }),
    opening: async (thread: string) => (await db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [thread]))!.id,
    /** What each rule has brought, once all that happened is heard. */
    earned: async (actor: Actor) => {
      await hear();
      return Object.fromEntries((await get(StandingReader).of(actor.memberId)).earned.map(({ source, points }) => [source, points]));
    },
    recount: () => get(RecountingService).goOn(),
    /** Has read the thread to its end, as pages tell it. */
    reads: async (actor: Actor, thread: string) => {
      const { post } = (await db.one<{ post: string }>('select max(id) as post from post where thread_id = $1', [thread]))!;
      get(ReadingCollector).read({ memberKey: actor.memberId, threadKey: thread, postKey: post });
      await get(ReadingCollector).flush();
    },
    rank: async (actor: Actor) => (await db.one<{ rank: number }>('select rank from member where id = $1', [actor.memberId]))!.rank,
    /** Members whose total is not the sum of their ledger. */
    drift: () => db.query(`select m.id from member m left join reputation_total t on t.member_id = m.id
      where coalesce(t.points, 0) <> (select coalesce(sum(points), 0) from reputation_entry e where e.member_id = m.id)`),
    close: () => test.close(),
  };
}

export type Helpers = Awaited<ReturnType<typeof helpers>>;
