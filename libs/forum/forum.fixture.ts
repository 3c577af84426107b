import { AccountsModule, RoleService, SignUpService } from '#accounts';
import { Actor, type Role } from '#platform/access';
import type { Settings } from '#platform/config';
import { Database, encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { type TestContext, testContext } from '#platform/testing';
import { AlsoSolvedService } from './also-solved/also-solved.service.js';
import { AcceptAnswerService } from './answer/accept-answer.service.js';
import { AnswerService } from './answer/answer.service.js';
import { AskQuestionService } from './ask/ask-question.service.js';
import { CategoryService } from './category/category.service.js';
import { ClosingService } from './closing/closing.service.js';
import { ClosingReason, type MoveThreadInput } from './closing/closing.type.js';
import { EditService } from './edit/edit.service.js';
import type { EditPostInput } from './edit/edit.type.js';
import { CategoryFieldService } from './fields/category-field.service.js';
import { HidingService } from './edit/hiding.service.js';
import { ForumModule } from './forum.module.js';
import { VoteChoice } from './post/post.type.js';
import { RemovalService } from './removal/removal.service.js';
import { TagService } from './tag/tag.service.js';
import { VoteService } from './vote/vote.service.js';

/** A forum with people in it, so that specs read as sentences: `as(mina).accepts(answer)`. */
export async function forum(overrides: Partial<Settings> = {}) {
  const test: TestContext = await testContext([AccountsModule, ForumModule], overrides);
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = get(Database);
  const questions = get(AskQuestionService);
  const answers = get(AnswerService);
  const accepting = get(AcceptAnswerService);
  const votes = get(VoteService);
  const editing = get(EditService);
  const hiding = get(HidingService);
  const removal = get(RemovalService);
  const closing = get(ClosingService);
  const solved = get(AlsoSolvedService);
  const categoryKey = await get(CategoryService).create({ name: 'Router' });
  const categoryId = encodeId('category', categoryKey);

  let people = 0;
  const member = async (role: Role = 'customer', rank = 0): Promise<Actor> => {
    people += 1;
    const row = { name: `Person ${people}`, role, rank, language: 'en' as const };
    const [made] = await db.query<{ id: string }>('insert into member (name, name_key, role, rank) values ($1, lower($1), $2, $3) returning id', [row.name, role, rank]);
    return Actor.member({ ...row, id: made!.id });
  };

  return {
    db,
    test,
    categoryId,
    signUp: get(SignUpService),
    roles: get(RoleService),
    field: (inCategory: string, key: string, more: { choices?: string[]; required?: boolean } = {}) =>
      get(CategoryFieldService).create({ categoryId: inCategory, key, labelDe: key, labelEn: key, required: false, position: 0, ...more }),
    category: async (name: string) => encodeId('category', await get(CategoryService).create({ name })),
    tag: (name: string) => get(TagService).create({ name }),
    member,
    members: (count: number) => Promise.all(Array.from({ length: count }, () => member())),
    /** What one does, done again where a mutation would do it again. */
    as: (actor: Actor) => ({
      asks: (title = 'Why does the router restart at night?', more: { categoryId?: string; tags?: string[]; fields?: { key: string; value: string }[] } = {}) =>
        again(() => questions.ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [], ...more })),
      answers: async (threadKey: string, body = 'Switch the energy saving off.') =>
        (await again(() => answers.answer(actor, { threadId: encodeId('thread', threadKey), body }))).postKey,
      comments: async (postKey: string, body = 'That helped me, too.') => (await again(() => answers.comment(actor, { postId: encodeId('post', postKey), body }))).postKey,
      votes: (postKey: string, vote: VoteChoice) => again(() => votes.vote(actor, { postId: encodeId('post', postKey), vote })),
      hasItToo: (threadKey: string, same = true) => again(() => votes.sameProblem(actor, { threadId: encodeId('thread', threadKey), same })),
      accepts: (postKey: string) => again(() => accepting.accept(actor, encodeId('post', postKey))),
      unaccepts: (postKey: string) => again(() => accepting.unaccept(actor, encodeId('post', postKey))),
      marksOfficial: (postKey: string, official = true) => again(() => accepting.markOfficial(actor, encodeId('post', postKey), official)),
      edits: (postKey: string, change: Partial<EditPostInput>) => again(() => editing.edit(actor, { postId: encodeId('post', postKey), basedOn: 0, ...change })),
      hides: (postKey: string, number: number, reason = 'A telephone number.') => again(() => hiding.hide(actor, { postId: encodeId('post', postKey), number, reason })),
      shows: (postKey: string, number: number) => again(() => hiding.show(actor, { postId: encodeId('post', postKey), number })),
      deletes: (postKey: string, reason = 'It does not help.') => again(() => removal.delete(actor, { postId: encodeId('post', postKey), reason })),
      restores: (postKey: string) => again(() => removal.restore(actor, { postId: encodeId('post', postKey) })),
      closes: (threadKey: string, reason = ClosingReason.settled) => again(() => closing.close(actor, { threadId: encodeId('thread', threadKey), reason })),
      reopens: (threadKey: string) => again(() => closing.reopen(actor, { threadId: encodeId('thread', threadKey) })),
      moves: (threadKey: string, categoryId: string, more: Partial<MoveThreadInput> = {}) => again(() => closing.move(actor, { threadId: encodeId('thread', threadKey), categoryId, ...more })),
      saysAlsoSolved: (postKey: string, also = true) => again(() => solved.say(actor, { postId: encodeId('post', postKey), also })),
    }),
    thread: async (key: string) => (await db.one<Record<string, unknown>>('select * from thread where id = $1', [key]))!,
    opening: async (threadKey: string) => (await db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [threadKey]))!.id,
    /** Every counter and mark that does not agree with the rows it is made of. */
    drift: () => db.query<{ what: string }>(DRIFT),
    log: () => db.query<Record<string, unknown>>('select actor_id, act, thread_id, post_id, member_id, reason, details from moderation_entry order by id'),
    post: async (key: string) => (await db.one<Record<string, unknown>>('select * from post where id = $1', [key]))!,
    close: test.close,
  };
}

