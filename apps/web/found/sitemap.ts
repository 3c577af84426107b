import { xml } from './xml.js';

interface Address {
  url: string;
  changedAt?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** https://www.sitemaps.org/protocol.html */
export function sitemap(addresses: readonly Address[]): string {
  return `${HEAD}\n<urlset ${SCHEMA}>\n${addresses.map((address) => `<url>${place(address)}</url>\n`).join('')}</urlset>\n`;
}

export function sitemapIndex(urls: readonly string[]): string {
  return `${HEAD}\n<sitemapindex ${SCHEMA}>\n${urls.map((url) => `<sitemap>${place({ url })}</sitemap>\n`).join('')}</sitemapindex>\n`;
}

function place({ url, changedAt }: Address): string {
  return `<loc>${xml(url)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}`;
}
