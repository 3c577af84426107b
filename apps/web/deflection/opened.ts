const ASKED_MOST = 200; // characters: as many as a title may have, and are kept

/**
 * The address of a thread for somebody who is about to ask: it says with which words they came. Nothing is kept of who opens it, and the page is
 * the same for everybody who comes so; it asks besides whether it helped, and search engines are told to leave it out.
 */
export function openedPath(path: string, asked: string): string {
  const words = askedIn(asked);
  return words ? `${path}?asked=${encodeURIComponent(words)}` : path;
}

/** Back to the form, with what was typed; `after`: what had been opened. */
export function askAfterPath(asked: string, threadKey: string): string {
  return `/ask?title=${encodeURIComponent(asked)}&after=${threadKey}`;
}

/** The words in an address or a form, as far as they are kept; empty where there are none. */
export function askedIn(given: unknown): string {
  return typeof given === 'string' ? [...given.replace(/\s+/g, ' ').trim()].slice(0, ASKED_MOST).join('').toWellFormed().trim() : '';
}

const OPENED_MOST = 5; // threads whose numbers a form carries along

/** The numbers of threads that were opened before, as a form carries them. */
export function openedBefore(given: unknown): string[] {
  return typeof given === 'string' ? [...new Set(given.split(' ').filter((key) => /^[1-9]\d{0,17}$/.test(key)))].slice(-OPENED_MOST) : [];
}
