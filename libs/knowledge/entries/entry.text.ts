import { cleanLine, cleanText, renderMarkdown, slugOf } from '#platform/content';
import { EntryKind } from './entry.sets.js';

const ARTICLE_SHIFT = -1; // rendered headings begin where a post's do, below those of a thread's page; the page of an article has its title alone

// what stands behind an entry's number when somebody acts on it: no title may take such an address
const PAGES_OF_AN_ENTRY = new Set(['edit', 'merge', 'reject', 'versions']);

/** The text of an entry as its columns hold it: what was typed, and its HTML, made once. */
export function entryText(kind: EntryKind, givenTitle: string, text: string) {
  const [title, source] = [cleanLine(givenTitle)!.trim(), cleanText(text)!]; // the input's class has refused what has no clean form
  const { html, renderer } = renderMarkdown(source);
  const slug = slugOf(title);
  return { title, slug: PAGES_OF_AN_ENTRY.has(slug) ? `${slug}-${kind}` : slug, source, html: kind === EntryKind.article ? raised(html) : html, renderer };
}

function raised(html: string): string {
  return html.replaceAll(/<(\/?)h([3-6])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + ARTICLE_SHIFT}>`);
}
