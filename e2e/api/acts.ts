import type { Person } from '../support/running-app.js';

/** What people do over GraphQL, for specs. Each answers the payload, `problem` included. */
const PROBLEM = 'problem { code message ... on InvalidInput { fields { field code limit near message } } ... on NotAllowed { reason needs } ... on TooFast { retryAt } } clientMutationId';

export interface Payload {
  problem: { code: string; message: string; reason?: string; fields?: { field: string; code: string }[] } | null;
  clientMutationId: string | null;
  thread: { id: string; path: string; acceptedAnswer: { id: string } | null; answerCount: number; sameProblemCount: number } | null;
  post: { id: string; score: number; accepted: boolean; official: boolean; html: string; source: string } | null;
}

const THREAD = 'thread { id path answerCount sameProblemCount acceptedAnswer { id } }';
const POST = 'post { id score accepted official html source }';

async function run(person: Person, field: string, type: string, input: object, selection: string): Promise<Payload> {
  const data = await person.ask<Record<string, Payload>>(`mutation($input: ${type}!) { ${field}(input: $input) { ${selection} ${PROBLEM} } }`, { input });
  return data[field]!;
}

export const acts = (person: Person) => ({
  createCategory: async (name: string, more: object = {}) => {
    const data = await person.ask<{ createCategory: { category: { id: string; slug: string } | null; problem: Payload['problem'] } }>(
      `mutation($input: CreateCategoryInput!) { createCategory(input: $input) { category { id slug } ${PROBLEM} } }`,
      { input: { name, ...more } },
    );
    return data.createCategory;
  },
  createTag: (name: string) => person.ask(`mutation($input: CreateTagInput!) { createTag(input: $input) { tag { id name } ${PROBLEM} } }`, { input: { name } }),
  ask: (input: { title: string; body: string; categoryId: string; tags?: string[]; clientMutationId?: string }) => run(person, 'askQuestion', 'AskQuestionInput', input, THREAD),
  discuss: (input: { title: string; body: string; categoryId: string; tags?: string[] }) => run(person, 'startDiscussion', 'StartDiscussionInput', input, THREAD),
  announce: (input: { title: string; body: string; categoryId: string; notice?: object }) => run(person, 'announce', 'AnnounceInput', input, THREAD),
  endNotice: (threadId: string) => run(person, 'endNotice', 'EndNoticeInput', { threadId }, THREAD),
  answer: (threadId: string, body: string, clientMutationId?: string) => run(person, 'answer', 'AnswerInput', { threadId, body, clientMutationId }, `${THREAD} ${POST}`),
  comment: (postId: string, body: string) => run(person, 'comment', 'CommentInput', { postId, body }, `${THREAD} ${POST}`),
  vote: (postId: string, vote: 'up' | 'down' | 'none', clientMutationId?: string) => run(person, 'vote', 'VoteInput', { postId, vote, clientMutationId }, POST),
  sameProblem: (threadId: string, same = true) => run(person, 'sameProblem', 'SameProblemInput', { threadId, same }, THREAD),
  accept: (postId: string) => run(person, 'acceptAnswer', 'AnswerIdInput', { postId }, `${THREAD} ${POST}`),
  unaccept: (postId: string) => run(person, 'unacceptAnswer', 'AnswerIdInput', { postId }, `${THREAD} ${POST}`),
  markOfficial: (postId: string) => run(person, 'markOfficial', 'AnswerIdInput', { postId }, `${THREAD} ${POST}`),
  unmarkOfficial: (postId: string) => run(person, 'unmarkOfficial', 'AnswerIdInput', { postId }, `${THREAD} ${POST}`),
});
