import type { Kind, Row } from '../notation.js';

const onThread = (field: string) => `thread(id: $id) { viewer { ${field} { allowed reason } } }`;
const UNSEEN = 'superUser staff admin | held hidden';

export const kinds: Record<string, Kind> = {
  /** A visible thread of somebody else beside one of the author's. */
  pair: {
    states: ['visible', 'held', 'hidden', 'deleted'],
    make: async (world, state) => ({ id: `thr_${await world.thread({ state, opening: state })}`, other: `thr_${await world.thread({ by: 'bystander' })}` }),
    absent: { id: 'thr_999999999', other: 'thr_1' },
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

export const rows: Row[] = [
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
