/** What people write: the rule for text we take, Markdown to safe HTML, HTML to Markdown, plain text, slugs. */
export { cleanLine, cleanText } from './clean.text.js';
/** Markdown to HTML, once, when it is written; `RENDERER` says by which version. */
export { RENDERER, renderMarkdown } from './markdown.renderer.js';
export type { Mention, Mentions } from './markdown.mentions.js';
/** Imported posts: HTML to Markdown that renders the same. */
export { htmlToMarkdown } from './html-to-markdown.js';
export { excerpt } from './excerpt.js';
export { plainText } from './plain.text.js';
export { slugOf } from './slug.js';
/** What in a text looks like private data, so that its writer is warned before everybody reads it. */
export { findPrivateData } from './private-data/private-data.finder.js';
export { PRIVATE_KINDS, type PrivateKind, type PrivatePiece } from './private-data/piece.js';
export { valueOfAddress } from './private-data/published.js';
export { excerptOf, masked } from './private-data/masked.js';
export { fits, PATTERN_LENGTH, patternOf } from './private-data/company.pattern.js';
