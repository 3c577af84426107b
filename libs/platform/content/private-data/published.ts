import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What a `tel:` or `mailto:` address is as a find, however a text writes it: the `value` of a piece. Null: no such address. */
export function valueOfAddress(address: string): string | null {
  const [, scheme, rest = ''] = /^(tel|mailto):([^?]*)/.exec(address) ?? [];
  if (scheme === 'mailto') return rest.toLowerCase();
  return scheme === 'tel' ? (parsePhoneNumberFromString(rest, 'DE')?.number ?? null) : null;
}
