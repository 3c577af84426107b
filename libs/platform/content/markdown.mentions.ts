import type { MarkdownIt, StateInline } from 'markdown-it';

/** Somebody named in a text: how many of its letters are the name, and where the link leads. */
export type Mention = {
  member: string;
  length: number;
  href: string;
};

/** Who can be named; content knows no members. */
export interface Mentions {
  /** Whom the text behind an `@` names; null where nobody is called so. */
  at(text: string): Mention | null;
  /** It comes into the HTML; whether as a link. */
  take(mention: Mention): boolean;
}

interface Env {
  mentions?: Mentions | undefined;
}

const BEFORE = /[\p{L}\p{N}\p{M}+%/@.-]$/u; // within a word, a mail address or the address of a page an @ names nobody

/** Makes `@Name` a link where it stands in text; code and the labels of links are read by rules of their own. */
export function mentions(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'mention', readMention);
  markdown.renderer.rules['mention'] = (tokens, at, _options, env) => {
    const { content, meta } = tokens[at]!;
    const mention = meta as Mention;
    const text = markdown.utils.escapeHtml(content);
    return (env as Env | undefined)?.mentions?.take(mention) ? `<a href="${mention.href}" class="mention">${text}</a>` : text;
  };
}

function readMention(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x40) return false;
  const known = (state.env as Env | undefined)?.mentions;
  if (!known || state.linkLevel > 0 || BEFORE.test(state.src.slice(Math.max(0, state.pos - 2), state.pos))) return false;
  const mention = known.at(state.src.slice(state.pos + 1, state.posMax));
  if (!mention) return false;
  const end = state.pos + 1 + mention.length;
  if (!silent) {
    const token = state.push('mention', '', 0);
    token.content = state.src.slice(state.pos, end);
    token.meta = mention;
  }
  state.pos = end;
  return true;
}
