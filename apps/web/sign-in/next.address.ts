/** Where to go after signing in: an address of this very site, else ''. Browsers read `\` as `/` and drop tabs and line breaks, so neither may hide another site's name. */
export function nextAddress(wished: string | undefined): string {
  if (!wished || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(wished)) return '';
  return wished.length > 500 ? '' : wished;
}

const ADDRESS_MOST = 254; // RFC 5321

/** An e-mail address that a link carries from one form to the next; '' where there is none. */
export function typedIn(email: unknown): string {
  return typeof email === 'string' && email.length <= ADDRESS_MOST ? email : '';
}
