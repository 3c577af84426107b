import { type Change, diffLines, diffWordsWithSpace } from 'diff';

export enum SegmentKind {
  same = 'same',
  added = 'added',
  removed = 'removed',
}

export interface Segment {
  kind: SegmentKind;
  text: string;
}

// The search for the shortest difference costs its length squared: 35 ms at 200 words on two texts of 30,000 signs that share nothing (measured).
// Whoever rewrote more than that is shown by lines, and then as a whole.
const MOST_CHANGES = 200;

/** What became of a text, word by word. */
export function wordDiff(before: string, after: string): Segment[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_CHANGES }) ?? diffLines(before, after, { maxEditLength: MOST_CHANGES });
  return changes ? changes.map(segment) : [{ kind: SegmentKind.removed, text: before }, { kind: SegmentKind.added, text: after }].filter(({ text }) => text !== '');
}

function segment({ added, removed, value }: Change): Segment {
  return { kind: added ? SegmentKind.added : removed ? SegmentKind.removed : SegmentKind.same, text: value };
}
