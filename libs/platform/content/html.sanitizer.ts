import sanitizeHtml from 'sanitize-html';

const TEXT = ['p', 'br', 'em', 'strong', 's', 'code', 'kbd', 'sub', 'sup'];
const BLOCKS = ['h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'ul', 'ol', 'li'];
const TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

const ALIGNED = ['align-left', 'align-right', 'align-center'];

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...TEXT, ...BLOCKS, ...TABLES, 'a', 'img'],
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'class'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    th: ['class'],
    td: ['class'],
    code: ['class'],
  },
  allowedClasses: { code: [/^language-[a-z0-9+#.-]{1,30}$/i], th: ALIGNED, td: ALIGNED, a: ['mention'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    // nobody's post lends our standing to a site, and the opened page gets no handle on ours
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'nofollow ugc noopener' } }),
    img: (tagName, attribs) => ({ tagName, attribs: { ...attribs, alt: attribs['alt'] ?? '', loading: 'lazy' } }),
  },
};

/** The second lock behind the renderer: what is not on this list does not reach a page, whatever a parser lets slip. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}
