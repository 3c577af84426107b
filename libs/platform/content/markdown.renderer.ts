import MarkdownIt from 'markdown-it';
import { isBomb } from './markdown.bomb.js';
import { inlineTags } from './markdown.inline-tags.js';
import { mentions, type Mentions } from './markdown.mentions.js';
import { sanitize } from './html.sanitizer.js';

/** Goes up whenever the same source would give other HTML: rows made by an older one are rendered again. */
export const RENDERER = 3;

const HEADING_SHIFT = 2; // the page's h1 is the title and its h2s are ours ("3 answers"): a post starts at h3
const MAX_NESTING = 40; // a list takes two levels; nobody reads deeper, and beyond it the parser would only burn time

const LINK = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i;
const FILE = /^\/files\/[0-9a-f]{32}\/[a-z0-9.-]{1,120}$/; // of this site, by its path: the site may move
const PLACE = /^\/(?![/\\]|%(?:5c|2f|0))[!-[\]-~]*$/i; // a page of this site; two slashes, or a backslash for one of them, would lead to another

const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: false, typographer: false, maxNesting: MAX_NESTING });

// only what names its scheme becomes a link: `main.rs` and `README.md` are files, though Serbia and Moldova own those endings
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.linkify.add('ftp:', null).add('//', null);
markdown.validateLink = (url) => LINK.test(url) || FILE.test(url) || PLACE.test(url);
markdown.normalizeLinkText = (text) => text; // shown as it was typed: a decoded address can look like another one
markdown.use(inlineTags);
markdown.use(mentions);

markdown.core.ruler.push('heading_shift', (state) => {
  for (const token of state.tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + HEADING_SHIFT)}`;
    }
  }
});

// a picture is a file: what is only read must not open pages of this site in the name of whoever reads it
markdown.core.ruler.push('pictures_are_files', (state) => {
  for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
    const source = String(token.attrGet('src') ?? '');
    if (token.type === 'image' && !LINK.test(source) && !FILE.test(source)) Object.assign(token, { type: 'text', tag: '', children: null, content: `![${token.content}](${source})` });
  }
});

// a page's policy forbids style attributes: how a column is aligned becomes a class
markdown.core.ruler.push('align_class', (state) => {
  for (const token of state.tokens) {
    const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    if (align) token.attrs = [['class', `align-${align}`]];
  }
});

/** Markdown to HTML that a page may contain as it is. Done once, when a post is written. `named`: who can be mentioned. */
export function renderMarkdown(source: string, named?: Mentions): { html: string; renderer: number } {
  return { html: isBomb(source) ? asTyped(source) : formatted(source, named), renderer: RENDERER };
}

const GROWTH = 20; // times its source that a post's HTML may have: lists and tables of short items reach ten
const ANY_GROWTH = 20_000; // characters: what is small may grow as it likes

function formatted(source: string, named?: Mentions): string {
  const html = markdown.render(source, { mentions: named });
  return html.length > ANY_GROWTH && html.length > GROWTH * source.length ? asTyped(source) : sanitize(html);
}

/** A text that would blow up on the page is shown as it was typed: bounded, and nothing of it is lost. */
function asTyped(source: string): string {
  return `<pre><code>${markdown.utils.escapeHtml(source)}</code></pre>\n`;
}
