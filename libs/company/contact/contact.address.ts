const LONGEST = 500;
const TELEPHONE = /^\+?\(?[0-9][0-9\-.()/ ]{2,30}$/;
const MAIL = /^[^\s@<>"(),:;?&[\]\\]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}\p{N}-]{2,}$/u;
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]|$)/u;

/** The address of a contact way: `tel:`, `mailto:` or `https:`, added where people leave it out; null where it is none of them. */
export function contactAddress(typed: string): string | null {
  const text = typed.trim();
  const [, scheme = '', rest = ''] = /^(tel|mailto|https):(.*)$/is.exec(text) ?? [];
  const address = scheme ? ofScheme(scheme.toLowerCase(), rest) : TELEPHONE.test(text) ? ofScheme('tel', text) : MAIL.test(text) ? ofScheme('mailto', text) : HOST.test(text) ? ofScheme('https', `//${text}`) : null;
  return address !== null && address.length <= LONGEST ? address : null;
}

/** As people read it: 0800 330 1000, help@company.example, company.example/shop. */
export function addressShown(address: string): string {
  if (address.startsWith('tel:')) return address.slice(4).replaceAll('-', ' ');
  if (address.startsWith('mailto:')) return address.slice(7).split('?')[0]!;
  const { host, pathname } = new URL(address);
  return host + (pathname === '/' ? '' : pathname);
}

function ofScheme(scheme: string, rest: string): string | null {
  if (scheme === 'tel') return TELEPHONE.test(rest.trim()) ? `tel:${rest.trim().replace(/^((?:\+|00).*)\(0\)/, '$1').replace(/[\s.()/-]+/g, '-').replace(/^(\+?)-/, '$1').replace(/-$/, '')}` : null; // https://www.rfc-editor.org/rfc/rfc3966: no spaces; +49 (0)30 is dialled without that 0
  if (scheme === 'mailto') return MAIL.test(rest) ? `mailto:${rest}` : null;
  const url = URL.canParse(`https:${rest}`) ? new URL(`https:${rest}`) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null;
}
