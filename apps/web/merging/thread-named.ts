/** The thread that somebody means by its number, its id or its address; null where it is words to search for. */
export function threadNamed(text: string): string | null {
  const [, key] = /^\s*(?:#?|thr_|\S*\/t\/)(\d{1,18})(?:[/?#]\S*)?\s*$/.exec(text) ?? [];
  return key === undefined ? null : `thr_${key}`;
}
