import type { Fields } from '../page/form.fields.js';

/** What is opened with the form: a question unless somebody chose otherwise. */
export type AskKind = 'question' | 'discussion';

/** What somebody typed into the ask form. */
export interface AskTyped {
  kind: AskKind;
  title: string;
  body: string;
  categoryId: string;
  tags: string;
}

export function askTyped({ kind = '', title = '', body = '', categoryId = '', tags = '' }: Fields): AskTyped {
  return { kind: kind === 'discussion' ? 'discussion' : 'question', title, body, categoryId, tags };
}

/** `wlan, Router neu,` -> two tags. */
export function tagsIn(tags: string): string[] {
  return tags.split(',').map((tag) => tag.trim()).filter(Boolean);
}
