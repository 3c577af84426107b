/** A document's key: a thread's is its number, an entry's has an e before it. One index holds both, and one list of what was found. */
export const entryDocument = (key: string): string => `e${key}`;

export function isEntryDocument(key: string): boolean {
  return key.startsWith('e');
}

/** The keys of threads and of entries among those of documents, in their order. */
export function apart(keys: readonly string[]): { threads: string[]; entries: string[] } {
  return { threads: keys.filter((key) => !isEntryDocument(key)), entries: keys.filter(isEntryDocument).map(entryKey) };
}

/** The entry's own key. */
export function entryKey(document: string): string {
  return document.slice(1);
}
