import { type HtmlElement, type HtmlNode, isElement } from './html.tree.js';
import { type BlockPlace, blocksMarkdown } from './markdown.block.js';

/** A list, tight where the HTML has no paragraphs in its items. `turn` alternates the sign: two lists in a row would else be one. */
export function listMarkdown(list: HtmlElement, place: BlockPlace, turn: number): string[] {
  const items = itemsOf(list).map((nodes) => blocksMarkdown(nodes, place));
  if (items.length === 0) return [];
  const loose = list.children.some((item) => isElement(item) && item.children.some((child) => isElement(child) && child.name === 'p'));
  let number = Math.min(999_999_000, Math.max(0, Number.parseInt(list.attribs['start'] ?? '1', 10) || 0));
  const written = items.map((blocks) => {
    const mark = list.name === 'ol' ? `${number++}${turn % 2 ? ')' : '.'}` : turn % 2 ? '*' : '-';
    return indented(mark, joined(blocks, loose));
  });
  return [written.join(loose ? '\n\n' : '\n')];
}

/** What stands between the items of a bad list is an item of its own, so that nothing gets lost. */
function itemsOf(list: HtmlElement): HtmlNode[][] {
  const items: HtmlNode[][] = [];
  for (const child of list.children) {
    if (isElement(child) && child.name === 'li') items.push(child.children);
    else if (isElement(child) && (child.name === 'ul' || child.name === 'ol') && items.length > 0) items[items.length - 1] = [...items.at(-1)!, child];
    else if (isElement(child) || (child.type === 'text' && child.data.trim())) items.push([child]);
  }
  return items;
}

// what may follow a line of text without an empty line: an ordered list only from 1 on, a rule or a table never
const MAY_FOLLOW = /^(?:[-*] \S|1[.)] \S|```|>|#{1,6} )/;

function joined(blocks: string[], loose: boolean): string {
  return blocks.length === 0 ? '' : blocks.reduce((text, block) => text + (!loose && MAY_FOLLOW.test(block) ? '\n' : '\n\n') + block);
}

function indented(mark: string, text: string): string {
  const margin = ' '.repeat(mark.length + 1);
  return `${mark} ${text.replace(/\n(?=[^\n])/g, `\n${margin}`)}`.trimEnd();
}
