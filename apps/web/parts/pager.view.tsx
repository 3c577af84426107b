import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Page } from '../page/visit.js';

export const pageInfoParts = graphql(`
  fragment PageInfoParts on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }
`);

interface Props {
  page: Page;
  info: FragmentOf<typeof pageInfoParts>;
  /** The list's address with what else it holds (a filter, say), without a place in the list. */
  path: string;
  /** Where on the page the list begins. */
  anchor?: string;
}

/** First, previous, next, last: by cursors, so that each costs the same. */
export function Pager({ page, info, path, anchor = '' }: Props) {
  if (!info.hasNextPage && !info.hasPreviousPage) return null;
  const t = page.texts.lists;
  const at = (place: string) => page.href(path + (place && (path.includes('?') ? '&' : '?')) + place) + anchor;
  return (
    <nav class="pager" aria-label={t.pages}>
      <Step to={info.hasPreviousPage && at('')} word={t.first} />
      <Step to={info.hasPreviousPage && at(`before=${info.startCursor}`)} word={t.previous} rel="prev" />
      <Step to={info.hasNextPage && at(`after=${info.endCursor}`)} word={t.next} rel="next" />
      <Step to={info.hasNextPage && at('last=1')} word={t.last} />
    </nav>
  );
}

function Step({ to, word, rel }: { to: string | false; word: string; rel?: string }) {
  return to ? <a class="button button-quiet" href={to} rel={rel}>{word}</a> : <span class="button button-quiet button-off" aria-hidden="true">{word}</span>;
}
