import { blocksMarkdown } from './markdown.block.js';
import { parseHtml } from './html.tree.js';

/**
 * HTML of an imported post as Markdown that a person can edit and that our renderer shows with the same structure.
 * Why no library: docs/adr/0004-html-to-markdown.md.
 * @param base the address that relative links in the HTML are relative to
 */
export function htmlToMarkdown(html: string, base?: string): string {
  return blocksMarkdown(parseHtml(html), { base, depth: 0, containers: 0 }).join('\n\n');
}
