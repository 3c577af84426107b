import { parseDocument } from 'htmlparser2';
import { type HtmlElement, type HtmlNode, isDropped, isElement } from './html.tree.js';
import { type BlockPlace, blocksMarkdown, inlinePlace } from './markdown.block.js';
import { inlineMarkdown } from './markdown.inline.js';

/** A table with its first row as the head: Markdown knows no other. Blocks in cells become a line. */
export function tableMarkdown(table: HtmlElement, place: BlockPlace): string[] {
  const rows = rowsOf(table.children).map((row) => row.children.filter(isCell));
  const caption = table.children.filter((child) => isElement(child) && child.name === 'caption');
  const before = blocksMarkdown(caption.flatMap((element) => (element as HtmlElement).children), place);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [...before, ...blocksMarkdown(table.children.filter((child) => !caption.includes(child)), place)];
  const [head, ...body] = rows as [HtmlElement[], ...HtmlElement[][]];
  const lines = [line(head, width, place), `|${Array.from({ length: width }, (_, at) => ruleOf(head[at])).join('|')}|`];
  return [...before, [...lines, ...body.map((row) => line(row, width, place))].join('\n')];
}

function rowsOf(nodes: HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.name === 'tr') return [node];
    return node.name === 'thead' || node.name === 'tbody' || node.name === 'tfoot' ? rowsOf(node.children) : [];
  });
}

function isCell(node: HtmlNode): node is HtmlElement {
  return isElement(node) && (node.name === 'td' || node.name === 'th');
}

function line(cells: HtmlElement[], width: number, place: BlockPlace): string {
  const texts = Array.from({ length: width }, (_, at) => cellText(cells[at], place));
  return `| ${texts.join(' | ')} |`;
}

function cellText(cell: HtmlElement | undefined, place: BlockPlace): string {
  if (!cell) return '';
  const nodes = cell.children.filter((node) => !isDropped(node)).flatMap(spaced);
  return inlineMarkdown(nodes, { ...inlinePlace(place, true), inTable: true }).trim();
}

/** Blocks of a cell, parted by a space where they stood below each other. */
function spaced(node: HtmlNode): HtmlNode[] {
  if (!isElement(node) || !['p', 'div', 'li', 'ul', 'ol', 'pre', 'blockquote'].includes(node.name)) return [node];
  const space = parseDocument(' ').children;
  return [...space, ...node.children.flatMap(spaced), ...space];
}

function ruleOf(cell: HtmlElement | undefined): string {
  const align = cell?.attribs['align'] ?? /text-align:\s*(\w+)/.exec(cell?.attribs['style'] ?? '')?.[1];
  return { left: ' :--- ', right: ' ---: ', center: ' :---: ' }[align ?? ''] ?? ' --- ';
}
