/**
 * The rule for what text we take. A source must come back as it was typed, so nothing is trimmed, normalised or taken out;
 * only line endings become LF, because browsers send CRLF whatever was typed. Null where PostgreSQL or UTF-8 cannot hold it:
 * NUL, and halves of surrogate pairs.
 */
export function cleanText(input: string): string | null {
  if (input.includes('\0') || !input.isWellFormed()) return null;
  return input.replace(/\r\n?/g, '\n');
}

// What turns the writing direction round or cannot be seen. Left and right marks (200E, 200F) and joiners (200C, 200D) stay:
// Hebrew, Persian and emoji need them.
const UNSEEN = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const SPACES = /[\s\p{Cc}]+/gu; // control characters part words rather than glue them together
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u; // nor is the empty Braille cell

/** The same for one line: titles, names, tags. White space is one space, none at the ends; signs nobody sees are taken out; '' when nothing to see is left. */
export function cleanLine(input: string): string | null {
  if (cleanText(input) === null) return null;
  const line = input.replace(UNSEEN, '').replace(SPACES, ' ').trim();
  return VISIBLE.test(line) ? line : '';
}
