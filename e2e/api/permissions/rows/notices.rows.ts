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
};

export const rows: Row[] = [
  { mutation: 'updateNotice', access: 'staff', on: ['notice', 'overNotice'], input: ({ id }) => ({ threadId: id, state: 'found', text: 'A cable was cut.' }), select: 'thread { id }' },
  { mutation: 'updateNotice', as: 'news of no notice', access: 'staff', on: 'thread', input: ({ id }) => ({ threadId: id, state: 'found', text: 'A cable was cut.' }), except: { '*': 'absent' } },
  { mutation: 'sayWorks', access: 'member', on: 'overNotice', input: ({ id }) => ({ threadId: id, works: true }), select: 'thread { id }' },
  { mutation: 'sayWorks', as: 'works while it lasts', access: 'member', on: 'notice', input: ({ id }) => ({ threadId: id, works: true }), except: { '*': 'notice-ongoing', 'superUser staff admin | deleted': 'deleted' } },
  { mutation: 'sayWorks', as: 'works where there is no notice', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, works: true }), except: { '*': 'absent' } },
  { field: 'ThreadViewer.canSayWorks', on: 'overNotice', ask: 'thread(id: $id) { viewer { canSayWorks { allowed reason } } }', explains: 'sayWorks' },
  { field: 'ThreadViewer.saidWorks', on: 'overNotice', ask: 'thread(id: $id) { viewer { following saidWorks } }' },
];
