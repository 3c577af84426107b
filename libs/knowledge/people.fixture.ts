import { AccountsModule } from '#accounts';
import { AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, EditService, ForumModule, RemovalService, VoteChoice, VoteService } from '#forum';
import { Actor, type Role } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import { again } from '#platform/graphql';
import { testContext } from '#platform/testing';
import { KnowledgeModule } from './knowledge.module.js';

/** A forum with people in it and what the knowledge base makes of it, so that specs read as sentences: `as(mina).accepts(answer)`. */
export async function people() {
  const test = await testContext([AccountsModule, ForumModule, KnowledgeModule]);
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = get(Database);
  const category = async (name: string) => encodeId('category', await get(CategoryService).create({ name }));
  const categoryId = await category('Router');
  let count = 0;
  const member = async (role: Role = 'customer', rank = 0): Promise<Actor> => {
    count += 1;
    const row = { name: `Person ${count}`, role, rank, language: 'en' as const };
    const made = await db.one<{ id: string }>('insert into member (name, name_key, role, rank) values ($1, lower($1), $2, $3) returning id', [row.name, role, rank]);
    return Actor.member({ ...row, id: made!.id });
  };
  return {
    db,
    /** Of its database. */
    url: test.database.url,
    get,
    categoryId,
    category,
    member,
    members: (many: number) => Promise.all(Array.from({ length: many }, () => member())),
    /** What one does, done again where a mutation would do it again. */
    as: (actor: Actor) => ({
      asks: (title = 'Why does the router restart at night?') => again(() => get(AskQuestionService).ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [] })),
      answers: async (threadKey: string, body = 'Switch the energy saving off.') => (await again(() => get(AnswerService).answer(actor, { threadId: encodeId('thread', threadKey), body }))).postKey,
      accepts: (postKey: string) => again(() => get(AcceptAnswerService).accept(actor, encodeId('post', postKey))),
      unaccepts: (postKey: string) => again(() => get(AcceptAnswerService).unaccept(actor, encodeId('post', postKey))),
      marksOfficial: (postKey: string, official = true) => again(() => get(AcceptAnswerService).markOfficial(actor, encodeId('post', postKey), official)),
      edits: (postKey: string, body: string, basedOn = 0) => again(() => get(EditService).edit(actor, { postId: encodeId('post', postKey), basedOn, body })),
      deletes: (postKey: string) => again(() => get(RemovalService).delete(actor, { postId: encodeId('post', postKey), reason: 'It does not help.' })),
      votesDown: (postKey: string) => again(() => get(VoteService).vote(actor, { postId: encodeId('post', postKey), vote: VoteChoice.down })),
      hasItToo: (threadKey: string) => again(() => get(VoteService).sameProblem(actor, { threadId: encodeId('thread', threadKey), same: true })),
    }),
    opening: async (threadKey: string) => (await db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [threadKey]))!.id,
    close: () => test.close(),
  };
}

export type People = Awaited<ReturnType<typeof people>>;
