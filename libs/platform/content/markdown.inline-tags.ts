import type { MarkdownIt, StateInline } from 'markdown-it';

/** The three tags that people do type, that mean something Markdown has no sign for, and that imported posts are full of. */
const DEEPEST = 4; // a power of a power of a power
const TAG = /^<(\/?)(kbd|sub|sup)>/;

/**
 * Lets `<kbd>`, `<sub>` and `<sup>` through, without attributes and only in pairs: HTML as a whole stays text.
 * An opening tag without its end is text as well, so that "use <sub> here" loses nothing.
 */
export function inlineTags(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'inline_tags', readTag);
}

function readTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const match = TAG.exec(state.src.slice(state.pos, state.pos + 6));
  if (!match) return false;
  const tag = match[2]!;
  const open = openTags(state);
  const depth = open[tag] ?? 0;
  if (match[1] ? depth === 0 : depth === DEEPEST || state.pos > lastEndOf(state, tag)) return false;
  if (!silent) {
    open[tag] = match[1] ? depth - 1 : depth + 1;
    state.push(match[1] ? 'inline_tag_close' : 'inline_tag_open', tag, match[1] ? -1 : 1);
  }
  state.pos += match[0].length;
  return true;
}

const OPEN = Symbol('open');
const ENDS = Symbol('ends');
type TagState = StateInline & { [OPEN]?: Record<string, number>; [ENDS]?: Record<string, number> };

/** Which of the three stand open, by inline run: a link's label is a run of its own. */
function openTags(state: TagState): Record<string, number> {
  return (state[OPEN] ??= {});
}

/** Searched once a run and tag: searching at each opening tag would be quadratic on a page full of them. */
function lastEndOf(state: TagState, tag: string): number {
  const ends = (state[ENDS] ??= {});
  return (ends[tag] ??= state.src.lastIndexOf(`</${tag}>`));
}
