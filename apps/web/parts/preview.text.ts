import { cleanText, renderMarkdown } from '#platform/content';

const LONGEST_SHOWN = 30_000; // what is longer is refused when it is sent; rendering it first would only cost time

/** The HTML that a text will have once it is posted; null where it is too long to be posted. */
export function previewOf(body: string): string | null {
  const source = cleanText(body);
  return source === null || [...source].length > LONGEST_SHOWN ? null : renderMarkdown(source).html;
}
