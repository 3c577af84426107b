import { randomUUID } from 'node:crypto';
import { formOf } from '../drafts/save-draft.view.js';
import { FILES_AGAIN } from '../files/attaching.js';
import { CONFIRMATION } from '../private-data/private-data.warning.js';
import type { SavedForm } from '#forum';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import type { Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';

/** A form with a text that somebody wrote. It can be sent at once, or after its writer has signed in. */
export interface SentForm {
  /** Does it, and answers where it is now to be seen, or the form again with what is wrong; `refused`: with one of its files, before anything was sent. */
  send(visit: Visit, fields: Fields, refused: ProblemParts | null): Promise<Reply>;
  /** What is kept of it while it may not be published yet; absent where only members have such a form. */
  toSave?(fields: Fields): { form: SavedForm; input: object };
}

/** Which form, and what was typed into it. */
export interface Draft {
  kind: DraftKind;
  fields: Fields;
}

/** What is kept of each form while its writer signs in; the visible texts first. */
const DRAFT_FIELDS = {
  ask: ['title', 'body', 'categoryId', 'tags', 'kind', 'fieldsOf', 'after', CONFIRMATION, FILES_AGAIN],
  answer: ['body', 'threadId', CONFIRMATION, FILES_AGAIN],
  comment: ['body', 'postId', CONFIRMATION, FILES_AGAIN],
  edit: ['title', 'body', 'tags', 'reason', 'basedOn', 'postId', 'act', CONFIRMATION, FILES_AGAIN],
} as const;
export type DraftKind = keyof typeof DRAFT_FIELDS;

/** The form's address, by which a browser knows what it kept of it (elements/keep-typed.ts). */
export function addressOf({ kind, fields }: Draft): string {
  return formOf(kind === 'ask' ? kind : `${kind}:${(kind === 'answer' ? fields['threadId'] : fields['postId']) ?? ''}`);
}

export function draftIn(fields: Fields): Draft | null {
  const kind = fields['draft'];
  if (kind === undefined || !Object.hasOwn(DRAFT_FIELDS, kind)) return null;
  return draftOf(kind as DraftKind, fields);
}

export function draftOf(kind: DraftKind, fields: Fields): Draft {
  const names = Object.keys(fields).filter((name) => (kind === 'ask' || kind === 'edit') && name.startsWith('fields.')); // what the category asked for
  // an edit changes what its form had: an answer's has no title
  const of: readonly string[] = kind === 'edit' ? DRAFT_FIELDS.edit.filter((name) => name in fields) : DRAFT_FIELDS[kind];
  const kept = [...of, ...names].map((name) => [name, fields[name] ?? '']);
  // a form that is sent twice while signing in signs in twice and posts once
  return { kind, fields: { ...Object.fromEntries(kept), clientMutationId: fields['clientMutationId'] ?? randomUUID() } };
}
