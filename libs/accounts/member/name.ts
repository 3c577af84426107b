const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu; // joiners, direction marks, fillers, the empty Braille cell

/**
 * What makes two names the same: compatibility forms (NFKC), case, white space and what nobody sees do not tell people apart.
 * Look-alike letters of other scripts (UTS #39) come with the reserved names.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}
