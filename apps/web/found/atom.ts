import type { Page } from '../page/visit.js';
import { xml } from './xml.js';

export interface Feed {
  title: string;
  language: string;
  /** Of the feed itself, and of the page that shows the same. */
  url: string;
  pageUrl: string;
  /** What addresses in the entries' HTML start from. */
  base: string;
  entries: readonly Entry[];
}

export interface Entry {
  /** Never changes, whatever the thread is called. */
  id: string;
  title: string;
  url: string;
  author: string;
  publishedAt: string;
  changedAt: string;
  language: string;
  html: string;
}

/** RFC 4287. */
export function atom({ title, language, url, pageUrl, base, entries }: Feed): string {
  const changedAt = entries.map((entry) => entry.changedAt).sort().at(-1) ?? new Date(0).toISOString(); // no clock: what has not changed is not sent again
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}" xml:base="${xml(base)}">
<title>${xml(title)}</title>
<id>${xml(url)}</id>
<updated>${changedAt}</updated>
<link rel="self" type="application/atom+xml" href="${xml(url)}"/>
<link rel="alternate" type="text/html" href="${xml(pageUrl)}"/>
${entries.map(entryOf).join('')}</feed>
`;
}

function entryOf({ id, title, url, author, publishedAt, changedAt, language, html }: Entry): string {
  return `<entry xml:lang="${xml(language)}">
<title>${xml(title)}</title>
<id>${xml(id)}</id>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<author><name>${xml(author)}</name></author>
<published>${publishedAt}</published>
<updated>${changedAt}</updated>
<content type="html">${xml(html)}</content>
</entry>
`;
}

/** Mentions and files lead to this site without naming it; readers of feeds know only whole addresses. */
export function htmlFor({ publicUrl }: Page, html: string): string {
  return html.replaceAll(/ (href|src)="\//g, (_, name: string) => ` ${name}="${publicUrl}/`);
}
