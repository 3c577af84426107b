import type { Row, Target } from '../notation.js';
import type { World } from '../world.js';

const keyOf = ({ id }: Target) => id.slice(4);
const follows = ({ id }: Target) => ({ targetId: id, following: true });
const keeps = ({ id }: Target) => ({ postId: id, bookmarked: true });

/** Everybody follows, or keeps, what is there. */
const followed = ({ db }: World, target: Target) =>
  db.query(`insert into subscription (member_id, kind, target_id, following) select m.id, 'thread', t.id, true from member m, thread t where t.id = $1 on conflict do nothing`, [keyOf(target)]);
const kept = ({ db }: World, target: Target) => db.query('insert into bookmark (member_id, post_id) select m.id, p.id from member m, post p where p.id = $1', [keyOf(target)]);

const POSTS = ['opening', 'answer', 'comment'];
const TOLD = { '*': 'is true', guest: 'is false' } as const;

export const rows: Row[] = [
  { mutation: 'follow', access: 'member', on: ['thread', 'category', 'tag'], input: follows, select: 'target { __typename }', except: { 'superUser staff admin | deleted': 'ok' } },
  { mutation: 'follow', as: 'follow a member', access: 'member', on: 'member', input: follows, select: 'target { __typename }', except: { author: 'own-self' } },
  { query: 'followed', access: 'member', on: 'thread', finds: true, before: followed, ask: 'followed(kind: thread, first: 100) { nodes { ... on Thread { id } } }' },
  { field: 'ThreadViewer.following', on: 'thread', ask: 'thread(id: $id) { viewer { following } }', before: followed, except: TOLD },
  {
    field: 'FollowViewer.following', on: 'tag', ask: 'tag(name: $name) { viewer { following } }', except: { '*': 'is false', customer: 'is true' },
    before: ({ db, people }, target) => db.query(`insert into subscription (member_id, kind, target_id, following) select $2, 'tag', id, true from tag where id = $1`, [keyOf(target), people.customer]),
  },

  { mutation: 'markRead', access: 'member', on: POSTS, input: ({ id }) => ({ postId: id }), select: 'thread { id }', except: { 'superUser staff admin | deleted belowDeleted': 'ok' } },
  { field: 'ThreadViewer.unreadCount', on: 'thread', ask: 'thread(id: $id) { viewer { unreadCount } }', except: { '*': 'is 0' } },
  { field: 'ThreadViewer.isNew', on: 'thread', ask: 'thread(id: $id) { viewer { isNew } }', except: { '*': 'is false' } },
  { field: 'ThreadViewer.firstUnread', on: 'thread', ask: 'thread(id: $id) { viewer { unreadCount firstUnread { id } } }' },
  { field: 'ThreadViewer.newestPostId', on: 'thread', ask: 'thread(id: $id) { viewer { isNew newestPostId } }' },

  { mutation: 'bookmark', access: 'member', on: POSTS, input: keeps, select: 'post { id }', except: { 'superUser staff admin | deleted belowDeleted': 'ok' } },
  { query: 'bookmarks', access: 'member', on: POSTS, finds: true, before: kept, ask: 'bookmarks(first: 100) { nodes { id } }' },
  { field: 'PostViewer.bookmarked', on: POSTS, ask: 'post(id: $id) { viewer { bookmarked } }', before: kept, except: TOLD },
];
