import { encodeId } from '#platform/database';
import type { ActorName, Kind, Row, State } from '../notation.js';
import type { World } from '../world.js';

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
  /** The author's suspension, which nobody who asks imposed. */
  sanction: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('sanction', await suspension(world)) }),
    absent: { id: 'san_999999999' },
  },
  /** That a bystander of the staff hid an answer of the author's. */
  decision: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('decision', await hidden(world)) }),
    sees: (actor, state) => state === 'visible' && actor !== 'guest' && actor !== 'customer',
    absent: { id: 'dec_999999999' },
  },
  /** The author's word against that. */
  appealItem: {
    states: ['visible'],
    make: async (world) => {
      const entry = await hidden(world);
      const post = await world.db.one<{ post: string }>('select post_id as post from moderation_entry where id = $1', [entry]);
      const appeal = await world.insert('appeal', { entry_id: entry, member_id: world.people.author, post_id: post!.post, by_staff: false, body: 'That was meant as a joke.', due_at: new Date() });
      return { id: encodeId('review', await world.insert('review_item', { appeal_id: appeal })) };
    },
    sees: keepsOrder,
    absent: { id: 'rev_999999999' },
  },
  /** A longer suspension that a bystander of the staff asks for. */
  renewalItem: {
    states: ['visible'],
    make: async (world) => ({ id: encodeId('review', await world.insert('review_item', { renewal_id: await suspension(world, { starts_at: null, ends_at: null }) })) }),
    sees: (actor, state) => keepsOrder(actor, state),
    absent: { id: 'rev_999999999' },
  },
};

function keepsOrder(actor: ActorName, state: State): boolean {
  return state === 'visible' && (actor === 'superUser' || actor === 'staff' || actor === 'admin');
}

const DAY = 86_400_000;

async function suspension(world: World, more: Record<string, unknown> = {}): Promise<string> {
  return world.insert('sanction', { member_id: world.people.author, step: 'suspension', hours: 24, reason: 'troll', starts_at: new Date(), ends_at: new Date(Date.now() + DAY), ...more });
}

async function hidden(world: World): Promise<string> {
  const post = await world.post({ threadKey: await world.thread({ by: 'bystander' }), kind: 'answer', by: 'author', state: 'hidden' });
  return world.insert('moderation_entry', { actor_id: world.people.bystander, act: 'hide-post', post_id: post, member_id: world.people.author, reason: 'It advertises.' });
}

const NOT_THEIRS = { '* | absent visible hidden': 'absent', guest: 'UNAUTHENTICATED', 'guest | absent visible hidden': 'UNAUTHENTICATED', 'customer author | absent visible hidden': 'FORBIDDEN', 'superUser staff admin | visible hidden': 'ok' } as const;

const ONLY_THEIRS = { guest: 'UNAUTHENTICATED', 'guest | absent visible': 'UNAUTHENTICATED', 'customer author | absent visible': 'FORBIDDEN' } as const;

