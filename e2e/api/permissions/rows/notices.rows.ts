import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

export const kinds: Record<string, Kind> = {
  /** An announcement of an outage that is over, with the author's name on it. */
  overNotice: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => {
      const key = await world.thread({ state, kind: 'announcement' });
      await world.db.query(`insert into service_notice (thread_id, affected, ended_at) values ($1, 'All routers', now())`, [key]);
      return { id: encodeId('thread', key) };
    },
    absent: { id: 'thr_999999999' },
  },
  /** A question that is a duplicate of `notice`, which everyone sees, and which is over: what lasts is listed three at a time. */
  attached: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => {
      const key = await world.thread({ kind: 'announcement' });
      await world.db.query(`insert into service_notice (thread_id, affected, ended_at) values ($1, 'All routers', now())`, [key]);
      return { id: encodeId('thread', await world.thread({ state, duplicate_of: key, closed_at: new Date(), close_reason: 'duplicate' })), notice: encodeId('thread', key) };
    },
  },
};

export const rows: Row[] = [
  { mutation: 'updateNotice', access: 'staff', on: ['notice', 'overNotice'], input: ({ id }) => ({ threadId: id, state: 'found', text: 'A cable was cut.' }), select: 'thread { id }' },
  { mutation: 'updateNotice', as: 'update of no notice', access: 'staff', on: 'thread', input: ({ id }) => ({ threadId: id, state: 'found', text: 'A cable was cut.' }), except: { '*': 'absent' } },
  { mutation: 'sayWorks', access: 'member', on: 'overNotice', input: ({ id }) => ({ threadId: id, works: true }), select: 'thread { id }' },
  { mutation: 'sayWorks', as: 'works while it lasts', access: 'member', on: 'notice', input: ({ id }) => ({ threadId: id, works: true }), except: { '*': 'notice-ongoing', 'superUser staff admin | deleted': 'deleted' } },
  { mutation: 'sayWorks', as: 'works where there is no notice', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, works: true }), except: { '*': 'absent' } },
  { field: 'ThreadViewer.canSayWorks', on: 'overNotice', ask: 'thread(id: $id) { viewer { canSayWorks { allowed reason } } }', explains: 'sayWorks' },
  { field: 'ThreadViewer.canSayWorks', as: 'works where no notice is', on: 'thread', ask: 'thread(id: $id) { viewer { canSayWorks { allowed reason } } }', except: { '*': 'no-notice', guest: 'sign-in-needed', 'superUser staff admin | deleted': 'deleted' } },
  { field: 'ThreadViewer.canUpdateNotice', as: 'update where no notice is', on: 'thread', ask: 'thread(id: $id) { viewer { canUpdateNotice { allowed reason } } }', except: { '*': 'staff-only', guest: 'sign-in-needed', 'staff admin': 'no-notice', 'staff admin | deleted': 'deleted' } },
  { field: 'ServiceNotice.duplicates', on: 'attached', finds: true, ask: 'thread(id: $notice) { notice { duplicates(first: 5) { nodes { id } } } }' },
  { field: 'ServiceNotice.updates', on: 'notice', ask: 'thread(id: $id) { notice { updates { state } } }' },
  { field: 'ServiceNotice.categories', on: 'notice', ask: 'thread(id: $id) { notice { categories { name } } }' },
  { field: 'ThreadViewer.saidWorks', on: 'overNotice', ask: 'thread(id: $id) { viewer { following saidWorks } }' },
];
