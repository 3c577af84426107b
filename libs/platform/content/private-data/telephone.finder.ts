import { findPhoneNumbersInText, type NumberType } from 'libphonenumber-js/max';
import { isLabelled } from './passages.js';
import type { PrivatePiece } from './piece.js';

const HOME = 'DE';
// `findPhoneNumbersInText` tries every run of digits in several ways: 30 kB of zeros cost it half a second. So it is shown only what
// begins as people write their number, with a country's code or the leading zero, and never more than this of one text
const LOOKED_AT_MOST = 400;

const START = String.raw`(?<![\p{L}\p{N}_\\@+*=#%&$€/,-]|\d[ .:-]|(?<!\p{L})[.:])`;
const WITH_CODE = String.raw`\(?(?:\+|00(?=[ ]?[1-9]))[ ]?\d(?:[ \u00A0().\/–-]{0,3}\d){7,17}`;
const AT_HOME = String.raw`\(?0[1-9](?:[ \u00A0()\/–-]{0,3}\d){6,13}`;
const CANDIDATE = new RegExp(String.raw`${START}(?:${WITH_CODE}|${AT_HOME})(?![\p{L}\p{N}_%@€$°]|[.,:/–-]\d| ?[€%°])`, 'gu');
/** The next number begins behind one that is long enough: "0221 123456 / 0171 1234567". */
const NEXT = /^(?:.{7,}?\d(?= ?[/–-] ?(?:\+|00?[1-9])| \+)|(?:\D{0,4}\d){10,}?(?= 00?[1-9]\d))/u;

/** 01/02/2023, 01-02 2023: a day. 0800-1700: hours. */
const DAY_OR_HOURS = /^0?\d{1,2}[ /–-]+\d{1,2}[ /–-]+(?:19|20)?\d\d(?!\d)|^[012]\d[0-5]\d ?[–-] ?[012]\d[0-5]\d$/;
/** What companies publish for everybody to call. */
const PUBLIC: ReadonlySet<NumberType> = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL']);

/** Telephone numbers of persons: those with a country's code of any country, others as they are written in Germany. */
export function telephonesIn(text: string): PrivatePiece[] {
  const found: PrivatePiece[] = [];
  let looked = 0;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match && looked < LOOKED_AT_MOST; match = CANDIDATE.exec(text)) {
    looked += 1;
    const { index: start } = match;
    const piece = NEXT.exec(match[0])?.[0] ?? match[0];
    CANDIDATE.lastIndex = start + piece.length;
    const number = DAY_OR_HOURS.test(piece) || isLabelled(text, start) ? null : numberIn(piece);
    if (number) found.push({ kind: 'telephone', start: start + number.at, text: piece.slice(number.at, number.end), value: number.value });
  }
  return found;
}

function numberIn(piece: string): { at: number; end: number; value: string } | null {
  const [found] = findPhoneNumbersInText(piece, HOME);
  if (!found || PUBLIC.has(found.number.getType())) return null;
  // a part of a longer row of digits is no number
  if (/\d/.test(piece.slice(0, found.startsAt)) || /\d/.test(piece.slice(found.endsAt))) return null;
  const opens = piece.charAt(found.startsAt) === '(' && !piece.includes(')') ? 1 : 0; // of what stands around it
  return { at: found.startsAt + opens, end: found.endsAt, value: found.number.number };
}
