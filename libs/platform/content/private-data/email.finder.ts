import type { PrivatePiece } from './piece.js';

const LOCAL_MOST = 64;
const DOMAIN_MOST = 255; // RFC 5321, 4.5.3.1
const LOCAL = /(?<![\p{L}\p{N}._%+@/-])[\p{L}\p{N}][\p{L}\p{N}._%+-]*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}_@]|-[\p{L}\p{N}])/u;

/** Where nobody lives: reserved names (RFC 2606, RFC 6762, RFC 8375), names of networks at home, and what people write for "some address". */
const NOBODY = /(?:^|\.)(?:example\.(?:com|net|org|de|at|ch)|beispiel\.de|domain\.(?:com|de|tld)|(?:deine|ihre|meine|your|my)-?(?:domain|firma|company)\.\w+|example|test|invalid|localhost|local|lan|internal|intern|home|arpa|fritz\.box|speedport\.ip)$/i;
/** Ends of file names and units, not of hosts: `logo@2x.png`, `getty@tty1.service`. */
const FILE = /\.(?:png|jpe?g|gif|svg|webp|ico|pdf|txt|log|json|xml|html?|css|js|ts|tsx|py|sh|php|jar|exe|zip|tar|gz|conf|cfg|ini|service|socket|timer|target|mount)$/i;
/** Offices, which are published for everybody (RFC 2142, and what German companies call them), machines, and nobody in particular. */
const OFFICE = /^(?:abuse|admin|administrator|anfragen?|billing|contact|customer-?(?:care|service)|datenschutz|beispiel|do-?not-?reply|example|feedback|firstname\.lastname|foo|git|hallo|hello|help|helpdesk|hilfe|hostmaster|hotline|impressum|info|jobs|karriere|kontakt|kunden-?(?:service|dienst|betreuung)|mailer-daemon|marketing|news|newsletter|no-?reply|no_reply|noc|office|post|postmaster|presse|press|privacy|rechnung|root|sales|security|service|shop|support|team|username|vertrieb|vorname\.nachname|webmaster|widerruf|your-?name)$/i;
/** A header in which an address names a message, not a person. */
const MESSAGE = /(?:message-id|in-reply-to|references):[^\n]*$/i;

/** E-mail addresses of persons. Each `@` is looked at with at most what an address may have on either side of it. */
export function emailsIn(text: string): PrivatePiece[] {
  const found: PrivatePiece[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + DOMAIN_MOST))?.[0];
    if (domain === undefined) continue;
    const local = LOCAL.exec(text.slice(Math.max(0, at - LOCAL_MOST - 1), at))?.[0];
    if (local === undefined || local.length > LOCAL_MOST || OFFICE.test(local.split('+')[0]!) || NOBODY.test(domain) || FILE.test(domain)) continue;
    const start = at - local.length;
    if (MESSAGE.test(text.slice(Math.max(0, start - 80), start))) continue;
    const piece = text.slice(start, at + 1 + domain.length);
    found.push({ kind: 'email', start, text: piece, value: piece.toLowerCase() });
    at = start + piece.length - 1;
  }
  return found;
}
