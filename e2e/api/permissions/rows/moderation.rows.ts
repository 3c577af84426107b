import { encodeId } from '#platform/database';
import type { Kind, Row } from '../notation.js';

export const kinds: Record<string, Kind> = {
  /** A reported answer of the author's. */
  reviewItem: {
    states: ['visible', 'hidden'],
    make: async (world, state) => {
      const post = await world.post({ threadKey: await world.thread(), kind: 'answer', by: 'author', state });
      const item = await world.insert('review_item', { post_id: post });
      await world.db.query(`insert into flag (item_id, member_id, reason, weight) values ($1, $2, 'spam', 1)`, [item, world.people.bystander]);
      return { id: encodeId('review', item), post: encodeId('post', post) };
    },
    sees: (actor, state) => state !== 'absent' && (actor === 'superUser' || actor === 'staff' || actor === 'admin'),
    absent: { id: 'rev_999999999', post: 'pst_999999999' },
  },
};

const NOT_THEIRS = { '* | absent visible hidden': 'absent', guest: 'UNAUTHENTICATED', 'guest | absent visible hidden': 'UNAUTHENTICATED', 'customer author | absent visible hidden': 'FORBIDDEN', 'superUser staff admin | visible hidden': 'ok' } as const;

export const rows: Row[] = [
  { mutation: 'flagPost', access: 'member', on: ['opening', 'answer', 'comment'], input: ({ id }) => ({ postId: id, reason: 'spam' }), select: 'post { id }',
    except: { 'author': 'about-own-post', 'superUser staff admin | held': 'not-visible', 'superUser staff admin | deleted': 'not-visible', 'superUser staff admin | belowHidden belowDeleted': 'ok' } },
  { query: 'reviewQueue', access: 'superUser', on: 'reviewItem', finds: true, ask: 'reviewQueue(first: 100) { nodes { id } }' },
  { query: 'reviewCount', access: 'superUser', ask: 'reviewCount' },
  { query: 'reviewItem', access: 'superUser', on: 'reviewItem', ask: 'reviewItem(id: $id) { id flags { reason } record { fine } }' },
  { field: 'ReviewItem.post', on: 'reviewItem', ask: 'reviewItem(id: $id) { post { id html } }', except: NOT_THEIRS },
  { field: 'ReviewItem.flags', on: 'reviewItem', ask: 'reviewItem(id: $id) { flags { reason note } }', except: NOT_THEIRS },
  { mutation: 'takeReview', access: 'superUser', input: () => ({}), select: 'clientMutationId' },
  { mutation: 'decideReview', access: 'superUser', on: 'reviewItem', input: ({ id }) => ({ itemId: id, decision: 'hide' }), select: 'item { id isDecided }' },
];
