import type { Fields } from '../page/form.fields.js';

/** What somebody typed into the form that changes a post. */
export interface EditTyped {
  body: string;
  /** Of an opening alone: null where the form had no such field. */
  title: string | null;
  tags: string | null;
  reason: string;
  /** The version of the post that stood in the form. */
  basedOn: number;
}

const NO_VERSION = 2_000_000_000; // no post was ever changed so often: the form comes back beside the present text

export function editTyped(fields: Fields): EditTyped {
  const { body = '', reason = '', basedOn = '' } = fields;
  return { body, title: fields['title'] ?? null, tags: fields['tags'] ?? null, reason, basedOn: /^\d{1,9}$/.test(basedOn) ? Number(basedOn) : NO_VERSION };
}
