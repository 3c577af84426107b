import { AccountsModule, RoleService, SignUpService } from '#accounts';
import { Actor, type Role } from '#platform/access';
import type { Settings } from '#platform/config';
import { Database, encodeId } from '#platform/database';
import { type TestContext, testContext } from '#platform/testing';
import { AcceptAnswerService } from './answer/accept-answer.service.js';
import { AnswerService } from './answer/answer.service.js';
import { AskQuestionService } from './ask/ask-question.service.js';
import { CategoryService } from './category/category.service.js';
import { ForumModule } from './forum.module.js';
import { VoteChoice } from './post/post.type.js';
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
    category: async (name: string) => encodeId('category', await get(CategoryService).create({ name })),
    tag: (name: string) => get(TagService).create({ name }),
    member,
    members: (count: number) => Promise.all(Array.from({ length: count }, () => member())),
    as: (actor: Actor) => ({
      asks: (title = 'Why does the router restart at night?', more: { categoryId?: string; tags?: string[] } = {}) =>
        questions.ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [], ...more }),
      answers: async (threadKey: string, body = 'Switch the energy saving off.') =>
        (await answers.answer(actor, { threadId: encodeId('thread', threadKey), body })).postKey,
      comments: async (postKey: string, body = 'That helped me, too.') => (await answers.comment(actor, { postId: encodeId('post', postKey), body })).postKey,
      votes: (postKey: string, vote: VoteChoice) => votes.vote(actor, { postId: encodeId('post', postKey), vote }),
      hasItToo: (threadKey: string, same = true) => votes.sameProblem(actor, { threadId: encodeId('thread', threadKey), same }),
      accepts: (postKey: string) => accepting.accept(actor, encodeId('post', postKey)),
      unaccepts: (postKey: string) => accepting.unaccept(actor, encodeId('post', postKey)),
      marksOfficial: (postKey: string, official = true) => accepting.markOfficial(actor, encodeId('post', postKey), official),
    }),
    thread: async (key: string) => (await db.one<Record<string, unknown>>('select * from thread where id = $1', [key]))!,
    post: async (key: string) => (await db.one<Record<string, unknown>>('select * from post where id = $1', [key]))!,
    close: test.close,
  };
}

export type Forum = Awaited<ReturnType<typeof forum>>;
