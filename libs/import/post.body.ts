import { cleanText, htmlToMarkdown, renderMarkdown } from '#platform/content';

/** A body as the dump has it: HTML of a post, or the one line of Markdown that a comment is. */
export interface RawBody {
  html?: string;
  comment?: string;
}

export type Body = { source: string; html: string; renderer: number } | { fault: string };

const LONGEST_SOURCE = 200_000; // bytes: the column's own limit
const LONGEST_HTML = 500_000; // characters: tags and entities take no more than that beside 200,000 bytes of text

export function convertBody(raw: RawBody, base: string | undefined): Body {
  const given = raw.html ?? raw.comment ?? '';
  if (given.length > LONGEST_HTML) return { fault: TOO_LONG };
  const source = cleanText(raw.html === undefined ? commentMarkdown(given) : htmlToMarkdown(given, base));
  if (source === null) return { fault: 'body with characters that cannot be stored' };
  if (Buffer.byteLength(source) > LONGEST_SOURCE) return { fault: TOO_LONG };
  return { source, ...renderMarkdown(source) };
}

const TOO_LONG = 'body longer than 200,000 bytes';

/** Comments there know code, emphasis and links, but no blocks: what starts like a heading or a list was none. */
function commentMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim().replace(/^(?=#{1,6}\s|>|[-+*]\s|[-=*_]{3,}$|~{3}|`{3})/, '\\').replace(/^(\d{1,9})([.)]\s)/, '$1\\$2'))
    .join('\n');
}
