import { encodeId } from '#platform/database';
import { type ActorName, type Kind, type Row, seesState, type State, type Target } from '../notation.js';
import type { World } from '../world.js';

const NO_POST = { id: 'pst_999999999', thread: 'thr_999999999', parent: 'pst_999999998', writer: 'mem_999999999' };
const POST_STATES = ['visible', 'held', 'hidden', 'deleted', 'belowHidden', 'belowDeleted'] as const;
type Made = (typeof POST_STATES)[number];

const above = (state: Made) => (state === 'belowHidden' ? 'hidden' : state === 'belowDeleted' ? 'deleted' : 'visible');
const own = (state: Made) => (state === 'belowHidden' || state === 'belowDeleted' ? 'visible' : state);
const post = (threadKey: string, key: string): Target => ({ id: encodeId('post', key), thread: encodeId('thread', threadKey) });
const keyOf = ({ id }: Target) => id.slice(4);

async function answerIn(world: World, asker: 'author' | 'bystander', by: 'author' | 'bystander', state: Made): Promise<Target> {
  const threadKey = await world.thread({ by: asker, state: above(state) });
  return post(threadKey, await world.post({ threadKey, kind: 'answer', by, state: own(state) }));
}

export const kinds: Record<string, Kind> = {
  /** Asked by the author. */
  thread: { states: ['visible', 'held', 'hidden', 'deleted'], make: async (world, state) => ({ id: encodeId('thread', await world.thread({ state })) }), absent: { id: 'thr_999999999' } },
  closedThread: { states: ['visible'], make: async (world) => ({ id: encodeId('thread', await world.thread({ closed_at: new Date(), close_reason: 'settled' })) }) },
  /** `duplicate` is visible and points to it. */
  original: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => {
      const key = await world.thread({ state });
      return { id: encodeId('thread', key), duplicate: encodeId('thread', await world.thread({ duplicate_of: key, closed_at: new Date(), close_reason: 'duplicate' })) };
    },
  },
  opening: {
    states: POST_STATES,
    make: async (world, state) => {
      const key = await world.thread({ state: above(state), opening: own(state) });
      return { ...post(key, await world.openingOf(key)), writer: encodeId('member', world.people.author) };
    },
    absent: NO_POST,
    sees: seesOwnThread,
  },
  /** By the author, to somebody else's question. */
  answer: { states: POST_STATES, make: async (world, state) => ({ ...(await answerIn(world, 'bystander', 'author', state)), writer: encodeId('member', world.people.author) }), absent: NO_POST },
  /** By somebody else, to the author's question. */
  received: { states: POST_STATES, make: (world, state) => answerIn(world, 'author', 'bystander', state), absent: NO_POST, sees: notHeldFor },
  /** By the author, below somebody else's answer. */
  comment: {
    states: POST_STATES,
    make: async (world, state) => {
      const threadKey = await world.thread({ by: 'bystander' });
      const parent = await world.post({ threadKey, kind: 'answer', by: 'bystander', state: above(state) });
      return { ...post(threadKey, await world.post({ threadKey, kind: 'comment', parent_id: parent, state: own(state) })), parent: encodeId('post', parent) };
    },
    absent: NO_POST,
  },
  category: { states: ['visible'], make: async ({ categoryKey }) => ({ id: encodeId('category', categoryKey), slug: 'router' }), absent: { id: 'cat_999999999', slug: 'no-such' } },
};

/** What is held is shown to its writer; `author` here is only the one it was written to. */
function notHeldFor(actor: ActorName, state: State): boolean {
  return (actor === 'author' && state === 'belowHidden') || seesState(actor === 'author' ? 'customer' : actor, state);
}

/** `belowHidden`: below the author's own thread. */
function seesOwnThread(actor: ActorName, state: State): boolean {
  return seesState(actor, state === 'belowHidden' ? 'hidden' : state);
}

const VISIBLE_ONLY = { '* | held hidden deleted': 'absent' } as const;
/** What not everyone sees takes no votes and no marks, from those who see it either. */
const IN_SIGHT = { 'superUser staff admin | held hidden belowHidden': 'not-visible' } as const;
const IN_SIGHT_OF_STAFF = { 'staff admin | held hidden belowHidden': 'not-visible' } as const;
const TEXT = 'Long enough to be taken.';
const POST = 'post { id source } thread { id }';
const ANSWERS = ['answer', 'received'];
const accepts = ({ id }: Target) => ({ postId: id });
const latest = (world: World, target: Target) => world.db.query(`update thread set last_activity_at = now() + interval '1 hour' where id = $1`, [keyOf(target)]);
const accepted = (world: World, target: Target) => world.db.query('update thread set accepted_post_id = post.id from post where post.id = $1 and thread.id = post.thread_id', [keyOf(target)]);