export type Forum = Awaited<ReturnType<typeof forum>>;

/** What failed for another reason than a refusal, or that what was meant is not there. */
export function broken(outcomes: readonly PromiseSettledResult<unknown>[]): string[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' && !(outcome.reason instanceof Refused) && (outcome.reason as Error).message !== 'Not found.' ? [String(outcome.reason)] : []));
}

const DRIFT = `
  select 'answers of ' || t.id as what from thread t where answer_count <> (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible')
  union all select 'official in ' || t.id from thread t where has_official <> exists (select from post p where p.thread_id = t.id and p.official and p.state = 'visible')
  union all select 'accepted in ' || t.id from thread t join post p on p.id = t.accepted_post_id where p.state <> 'visible' or p.kind <> 'answer'
  union all select 'opening of ' || t.id from thread t join post p on p.thread_id = t.id and p.kind = 'opening' where (p.state, p.deleted_by) is distinct from (t.state, t.deleted_by)
  union all select 'comments of ' || p.id from post p where comment_count <> (select count(*) from post c where c.parent_id = p.id and c.state = 'visible')
  union all select 'votes of ' || p.id from post p where up_count - down_count <> (select coalesce(sum(value), 0) from vote v where v.post_id = p.id)
  union all select 'also solved ' || p.id from post p where also_solved_count <> (select count(*) from also_solved s where s.post_id = p.id)
  union all select 'same problem ' || t.id from thread t where same_problem_count <> (select count(*) from same_problem s where s.thread_id = t.id)
  union all select 'solved for ' || t.id from thread t where solved_for <> (select count(*) from deflection d where d.thread_id = t.id and d.outcome = 'confirmed')
  union all select 'words on notice ' || n.thread_id from service_notice n where (works_count, broken_count) <> (select count(*) filter (where works), count(*) filter (where not works) from notice_word w where w.thread_id = n.thread_id)
  union all select 'category ' || c.id from category c where thread_count <> (select count(*) from thread t where t.category_id = c.id and t.state = 'visible')
  union all select 'tag ' || g.id from tag g where thread_count <> (select count(*) from thread_tag tt join thread t on t.id = tt.thread_id where tt.tag_id = g.id and t.state = 'visible')`;
