const SPECIAL = /[\\`*_~[\]<&|]/g;
const BARE_URL = /https?:\/\/[^\s<>()[\]"'`\\|]+/g;
const WORD = /[\p{L}\p{N}]/u;

export interface TextPlace {
  inLink: boolean;
  inTable: boolean;
  /** The marks and tags around: a mark within itself would read as another. */
  open: readonly string[];
}

/** Text that Markdown reads back as exactly this text. Only what would mean something is escaped, so that a person can edit the result. */
export function escapeText(text: string, place: TextPlace): string {
  if (place.inLink || !text.includes('://')) return escapeSigns(text, place);
  let out = '';
  let from = 0;
  for (const match of text.matchAll(BARE_URL)) {
    const url = match[0].replace(/[.,:;!?*_~]+$/, '');
    out += escapeSigns(text.slice(from, match.index), place);
    from = match.index + url.length;
    // a backslash inside would break the link that the renderer makes of it; at the end it would swallow the signs of what follows
    out += /[*_~&\]]/.test(url) || from === text.length ? `<${url}>` : url;
  }
  return out + escapeSigns(text.slice(from), place);
}

function escapeSigns(text: string, place: TextPlace): string {
  return text.replace(SPECIAL, (sign, at: number) => (means(sign, text, at, place) ? `\\${sign}` : sign));
}

/** Whether the sign could be read as markup where it stands. What lies beyond the text's ends is not known: there it could. */
function means(sign: string, text: string, at: number, place: TextPlace): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  switch (sign) {
    case '\\':
      return /^$|[\s!-/:-@[-`{-~]/.test(after);
    case '*':
      return !(before === ' ' && after === ' ');
    case '_':
      return !(before === ' ' && after === ' ') && !(WORD.test(before) && WORD.test(after) && place.open.length === 0);
    case '~':
      return before === '~' || after === '~' || before === '' || after === '';
    case '[':
      return place.inLink;
    case ']':
      return place.inLink || after === '' || after === '(' || after === '[' || after === ':';
    case '<':
      return after === '' || /[a-z/!?]/i.test(after);
    case '&':
      return /^&#?[a-z0-9]{1,40};/i.test(text.slice(at, at + 45));
    case '|':
      return place.inTable;
    default:
      return true;
  }
}

/** A line of a paragraph that starts like a heading, a list, a quote, a rule or a table's second line. */
export function escapeLineStart(line: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|[-=:|][-=:|\s]*$)/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Code between as many backticks as it takes. */
export function codeSpan(code: string): string {
  const fence = '`'.repeat(longestRun(code) + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return fence + pad + code + pad + fence;
}

export function codeBlock(code: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

function longestRun(code: string): number {
  let longest = 0;
  for (const run of code.matchAll(/`+/g)) longest = Math.max(longest, run[0].length);
  return longest;
}

/** An address between the parentheses of a link. */
export function linkTarget(url: string): string {
  const safe = url.replace(/[\s<>`\\|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).replace(/&(?=#?[a-z0-9]{1,40};)/gi, '&amp;');
  return isBalanced(safe) ? safe : safe.replace(/\(/g, '%28').replace(/\)/g, '%29');
}

function isBalanced(url: string): boolean {
  let depth = 0;
  for (const sign of url) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

export function linkTitle(title: string | undefined, place: TextPlace): string {
  const line = title?.replace(/\s+/g, ' ').trim();
  if (!line) return '';
  return ` "${line.replace(/["\\]/g, '\\$&').replace(/&(?=#?[a-z0-9]{1,40};)/gi, '&amp;').replace(/\|/g, place.inTable ? '\\|' : '|')}"`;
}
