import type { Page } from '../page/visit.js';

type Kind = keyof Page['texts']['keeping']['whole'];

/** What a thread is called where something is done with the whole of it. */
export function wholeWord(page: Page, kind: Kind): string {
  return page.texts.keeping.whole[kind];
}
