import type { ActorName, Row, Target } from '../notation.js';
import type { World } from '../world.js';

const keyOf = ({ id }: Target) => id.slice(4);
const personOf = ({ people }: World, actor: ActorName) => (actor === 'guest' ? null : people[actor]);
const on = ({ id }: Target) => ({ threadId: id });

export const rows: Row[] = [
  { mutation: 'claimQuestion', access: 'member', on: 'thread', input: on, select: 'thread { id }', except: { author: 'asker-waits' } },
  { mutation: 'claimQuestion', as: 'claim what is closed', access: 'member', on: 'closedThread', input: on, except: { '*': 'thread-closed', author: 'asker-waits' } },
  { mutation: 'claimQuestion', as: 'claim what others are on', access: 'member', on: 'thread', input: on, except: { '*': 'others-on-it', author: 'asker-waits', 'superUser staff admin | deleted': 'deleted' },
    before: ({ db, people }, target) => db.query('insert into question_claim (thread_id, member_id) select id, $2 from thread where id = $1', [keyOf(target), people.bystander]) },
  { mutation: 'unclaimQuestion', access: 'member', on: 'thread', input: on, select: 'thread { id }', except: { 'superUser staff admin | deleted': 'ok' } },
  { mutation: 'dismissOwed', access: 'member', on: ['opening', 'answer', 'comment'], input: ({ id }) => ({ postId: id, dismissed: true }), select: 'post { id }', except: { 'superUser staff admin | deleted belowDeleted': 'ok' } },
  { field: 'ThreadViewer.canClaim', on: 'thread', ask: 'thread(id: $id) { viewer { canClaim { allowed reason } } }', explains: 'claimQuestion' },
  { field: 'Member.work', on: 'account', ask: 'member(id: $id) { work { claimedCount followsCategoriesOrTags } }', except: { '*': 'absent', author: 'ok' } },
  { field: 'Work.unanswered', on: 'thread', finds: true, ask: 'viewer { work { unanswered(first: 100) { nodes { id } } } }', except: { '*': 'absent', 'customer superUser staff admin | visible': 'ok' },
    before: ({ db }, target) => db.query('update thread set answer_count = 0 where id = $1', [keyOf(target)]) },
  { field: 'Work.claimed', on: 'thread', finds: true, ask: 'viewer { work { claimed(first: 100) { nodes { id } } } }', except: { '*': 'absent', 'customer author superUser staff admin | visible': 'ok' },
    before: (world, target, actor) => world.db.query('insert into question_claim (thread_id, member_id) select id, $2 from thread where id = $1 and $2::bigint is not null', [keyOf(target), personOf(world, actor)]) },
  { field: 'Work.owed', on: 'opening', finds: true, ask: 'viewer { work { owed(first: 100) { nodes { post { id } } } } }', except: { '*': 'absent', 'customer superUser staff admin | visible': 'ok' },
    before: (world, target, actor) => world.db.query('insert into mention (post_id, member_id) select id, $2 from post where id = $1 and $2::bigint is not null', [keyOf(target), personOf(world, actor)]) },
  { field: 'Work.overdueNotices', on: 'notice', finds: true, ask: 'viewer { work { overdueNotices(first: 100) { nodes { id } } } }', except: { '*': 'absent', 'staff admin | visible': 'ok' },
    before: ({ db }, target) => db.query(`update service_notice set expected_end_at = now() - interval '1 hour' where thread_id = $1`, [keyOf(target)]) },
];
