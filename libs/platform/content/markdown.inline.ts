import { type HtmlElement, type HtmlNode, DEEPEST, isDropped, isElement, textOf } from './html.tree.js';
import { codeSpan, escapeText, linkTarget, linkTitle, type TextPlace } from './markdown.escape.js';
import { EmphasisJoiner, type Mark } from './markdown.emphasis.js';

export interface InlinePlace extends TextPlace {
  /** Headings and table cells are one line: a `<br>` in them is a space. */
  oneLine: boolean;
  /** What relative links of the source are relative to; without it they become text. */
  base: string | undefined;
  depth: number;
}

const MOST_OF_A_TAG = 4; // what the renderer lets through: a power of a power of a power

const MARKS: Record<string, Mark> = { strong: '**', b: '**', em: '*', i: '*', cite: '*', dfn: '*', var: '*', s: '~~', del: '~~', strike: '~~' };

/** A run of inline nodes as Markdown, white space collapsed as a browser does. */
export function inlineMarkdown(nodes: HtmlNode[], place: InlinePlace): string {
  const out = new EmphasisJoiner();
  writeNodes(out, nodes, place);
  return out.markdown;
}

function writeNodes(out: EmphasisJoiner, nodes: HtmlNode[], place: InlinePlace): void {
  for (const node of nodes) {
    if (isDropped(node)) continue;
    if (node.type === 'text') out.text(escapeText(node.data.replace(/[ \t\r\n\f]+/g, ' '), place));
    else if (isElement(node)) writeElement(out, node, { ...place, depth: place.depth + 1 });
  }
}

function writeElement(out: EmphasisJoiner, element: HtmlElement, place: InlinePlace): void {
  if (place.depth > DEEPEST) {
    out.text(escapeText(textOf(element).replace(/\s+/g, ' '), place));
    return;
  }
  const mark = MARKS[element.name];
  if (mark && place.open.includes(mark)) return writeNodes(out, element.children, place);
  if (mark) return out.mark(mark, inlineMarkdown(element.children, { ...place, open: [...place.open, mark] }));
  switch (element.name) {
    case 'br':
      return place.oneLine ? out.text(' ') : out.lineEnd();
    case 'code':
    case 'tt':
    case 'samp':
      return code(out, element, place);
    case 'kbd':
    case 'sub':
    case 'sup':
      return tag(out, element, place);
    case 'img':
      return out.solid(image(element, place));
    case 'a':
      return link(out, element, place);
    default:
      return writeNodes(out, element.children, place);
  }
}

function code(out: EmphasisJoiner, element: HtmlElement, place: InlinePlace): void {
  const text = textOf(element).replace(/\s+/g, ' ');
  if (!text.trim()) return out.text(text && ' ');
  out.code(text, (whole) => (place.inTable ? codeSpan(whole).replace(/\|/g, '\\|') : codeSpan(whole)));
}

function tag(out: EmphasisJoiner, { name, children }: HtmlElement, place: InlinePlace): void {
  const inner = inlineMarkdown(children, { ...place, open: [...place.open, name] });
  const fits = place.open.filter((around) => around === name).length < MOST_OF_A_TAG;
  if (inner.trim() && fits) out.solid(`<${name}>${inner}</${name}>`);
  else out.text(inner);
}

function image(element: HtmlElement, place: InlinePlace): string {
  const source = absolute(element.attribs['src'], place.base);
  if (!source || source.startsWith('mailto:')) return '';
  const alt = escapeText((element.attribs['alt'] ?? '').replace(/\s+/g, ' ').trim(), { ...place, inLink: true });
  return `![${alt}](${linkTarget(source)}${linkTitle(element.attribs['title'], place)})`;
}

function link(out: EmphasisJoiner, element: HtmlElement, place: InlinePlace): void {
  const target = place.inLink ? null : absolute(element.attribs['href'], place.base);
  if (!target) return writeNodes(out, element.children, place);
  const label = inlineMarkdown(element.children, { ...place, inLink: true });
  const plain = /^https?:\/\/[^\s<>`\\|]+$/i.test(target) && textOf(element) === target;
  const rest = `](${linkTarget(target)}${linkTitle(element.attribs['title'], place)})`;
  out.within(label, (inner) => out.solid(plain ? `<${target}>` : `[${inner}${rest}`));
}

/** The address where the renderer will take it: http, https, mailto. Null for everything else. */
function absolute(url: string | undefined, base: string | undefined): string | null {
  const given = url?.trim();
  if (!given) return null;
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(given)) return given;
  if (given.startsWith('//')) return /^\/\/[^\s/]/.test(given) ? `https:${given}` : null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(given) || given.startsWith('#') || !base || !URL.canParse(given, base)) return null;
  const resolved = new URL(given, base).href;
  return /^https?:/.test(resolved) ? resolved : null;
}