export const rows: Row[] = [
  { mutation: 'flagPost', access: 'member', on: ['opening', 'answer', 'comment'], input: ({ id }) => ({ postId: id, reason: 'spam' }), select: 'post { id }',
    except: { 'author': 'about-own-post', 'superUser staff admin | held': 'not-visible', 'superUser staff admin | deleted': 'not-visible', 'superUser staff admin | belowHidden belowDeleted': 'ok' } },
  { mutation: 'reportIllegal', access: 'everyone', on: ['opening', 'answer', 'comment'], input: ({ id }) => ({ postId: id, note: 'It offers forged documents, which is forbidden.', inGoodFaith: true }), select: 'report { note }',
    except: { 'superUser staff admin | held': 'not-visible', 'superUser staff admin | deleted': 'not-visible', 'author | held': 'not-visible', 'superUser staff admin | belowHidden belowDeleted': 'ok' } },
  { query: 'illegalReport', access: 'everyone', ask: 'illegalReport(receipt: "AAAAAAAAAAAAAAAAAAAAAA") { note }', except: { '*': 'absent' } },
  { query: 'reviewQueue', access: 'superUser', on: 'reviewItem', finds: true, ask: 'reviewQueue(first: 100) { nodes { id } }' },
  { query: 'reviewCount', access: 'superUser', ask: 'reviewCount' },
  { query: 'reviewItem', access: 'superUser', on: 'reviewItem', ask: 'reviewItem(id: $id) { id flags { reason } record { fine } }' },
  { field: 'ReviewItem.post', on: 'reviewItem', ask: 'reviewItem(id: $id) { post { id html } }', except: NOT_THEIRS },
  { field: 'ReviewItem.flags', on: 'reviewItem', ask: 'reviewItem(id: $id) { flags { reason note } }', except: NOT_THEIRS },
  { mutation: 'takeReview', access: 'superUser', input: () => ({}), select: 'clientMutationId' },
  { mutation: 'decideReview', access: 'superUser', on: 'reviewItem', input: ({ id }) => ({ itemId: id, decision: 'hide' }), select: 'item { id isDecided }' },
  { mutation: 'decideReview', as: 'decide an appeal', access: 'superUser', on: 'appealItem', input: ({ id }) => ({ itemId: id, decision: 'lift' }), select: 'item { id isDecided }' },
  { mutation: 'decideReview', as: 'second a renewal', access: 'superUser', on: 'renewalItem', input: ({ id }) => ({ itemId: id, decision: 'lift' }), select: 'item { id isDecided }', except: { superUser: 'staff-only' } },
  { query: 'reviewQueue', as: 'appeals', access: 'superUser', on: 'appealItem', finds: true, ask: 'reviewQueue(first: 100) { nodes { id } }' },
  { query: 'reviewQueue', as: 'renewals', access: 'superUser', on: 'renewalItem', finds: true, ask: 'reviewQueue(first: 100) { nodes { id } }', except: { superUser: 'absent' } },
  { field: 'ReviewItem.decision', on: 'appealItem', ask: 'reviewItem(id: $id) { decision { act reason appeal { body } } }', except: ONLY_THEIRS },
  { field: 'ReviewItem.member', on: 'appealItem', ask: 'reviewItem(id: $id) { member { id name } }', except: ONLY_THEIRS },

  { query: 'sanctionLadder', access: 'everyone', ask: 'sanctionLadder { step hours }' },
  { field: 'Member.sanctions', on: 'account', ask: 'member(id: $id) { sanctions { id step } }', except: { '*': 'absent', 'superUser staff admin': 'ok' } },
  { field: 'Member.nextSanction', on: 'account', ask: 'member(id: $id) { nextSanction { step hours } }', except: { '*': 'absent', 'superUser staff admin': 'ok' } },
  { mutation: 'sanctionMember', access: 'superUser', on: 'account', input: ({ id }) => ({ memberId: id, step: 'silence', hours: 24, reason: 'troll' }), select: 'member { id }' },
  { mutation: 'sanctionMember', as: 'suspend', access: 'superUser', on: 'account', input: ({ id }) => ({ memberId: id, step: 'suspension', hours: 24, reason: 'troll' }), select: 'member { id }', except: { superUser: 'beyond-your-means' } },
  { mutation: 'liftSanction', access: 'superUser', on: 'sanction', input: ({ id }) => ({ sanctionId: id, reason: 'It was enough.' }), select: 'member { id }', except: { superUser: 'staff-only' } },
  { field: 'Member.decisions', on: 'account', ask: 'member(id: $id) { decisions(first: 5) { nodes { id act } } }', except: { '*': 'absent', 'author superUser staff admin': 'ok' } },
  { query: 'decision', access: 'member', on: 'decision', ask: 'decision(id: $id) { id act canAppeal appeal { body } }' },
  { mutation: 'appeal', access: 'member', on: 'decision', input: ({ id }) => ({ decisionId: id, body: 'That was meant as a joke.' }), select: 'decision { id act }', except: { 'superUser staff admin': 'absent' } },
  { query: 'moderationLog', access: 'everyone', ask: 'moderationLog(first: 5) { nodes { id act rule } }' },
];
