import type { Kind, Row, Target } from '../notation.js';
import type { World } from '../world.js';

const onThread = (field: string) => `thread(id: $id) { viewer { ${field} { allowed reason } } }`;
const UNSEEN = 'superUser staff admin | held hidden';

export const kinds: Record<string, Kind> = {
  /** A visible thread of somebody else beside one of the author's. */
  pair: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => ({ id: `thr_${await world.thread({ state, opening: state })}`, other: `thr_${await world.thread({ by: 'bystander' })}` }),
    absent: { id: 'thr_999999999', other: 'thr_1' },
  },
  /** The thread that another became part of; `signpost`: the other. */
  mergedInto: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => signpostTo(world, await world.thread({ state, opening: state })),
    absent: { id: 'thr_999999999', signpost: 'thr_999999998' },
  },
  /** What the author's thread began with, a comment by now on somebody else's. */
  mergedOpening: {
    states: ['visible', 'held', 'hidden', 'deleted', 'belowHidden'],
    make: async (world, state) => {
      const threadKey = await world.thread({ by: 'bystander', state: state === 'belowHidden' ? 'hidden' : 'visible' });
      const comment = await world.post({ threadKey, kind: 'comment', parent_id: await world.openingOf(threadKey), state: state === 'belowHidden' ? 'visible' : state });
      return { ...(await signpostTo(world, threadKey, { merged_opening_id: comment })), id: `pst_${comment}` };
    },
  },
  /** An answer in a thread of the author's. */
  answered: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => {
      const threadKey = await world.thread({ state });
      return { id: `thr_${threadKey}`, answer: `pst_${await world.post({ threadKey, kind: 'answer' })}`, category: `cat_${world.categoryKey}` };
    },
    absent: { id: 'thr_999999999', answer: 'pst_999999999', category: 'cat_1' },
  },
};

async function signpostTo(world: World, key: string, more: object = {}): Promise<Target> {
  return { id: `thr_${key}`, signpost: `thr_${await world.thread({ state: 'merged', merged_into: key, ...more })}` };
}

export const rows: Row[] = [
  { query: 'signpost', access: 'everyone', on: 'mergedInto', ask: 'signpost(id: $signpost) { thread { id } }' },
  { field: 'Signpost.opening', on: 'mergedOpening', finds: true, ask: 'signpost(id: $signpost) { opening { id } }' },
  { mutation: 'markDuplicate', access: 'member', on: 'pair', input: ({ id, other }) => ({ threadId: id, ofId: other }), select: 'thread { id }', except: { customer: 'super-users-only' } },
  { field: 'ThreadViewer.canMarkDuplicate', on: 'pair', ask: onThread('canMarkDuplicate'), explains: 'markDuplicate' },
  { mutation: 'mergeThreads', access: 'superUser', on: 'pair', input: ({ id, other }) => ({ sourceId: id, targetId: other }), except: { [UNSEEN]: 'not-visible' } },
  { field: 'ThreadViewer.canMerge', on: 'pair', ask: onThread('canMerge'), explains: 'mergeThreads' },
  {
    mutation: 'splitThread', access: 'superUser', on: 'answered', except: { [UNSEEN]: 'not-visible' },
    input: ({ id, answer, category }) => ({ threadId: id, postIds: [answer], title: 'What about the other floor?', categoryId: category }),
  },
  { field: 'ThreadViewer.canSplit', on: 'answered', ask: onThread('canSplit'), explains: 'splitThread' },
];
