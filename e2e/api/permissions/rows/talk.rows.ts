import { encodeId } from '#platform/database';
import type { Kind, Row, Target } from '../notation.js';

export const kinds: Record<string, Kind> = {
  /** An announcement of an outage, with the author's name on it. */
  notice: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => {
      const key = await world.thread({ state, kind: 'announcement' });
      await world.db.query(`insert into service_notice (thread_id, affected) values ($1, 'All routers')`, [key]);
      return { id: encodeId('thread', key) };
    },
    absent: { id: 'thr_999999999' },
  },
  tag: { states: ['visible'], make: async (world) => ({ id: encodeId('tag', await world.insert('tag', { name: 'modem' })), name: 'modem' }), absent: { id: 'tag_999999999', name: 'no-such' } },
};

const TEXT = 'Long enough to be taken.';
const opens = ({ id }: Target) => ({ title: TEXT, body: TEXT, categoryId: id });

export const rows: Row[] = [
  { query: 'tag', access: 'everyone', on: 'tag', ask: 'tag(name: $name) { id name }' },
  { query: 'serviceNotices', access: 'everyone', on: 'notice', finds: true, ask: 'serviceNotices { id }', except: { '* | held hidden deleted': 'absent' } },
  { mutation: 'startDiscussion', access: 'member', on: 'category', input: opens, select: 'thread { id }', except: { '* | absent': 'invalid categoryId' } },
  { mutation: 'announce', access: 'staff', on: 'category', input: opens, select: 'thread { id }', except: { '* | absent': 'invalid categoryId' } },
  { mutation: 'endNotice', access: 'staff', on: 'notice', input: ({ id }) => ({ threadId: id }), select: 'thread { id }' },
  { mutation: 'endNotice', as: 'end no notice', access: 'staff', on: 'thread', input: ({ id }) => ({ threadId: id }), except: { '*': 'absent' } },
  { field: 'ThreadViewer.canUpdateNotice', on: 'notice', ask: 'thread(id: $id) { viewer { canUpdateNotice { allowed reason } } }', explains: 'endNotice' },
  { field: 'ServiceNotice.toldAtEnd', on: 'notice', ask: 'thread(id: $id) { notice { toldAtEnd } }', except: { '*': 'is 0', 'staff admin | visible': 'is 1' },
    before: ({ db, people }, { id }) => db.query('insert into same_problem (thread_id, member_id) select id, $2 from thread where id = $1', [id.slice('thr_'.length), people.bystander]) },
];
