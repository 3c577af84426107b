/** Where to go after signing in: an address of this very site, else ''. Browsers read `\` as `/` and drop tabs and line breaks, so neither may hide another site's name. */
export function nextAddress(wished: string | undefined): string {
  if (!wished || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(wished)) return '';
  return wished.length > 500 ? '' : wished;
}
