import { type HtmlElement, type HtmlNode, DEEPEST, isBlock, isDropped, isElement, textOf } from './html.tree.js';
import { codeBlock, escapeLineStart } from './markdown.escape.js';
import { inlineMarkdown, type InlinePlace } from './markdown.inline.js';
import { listMarkdown } from './markdown.list.js';
import { tableMarkdown } from './markdown.table.js';

export interface BlockPlace {
  base: string | undefined;
  depth: number;
  /** Quotes and lists around this place. */
  containers: number;
}

const MOST_CONTAINERS = 12; // the renderer stops at forty levels, of which a list takes two; deeper ones are flattened here, not lost there

/** The blocks in some HTML, each as Markdown without the empty lines around it. */
export function blocksMarkdown(nodes: HtmlNode[], place: BlockPlace): string[] {
  const blocks: string[] = [];
  let run: HtmlNode[] = [];
  let lastList: { name: string; turn: number } | null = null;
  const endRun = () => {
    const text = paragraph(run, place);
    run = [];
    if (text) {
      blocks.push(text);
      lastList = null;
    }
  };
  for (const node of nodes) {
    if (isDropped(node)) continue;
    if (!isElement(node) || !isBlock(node)) {
      run.push(node);
      continue;
    }
    endRun();
    const isList = node.name === 'ul' || node.name === 'ol';
    const turn: number = isList && lastList?.name === node.name ? lastList.turn + 1 : 0;
    const made = block(node, { ...place, depth: place.depth + 1 }, turn);
    blocks.push(...made);
    if (made.length) lastList = isList ? { name: node.name, turn } : null;
  }
  endRun();
  return blocks;
}

function paragraph(nodes: HtmlNode[], place: BlockPlace): string {
  if (nodes.length === 0) return '';
  const text = inlineMarkdown(nodes, inlinePlace(place, false));
  return text
    .replace(/^(?:\s|\\\n)+/, '')
    .replace(/(?:\\\n|\s)+$/, '')
    .split('\n')
    .map((line) => escapeLineStart(line.trim()))
    .join('\n');
}

export function inlinePlace(place: BlockPlace, oneLine: boolean): InlinePlace {
  return { base: place.base, depth: place.depth, oneLine, inLink: false, inTable: false, open: [] };
}

function block(element: HtmlElement, place: BlockPlace, turn: number): string[] {
  if (place.depth > DEEPEST) return [paragraph([{ ...element, name: 'span' } as HtmlElement], place)].filter(Boolean);
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level) return heading(element, Number(level), place);
  const deeper = { ...place, containers: place.containers + 1 };
  const tooDeep = deeper.containers > MOST_CONTAINERS;
  switch (element.name) {
    case 'hr':
      return ['___']; // dashes under a line make it a heading, and stars or dashes behind a list's sign make all of it a rule
    case 'pre':
      return preformatted(element);
    case 'blockquote':
      return tooDeep ? blocksMarkdown(element.children, place) : quote(blocksMarkdown(element.children, deeper));
    case 'ul':
    case 'ol':
      return tooDeep ? blocksMarkdown(element.children, place) : listMarkdown(element, deeper, turn);
    case 'table':
      return tableMarkdown(element, place);
    default:
      return blocksMarkdown(element.children, place);
  }
}

function heading(element: HtmlElement, level: number, place: BlockPlace): string[] {
  const text = inlineMarkdown(element.children, inlinePlace(place, true)).trim();
  return text ? [`${'#'.repeat(level)} ${text.replace(/#+$/, '\\$&')}`] : [];
}

function quote(blocks: string[]): string[] {
  if (blocks.length === 0) return [];
  return [blocks.join('\n\n').replace(/^(?=[^\n])/gm, '> ').replace(/^$/gm, '>')];
}

const LANGUAGE = /(?:^|\s)(?:lang|language)-([a-z0-9+#.-]{1,30})(?:\s|$)/i;

function preformatted(element: HtmlElement): string[] {
  const code = textOf(element).replace(/\r\n?/g, '\n').replace(/^\n/, '').replace(/\n$/, '');
  if (!code.trim()) return [];
  const inner = element.children.find((child) => isElement(child) && child.name === 'code') as HtmlElement | undefined;
  const language = LANGUAGE.exec(`${element.attribs['class'] ?? ''} ${inner?.attribs['class'] ?? ''}`)?.[1] ?? '';
  return [codeBlock(code, language)];
}
