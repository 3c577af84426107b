/** A row's bigint key as PostgreSQL's driver hands it over: digits in a string, branded by its table. */
export type Key<Table extends string> = string & { readonly __table: Table };

const PREFIX = { thread: 'thr', post: 'pst', member: 'mem', category: 'cat', tag: 'tag', mail: 'mai', notification: 'ntf', field: 'fld', invitation: 'inv', gap: 'gap', entry: 'kno', wording: 'wrd', review: 'rev', sanction: 'san', decision: 'dec', finding: 'fnd' } as const;
type Table = keyof typeof PREFIX;

const LARGEST_BIGINT = 9_223_372_036_854_775_807n;

/** Whether the text is a key that PostgreSQL takes for a bigint: a longer number would be an error there, not an absence. */
export function isKey(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= LARGEST_BIGINT;
}

/** `123` of thread -> `thr_123`: typed, so that a mixed-up id is noticed; not secret. */
export function encodeId(table: Table, key: string): string {
  return `${PREFIX[table]}_${key}`;
}

/** `thr_123` -> `123`; null where it is no id of that table, which callers treat like a row that is not there. */
export function decodeId<T extends Table>(table: T, id: string): Key<T> | null {
  const [prefix, key, ...rest] = id.split('_');
  if (prefix !== PREFIX[table] || !key || rest.length > 0 || !isKey(key)) return null;
  return key as Key<T>;
}
