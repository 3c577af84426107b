const ASKED_MOST = 200; // characters: as many as a title may have, and are kept

/**
 * The address of a thread or an entry for somebody who is about to ask: it says with which words they came. Nothing is kept of who opens it, and the page is
 * the same for everybody who comes so; it asks besides whether it helped, and search engines are told to leave it out.
 */
export function openedPath(path: string, asked: string): string {
  const words = askedIn(asked);
  return words ? `${path}?asked=${encodeURIComponent(words)}` : path;
}

/** Back to the form, with what was typed; `opened`: what had been opened, as the form carries it. */
export function askAfterPath(asked: string, opened: string): string {
  return `/ask?title=${encodeURIComponent(asked)}&after=${opened}`;
}

/** The words in an address or a form, as far as they are kept; empty where there are none. */
export function askedIn(given: unknown): string {
  return typeof given === 'string' ? [...given.replace(/\s+/g, ' ').trim()].slice(0, ASKED_MOST).join('').toWellFormed().trim() : '';
}

const OPENED_MOST = 5; // of what was opened, as many as a form carries along

/** What was opened before, as a form carries it: the number of a thread, or of an article or FAQ entry with an e before it. */
export function openedBefore(given: unknown): string[] {
  return typeof given === 'string' ? [...new Set(given.split(' ').filter((key) => /^e?[1-9]\d{0,17}$/.test(key)))].slice(-OPENED_MOST) : [];
}

/** The same as the program takes it. */
export function openedIds(key: string): { threadId: string } | { entryId: string } {
  return key.startsWith('e') ? { entryId: `kno_${key.slice(1)}` } : { threadId: `thr_${key}` };
}
