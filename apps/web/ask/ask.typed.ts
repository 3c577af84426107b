import { FILES_AGAIN } from '../files/attaching.js';
import type { Fields } from '../page/form.fields.js';
import { openedBefore } from '../deflection/opened.js';
import { confirmationIn } from '../private-data/private-data.warning.js';

/** What is opened with the form: a question unless somebody chose otherwise. */
export type AskKind = 'question' | 'discussion';

/** What somebody typed into the ask form. */
export interface AskTyped {
  kind: AskKind;
  title: string;
  body: string;
  categoryId: string;
  tags: string;
  /** What was said in the category's fields, by their keys. */
  fields: Record<string, string>;
  /** The category whose fields the form showed when it was sent. */
  fieldsOf: string;
  /** What was opened because it might answer it: numbers of threads, and of entries with an e before them. */
  after: string[];
  /** The numbers of the notices that were shown as what it may be, at any step so far. */
  noticesSeen: string[];
  /** Of the warning about private data. */
  confirmed: string | null;
  /** A guest had chosen files, which are not kept. */
  lostFiles: boolean;
  /** A draft of something else is kept: this form does not take its place by itself. */
  isApart: boolean;
}

const FIELD = 'fields.';
const NOTICES_MOST = 50; // that one form can have shown
const REGION = 'region'; // the key of the field that notices are compared by

export function askTyped(form: Fields): AskTyped {
  const { kind = '', title = '', body = '', categoryId = '', tags = '', fieldsOf = '' } = form;
  return { kind: kind === 'discussion' ? 'discussion' : 'question', title, body, categoryId, tags, fields: saidIn(form), fieldsOf, after: openedBefore(form['after']), noticesSeen: (form['noticesSeen'] ?? '').split(' ').filter((id) => /^thr_\d{1,19}$/.test(id)).slice(0, NOTICES_MOST), confirmed: confirmationIn(form), lostFiles: form[FILES_AGAIN] === 'yes', isApart: form['apart'] === 'yes' };
}

/** What a form says in the fields of a category, by their keys. */
export function saidIn(form: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith(FIELD)).map(([name, value]) => [name.slice(FIELD.length), value]));
}

export function withoutSaid(form: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !keys.some((key) => name === FIELD + key)));
}

/** The same as mutations take it. */
export function fieldInputs(said: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(said).map(([key, value]) => ({ key, value }));
}

/** The same as a draft keeps it. */
export function draftFieldsOf({ kind, title, body, categoryId, tags, fields, fieldsOf, after }: AskTyped): { name: string; value: string }[] {
  const all = { kind, title, body, categoryId, tags, fieldsOf, ...(after.length > 0 ? { after: after.join(' ') } : {}), ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [FIELD + key, value])) };
  return Object.entries(all).map(([name, value]) => ({ name, value }));
}

/** The same as notices are compared with it. */
export function aboutOf({ title, categoryId, tags, fields }: AskTyped) {
  const said = fields[REGION] ?? '';
  return {
    text: title.toWellFormed(),
    categoryId: categoryId.slice(0, 40).toWellFormed(),
    tags: tagsIn(tags).slice(0, 20).map((tag) => tag.slice(0, 200).toWellFormed()),
    fields: said === '' ? [] : [{ key: REGION, value: said.slice(0, 1_000).toWellFormed() }],
  };
}

/** `wlan, Router neu,` -> two tags. */
export function tagsIn(tags: string): string[] {
  return tags.split(',').map((tag) => tag.trim()).filter(Boolean);
}