export const rows: Row[] = [
  { query: 'categories', access: 'everyone', ask: 'categories { id }' },
  { query: 'category', access: 'everyone', on: 'category', ask: 'category(slug: $slug) { id name }' },
  { query: 'preview', access: 'everyone', ask: 'preview(body: "Hello")' },
  { query: 'tags', access: 'everyone', ask: 'tags(first: 5) { id }', before: ({ db }) => db.query(`insert into tag (name) values ('router')`) },
  { query: 'thread', access: 'everyone', on: 'thread', ask: 'thread(id: $id) { id title author { id } opening { id source } }' },
  { query: 'threads', access: 'everyone', on: 'thread', finds: true, ask: 'threads(first: 20) { nodes { id } }', before: latest, except: VISIBLE_ONLY },
  { query: 'post', access: 'everyone', on: ['opening', ...ANSWERS, 'comment'], ask: 'post(id: $id) { id source author { id } thread { id title } }' },

  { query: 'threadAddressParts', access: 'everyone', ask: 'threadAddressParts' },
  { query: 'threadAddresses', access: 'everyone', ask: 'threadAddresses(part: 1) { path }' },
  { query: 'threadIsGone', access: 'everyone', on: 'thread', ask: 'threadIsGone(id: $id)', except: { '* | visible absent held hidden': 'absent', '* | deleted': 'ok' } },
  {
    query: 'gonePost', access: 'everyone', on: ['opening', ...ANSWERS, 'comment'], ask: 'gonePost(id: $id) { thread { id } }',
    except: { '* | visible held hidden belowHidden absent': 'absent', '* | deleted belowDeleted': 'ok' },
  },
  {
    field: 'GonePost.thread', on: ANSWERS, ask: 'gonePost(id: $id) { __typename thread { id title } }',
    except: { '* | visible held hidden belowHidden absent': 'absent', '* | deleted belowDeleted': 'ok' },
  },

  { field: 'Thread.opening', on: 'opening', finds: true, ask: 'thread(id: $thread) { opening { id } }' },
  { field: 'Thread.answers', on: ANSWERS, finds: true, ask: 'thread(id: $thread) { answers(first: 20) { nodes { id } } }' },
  { field: 'Thread.newestAnswers', on: ANSWERS, finds: true, ask: 'thread(id: $thread) { newestAnswers { id } }' },
  { field: 'Thread.acceptedAnswer', on: ANSWERS, finds: true, ask: 'thread(id: $thread) { acceptedAnswer { id } }', before: accepted },
  { field: 'Thread.answers', as: 'accepted', on: ANSWERS, finds: true, ask: 'thread(id: $thread) { answers(first: 20) { nodes { id } } }', before: accepted },
  { field: 'Thread.duplicateOf', on: 'original', finds: true, ask: 'thread(id: $duplicate) { duplicateOf { id } }' },
  { field: 'Member.openings', on: 'opening', finds: true, ask: 'member(id: $writer) { openings(first: 100) { nodes { id } } }' },
  { field: 'Member.answers', on: 'answer', finds: true, ask: 'member(id: $writer) { answers(first: 100) { nodes { id } } }' },
  { field: 'Post.thread', on: ANSWERS, ask: 'post(id: $id) { thread { id title } }' },
  { field: 'Post.source', on: ['opening', ...ANSWERS, 'comment'], ask: 'post(id: $id) { id source }' },
  { field: 'Post.comments', on: 'comment', finds: true, ask: 'post(id: $parent) { comments(first: 20) { nodes { id } } }' },
  { field: 'Post.firstComments', on: 'comment', finds: true, ask: 'post(id: $parent) { firstComments(first: 20) { id } }' },
  { field: 'Post.firstComments', as: 'with its thread', on: 'comment', finds: true, ask: 'thread(id: $thread) { opening { firstComments(first: 20) { id } } answers(first: 20) { nodes { firstComments(first: 20) { id } } } }' },

  { mutation: 'createCategory', access: 'admin', on: 'category', input: ({ id }) => ({ name: 'Below', parentId: id }), select: 'category { id }', except: { '* | absent': 'invalid parentId' } },
  { mutation: 'updateCategory', access: 'admin', on: 'category', input: ({ id }) => ({ id, position: 4 }), select: 'category { id }' },
  { mutation: 'createTag', access: 'admin', input: () => ({ name: 'firmware' }), select: 'tag { id }' },

  { mutation: 'askQuestion', access: 'member', on: 'category', input: ({ id }) => ({ title: TEXT, body: TEXT, categoryId: id }), select: 'thread { id }', except: { '* | absent': 'invalid categoryId' } },
  { mutation: 'answer', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, body: TEXT }), select: POST },
  { mutation: 'answer', as: 'answer a closed one', access: 'member', on: 'closedThread', input: ({ id }) => ({ threadId: id, body: TEXT }), except: { 'customer author': 'thread-closed' } },
  { field: 'ThreadViewer.canAnswer', on: 'thread', ask: 'thread(id: $id) { viewer { canAnswer { allowed reason } } }', explains: 'answer' },
  { field: 'ThreadViewer.canAnswer', on: 'closedThread', ask: 'thread(id: $id) { viewer { canAnswer { allowed reason } } }', explains: 'answer a closed one' },
  { mutation: 'comment', access: 'member', on: ['opening', ...ANSWERS], input: ({ id }) => ({ postId: id, body: TEXT }), select: POST },
  { mutation: 'comment', as: 'comment a comment', access: 'member', on: 'comment', input: ({ id }) => ({ postId: id, body: TEXT }), except: { '*': 'absent' } },
  { field: 'PostViewer.canComment', on: ['opening', ...ANSWERS], ask: 'post(id: $id) { viewer { canComment { allowed reason } } }', explains: 'comment' },

  { mutation: 'sameProblem', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, same: true }), select: 'thread { id }', except: { author: 'own-question' } },
  { field: 'ThreadViewer.canSaySameProblem', on: 'thread', ask: 'thread(id: $id) { viewer { canSaySameProblem { allowed reason } } }', explains: 'sameProblem' },
  {
    field: 'ThreadViewer.saidSameProblem', on: 'thread', ask: 'thread(id: $id) { viewer { saidSameProblem } }',
    before: ({ db, people }, target) => db.query('insert into same_problem (thread_id, member_id) select id, $2 from thread where id = $1', [keyOf(target), people.customer]),
    except: { '*': 'is false', customer: 'is true' },
  },
  { mutation: 'vote', as: 'vote up', access: 'member', on: ['opening', 'answer'], input: ({ id }) => ({ postId: id, vote: 'up' }), select: 'post { id score }', except: { ...IN_SIGHT, author: 'own-post' } },
  { mutation: 'vote', as: 'vote down', access: 'member', on: ['opening', 'answer'], input: ({ id }) => ({ postId: id, vote: 'down' }), except: { ...IN_SIGHT, customer: 'rank-too-low', author: 'own-post' } },
  { mutation: 'vote', as: 'vote a comment', access: 'member', on: 'comment', input: ({ id }) => ({ postId: id, vote: 'up' }), except: { '*': 'comments-are-not-voted' } },
  { field: 'PostViewer.canVoteUp', on: ['opening', 'answer'], ask: 'post(id: $id) { viewer { canVoteUp { allowed reason } } }', explains: 'vote up' },
  { field: 'PostViewer.canVoteUp', on: 'comment', ask: 'post(id: $id) { viewer { canVoteUp { allowed reason } } }', explains: 'vote a comment' },
  { field: 'PostViewer.canVoteDown', on: ['opening', 'answer'], ask: 'post(id: $id) { viewer { canVoteDown { allowed reason } } }', explains: 'vote down' },
  {
    field: 'PostViewer.vote', on: ['opening', 'answer'], ask: 'post(id: $id) { viewer { vote } }',
    before: ({ db, people }, target) => db.query('insert into vote (post_id, member_id, value) select id, $2, 1 from post where id = $1', [keyOf(target), people.customer]),
    except: { '*': 'is none', customer: 'is up' },
  },

  { mutation: 'acceptAnswer', access: 'member', on: 'received', input: accepts, select: POST, except: { ...IN_SIGHT_OF_STAFF, 'author | belowHidden': 'not-visible', customer: 'not-the-asker', superUser: 'asker-may-return' } },
  { mutation: 'acceptAnswer', as: 'accept for others', access: 'member', on: 'answer', input: accepts, except: { ...IN_SIGHT_OF_STAFF, 'customer author': 'not-the-asker', superUser: 'asker-may-return' } },
  { mutation: 'acceptAnswer', as: 'accept no answer', access: 'member', on: ['opening', 'comment'], input: accepts, except: { '*': 'not-an-answer' } },
  { mutation: 'unacceptAnswer', access: 'member', on: 'received', input: accepts, before: accepted, select: POST, except: { ...IN_SIGHT_OF_STAFF, 'author | belowHidden': 'not-visible', customer: 'not-the-asker', superUser: 'asker-may-return' } },
  { field: 'PostViewer.canAccept', on: 'received', ask: 'post(id: $id) { viewer { canAccept { allowed reason } } }', explains: 'acceptAnswer' },
  { field: 'PostViewer.canAccept', on: 'answer', ask: 'post(id: $id) { viewer { canAccept { allowed reason } } }', explains: 'accept for others' },
  { mutation: 'markOfficial', access: 'staff', on: ANSWERS, input: accepts, select: POST, except: IN_SIGHT_OF_STAFF },
  { mutation: 'unmarkOfficial', access: 'staff', on: ANSWERS, input: accepts, select: POST, except: IN_SIGHT_OF_STAFF },
  { mutation: 'markOfficial', as: 'mark no answer official', access: 'staff', on: ['opening', 'comment'], input: accepts, except: { '*': 'not-an-answer' } },
  { field: 'PostViewer.canMarkOfficial', on: ANSWERS, ask: 'post(id: $id) { viewer { canMarkOfficial { allowed reason } } }', explains: 'markOfficial' },
];
