import { parseDocument } from 'htmlparser2';

export type HtmlNode = ReturnType<typeof parseDocument>['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

/** Deeper than any person writes; what lies below is read as its text, so that hostile nesting costs no stack. */
export const DEEPEST = 60;

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
]);
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'title', 'head', 'svg', 'math', 'textarea', 'select']);

export function parseHtml(html: string): HtmlNode[] {
  return parseDocument(html).children;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'tag';
}

/** Comments, scripts, styles and what embeds other pages: nothing of it is the post's text. */
export function isDropped(node: HtmlNode): boolean {
  return node.type === 'tag' ? DROPPED.has(node.name) : node.type !== 'text';
}

/** A block, or an inline element around one (`<b><p>`): the block wins. */
export function isBlock(node: HtmlNode, depth = 0): boolean {
  if (!isElement(node) || depth > DEEPEST) return false;
  return BLOCKS.has(node.name) || node.children.some((child) => isBlock(child, depth + 1));
}

/** All text below, as it stands; `<br>` is a line end. Without recursion, whatever the depth. */
export function textOf(node: HtmlNode): string {
  let text = '';
  const rest: HtmlNode[] = [node];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.type === 'text') text += next.data;
    else if (isElement(next) && next.name === 'br') text += '\n';
    else if (isElement(next) && !isDropped(next)) rest.push(...[...next.children].reverse());
  }
  return text;
}
