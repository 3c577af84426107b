import { randomBytes } from 'node:crypto';
import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

const STATES = ['visible', 'held', 'hidden', 'deleted', 'belowHidden', 'belowDeleted'] as const;

export const kinds: Record<string, Kind> = {
  /** The author's, on their answer to somebody else's question. */
  attachment: {
    states: STATES,
    make: async (world, state) => {
      const threadKey = await world.thread({ by: 'bystander', state: state === 'belowHidden' ? 'hidden' : state === 'belowDeleted' ? 'deleted' : 'visible' });
      const id = randomBytes(16).toString('hex');
      const postKey = await world.post({ threadKey, kind: 'answer', by: 'author', state: state.startsWith('below') ? 'visible' : state, source: `See [a.txt](/files/${id}/a.txt).` });
      await world.insert('attachment', { id, owner_id: world.people.author, post_id: postKey, name: 'a.txt', mime: 'text/plain', bytes: 1, sha256: randomBytes(32), ticket_key: randomBytes(32), state: 'ready' });
      return { id: `att_${id}`, post: encodeId('post', postKey) };
    },
    absent: { id: `att_${'0'.repeat(32)}`, post: 'pst_999999999' },
  },
};

export const rows: Row[] = [
  { field: 'Post.attachments', on: 'attachment', finds: true, ask: 'post(id: $post) { attachments { id } }' },
  { mutation: 'removeAttachment', access: 'member', on: 'attachment', input: ({ id }) => ({ attachmentId: id }), select: 'removedId', except: { 'customer superUser staff admin': 'not-your-file' } },
];
