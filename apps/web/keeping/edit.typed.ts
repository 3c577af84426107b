import { saidIn } from '../ask/ask.typed.js';
import type { Fields } from '../page/form.fields.js';
import { confirmationIn } from '../private-data/private-data.warning.js';

/** What somebody typed into the form that changes a post. */
export interface EditTyped {
  body: string;
  /** Of an opening alone: null where the form had no such field. */
  title: string | null;
  tags: string | null;
  /** By the keys of the category's fields. */
  fields: Record<string, string> | null;
  reason: string;
  /** The version of the post that stood in the form. */
  basedOn: number;
  /** Of the warning about private data. */
  confirmed: string | null;
}

const NO_VERSION = 2_000_000_000; // no post was ever changed so often: the form comes back beside the present text

export function editTyped(fields: Fields): EditTyped {
  const { body = '', reason = '', basedOn = '' } = fields;
  const said = saidIn(fields);
  return {
    body, title: fields['title'] ?? null, tags: fields['tags'] ?? null, fields: Object.keys(said).length > 0 ? said : null, reason,
    basedOn: /^\d{1,9}$/.test(basedOn) ? Number(basedOn) : NO_VERSION, confirmed: confirmationIn(fields),
  };
}
