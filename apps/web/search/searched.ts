const LONGEST_TEXT = 2_000; // finding uses no more; whole posts are pasted into search fields
const LONGEST_WORD = 60;

/** What somebody searches for, as the address says it. */
export interface Searched {
  text: string;
  category: string;
  tag: string;
  solved: boolean;
}

export function searchedIn(query: Record<string, unknown>): Searched {
  const one = (name: string) => {
    const given = [query[name]].flat()[0]; // an address may name it twice: the first counts
    return typeof given === 'string' ? given.replaceAll('\0', '').toWellFormed() : '';
  };
  return {
    text: one('q').trim().slice(0, LONGEST_TEXT).toWellFormed(),
    category: one('category').slice(0, LONGEST_WORD),
    tag: one('tag').trim().toLowerCase().slice(0, 40),
    solved: one('solved') !== '',
  };
}

export function searchPath({ text, category, tag, solved }: Searched): string {
  const query = new URLSearchParams({ q: text, ...(category && { category }), ...(tag && { tag }), ...(solved && { solved: '1' }) });
  return `/search?${query}`;
}
