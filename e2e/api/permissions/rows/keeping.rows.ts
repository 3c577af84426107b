import { encodeId } from '#platform/database';
import type { Kind, Row, Target } from '../notation.js';
import type { World } from '../world.js';

const POSTS = ['opening', 'answer', 'comment'];
const BELOW = 'superUser staff admin | belowDeleted'; // the post itself is there
const onPost = (field: string) => `post(id: $id) { viewer { ${field} { allowed reason } } }`;
const onThread = (field: string) => `thread(id: $id) { viewer { ${field} { allowed reason } } }`;
const postId = ({ id }: Target) => ({ postId: id, reason: 'It has to be.' });

export const kinds: Record<string, Kind> = {
  /** The author's answer, once deleted by a super user: others find the answer, and nothing about that. */
  judged: {
    states: ['visible', 'deleted'],
    make: async (world, state) => {
      const key = await world.post({ threadKey: await world.thread({ by: 'bystander' }), kind: 'answer', by: 'author', state });
      await world.db.query(`insert into moderation_entry (actor_id, act, post_id, reason) values ($2, 'delete-post', $1, 'It had to be.')`, [key, world.people.superUser]);
      return { id: encodeId('post', key) };
    },
  },
};

const HISTORY = 'post(id: $id) { revisions(first: 1) { nodes { changes { text } } } }';
/** What stood there before is its id, so that it is found. */
const revised = (hidden: boolean) => ({ db }: World, { id }: Target) =>
  db.query('insert into revision (post_id, number, source, hidden_at) select id, 1, $2, case when $3 then now() end from post where id = $1', [id.slice(4), id, hidden]);

export const rows: Row[] = [
  { mutation: 'editPost', access: 'member', on: POSTS, input: ({ id }) => ({ postId: id, basedOn: 0, body: 'Switch it off for a minute.' }), select: 'post { id }', except: { customer: 'not-the-author', [BELOW]: 'ok' } },
  { field: 'PostViewer.canEdit', on: POSTS, ask: onPost('canEdit'), explains: 'editPost' },
  {
    mutation: 'hideRevision', access: 'member', on: POSTS, before: revised(false), input: ({ id }) => ({ postId: id, number: 1, reason: 'A telephone number.' }), select: 'post { id }',
    except: { 'customer author superUser': 'staff-only', 'staff admin | deleted belowDeleted': 'ok' },
  },
  {
    mutation: 'showRevision', access: 'member', on: POSTS, before: revised(true), input: ({ id }) => ({ postId: id, number: 1 }), select: 'post { id }',
    except: { 'customer author superUser': 'staff-only', 'staff admin | deleted belowDeleted': 'ok' },
  },
  { field: 'PostViewer.canHideRevisions', on: POSTS, ask: onPost('canHideRevisions'), explains: 'hideRevision' },
  { field: 'Post.revisions', on: POSTS, finds: true, ask: HISTORY, before: revised(false) },
  { field: 'Post.revisions', as: 'a hidden revision', on: POSTS, finds: true, ask: HISTORY, before: revised(true), except: { 'guest customer author superUser': 'absent' } },
  { mutation: 'deletePost', access: 'member', on: POSTS, input: postId, except: { customer: 'not-the-author', [BELOW]: 'ok' } },
  { field: 'PostViewer.canDelete', on: POSTS, ask: onPost('canDelete'), explains: 'deletePost' },
  { mutation: 'restorePost', access: 'member', on: POSTS, input: postId, except: { '*': 'not-deleted', 'superUser staff admin | deleted': 'ok' } },
  { field: 'PostViewer.canRestore', on: POSTS, ask: onPost('canRestore'), explains: 'restorePost' },
  {
    field: 'PostViewer.deletedIt', on: POSTS, ask: 'post(id: $id) { viewer { deletedIt } }',
    before: ({ db, people }, { id }) => db.query(`update post set deleted_by = $2 where id = $1 and state = 'deleted'`, [id.slice(4), people.superUser]),
    except: { '*': 'is false', 'superUser | deleted': 'is true' },
  },
  { field: 'Post.removals', on: 'judged', ask: 'post(id: $id) { removals { reason } }', except: { '*': 'absent', 'superUser staff admin': 'ok' } },
  {
    mutation: 'alsoSolved', access: 'member', on: 'answer', input: ({ id }) => ({ postId: id, also: true }), select: 'post { id alsoSolvedCount }',
    except: { 'superUser staff admin | held hidden belowHidden': 'not-visible', author: 'own-answer' },
  },
  { field: 'PostViewer.canSayAlsoSolved', on: 'answer', ask: onPost('canSayAlsoSolved'), explains: 'alsoSolved' },
  {
    field: 'PostViewer.saidAlsoSolved', on: 'answer', ask: 'post(id: $id) { viewer { saidAlsoSolved } }',
    before: ({ db, people }, { id }) => db.query('insert into also_solved (post_id, member_id) select id, $2 from post where id = $1', [id.slice(4), people.customer]),
    except: { '*': 'is false', customer: 'is true' },
  },
  { mutation: 'closeThread', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, reason: 'settled' }), select: 'thread { id }', except: { customer: 'super-users-only' } },
  { field: 'ThreadViewer.canClose', on: 'thread', ask: onThread('canClose'), explains: 'closeThread' },
  { mutation: 'reopenThread', access: 'member', on: 'closedThread', input: ({ id }) => ({ threadId: id }), select: 'thread { id }', except: { customer: 'super-users-only', author: 'closed-by-others' } },
  { field: 'ThreadViewer.canReopen', on: 'closedThread', ask: onThread('canReopen'), explains: 'reopenThread' },
  { mutation: 'moveThread', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, categoryId: 'cat_1' }), select: 'thread { id }', except: { customer: 'super-users-only' } },
  { field: 'ThreadViewer.canMove', on: 'thread', ask: onThread('canMove'), explains: 'moveThread' },
];
