import { isLabelled } from './passages.js';
import type { PrivatePiece } from './piece.js';

const NUMBER = /(?<![\p{L}\p{N}_]|\d[.,:/ -]|[.,:/#=+*-])\d(?:[ \u00A0-]?\d){12,18}(?![\p{L}\p{N}_@]|[ .,:/-]\d)/gu;
/** How the digits are printed on cards of 13 to 19 digits; all in one is fine, too. */
const GROUPS = /^(?:\d+|\d{4}([ \u00A0-])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ \u00A0-])\d{6}\2\d{4,5}|\d{4}([ \u00A0-])\d{3}\3\d{3}\3\d{3}|\d{6}([ \u00A0-])\d{13})$/;
/** First digits and lengths by network (ISO/IEC 7812-1; the networks' published ranges). */
const NETWORKS = [
  /^4(?:\d{15}|\d{18})$/, // Visa
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/, // Mastercard
  /^3[47]\d{13}$/, // American Express
  /^3(?:0[0-5]|[689]\d)\d{11}$/, // Diners Club
  /^(?:6011|65\d\d|64[4-9]\d)\d{12}(?:\d{3})?$/, // Discover
  /^35(?:2[89]|[3-8]\d)\d{12}(?:\d{3})?$/, // JCB
  /^(?:5018|5020|5038|5893|6304|6759|676[1-3]|672\d)\d{9,15}$/, // Maestro, Girocard
  /^62\d{14,17}$/, // UnionPay
];
const OLD_VISA = /^4\d{12}$/; // as long as a bar code, so that only with its name or in its groups it is one
const NAMED = /(?:karte|card|visa|kredit)[^\n\d]{0,30}$/i;

/** Numbers of payment cards: a network's first digits and length, printed groups or none, and the check digit (ISO/IEC 7812-1, Luhn). */
export function cardsIn(text: string): PrivatePiece[] {
  const found: PrivatePiece[] = [];
  for (const { index, 0: piece } of text.matchAll(NUMBER)) {
    const value = piece.replace(/\D/g, '');
    if (!GROUPS.test(piece) || !isRight(value)) continue;
    const isNamed = NAMED.test(text.slice(Math.max(0, index - 40), index));
    const fits = NETWORKS.some((network) => network.test(value)) || (OLD_VISA.test(value) && (isNamed || piece !== value));
    if (fits && (isNamed || !isLabelled(text, index))) found.push({ kind: 'card', start: index, text: piece, value });
  }
  return found;
}

function isRight(digits: string): boolean {
  let sum = 0;
  for (const [place, digit] of [...digits].reverse().entries()) {
    const weighed = Number(digit) * (1 + (place % 2));
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
