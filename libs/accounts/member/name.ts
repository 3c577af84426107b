/**
 * What makes two names the same: compatibility forms (NFKC), case and white space do not tell people apart.
 * Look-alike letters of other scripts (UTS #39) come with the reserved names.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
