import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

export const kinds: Record<string, Kind> = {
  mail: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('mail', await world.insert('mail', { key: 'table', recipient: 'author@example.org', subject: 'Hello', text: 'Hello.', account: false, state: 'kept' })) }),
    absent: { id: 'mai_999999999' },
  },
};

export const rows: Row[] = [
  { query: 'mail', access: 'admin', on: 'mail', ask: 'mail(id: $id) { id text }' },
  { query: 'mailbox', access: 'admin', on: 'mail', finds: true, ask: 'mailbox(first: 20) { nodes { id } }' },
];
