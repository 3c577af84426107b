import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Page } from '../page/visit.js';
import { shortened } from './segment.text.js';

export const segmentParts = graphql(`fragment SegmentParts on TextSegment { kind text }`);

/** What came is underlined and what went struck through, and both are named for those who hear the page. */
export function Changes({ page, segments }: { page: Page; segments: readonly FragmentOf<typeof segmentParts>[] }) {
  const t = page.texts.keeping.history;
  return (
    <>
      {segments.map(({ kind, text }, at) => {
        if (kind === 'same') return shortened(text, at === 0, at === segments.length - 1);
        const [Mark, word] = kind === 'added' ? (['ins', t.came] as const) : (['del', t.went] as const);
        return <Mark key={at}><span class="unseen"> [{word}: </span>{text.trim() === '' ? text.replaceAll('\n', '¶\n') : text}<span class="unseen">] </span></Mark>;
      })}
    </>
  );
}
