import type { Fields } from '../page/form.fields.js';

/** What somebody typed into the ask form. */
export interface AskTyped {
  title: string;
  body: string;
  categoryId: string;
  tags: string;
}

export function askTyped({ title = '', body = '', categoryId = '', tags = '' }: Fields): AskTyped {
  return { title, body, categoryId, tags };
}

/** `wlan, Router neu,` -> two tags. */
export function tagsIn(tags: string): string[] {
  return tags.split(',').map((tag) => tag.trim()).filter(Boolean);
}
