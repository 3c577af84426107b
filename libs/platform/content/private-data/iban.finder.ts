import type { PrivatePiece } from './piece.js';

/** Signs of an account number by country. SWIFT, IBAN Registry (ISO 13616), release 99: https://www.swift.com/resource/iban-registry-pdf */
const LENGTHS = new Map(
  ('AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 ' +
    'IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 ' +
    'SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30')
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const START = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ \u00A0-]?[A-Z0-9])/giu;

/** Account numbers whose length is their country's and whose check digits are right (ISO 7064, MOD 97-10), with single spaces or dashes wherever people put them. */
export function ibansIn(text: string): PrivatePiece[] {
  const found: PrivatePiece[] = [];
  for (const { index } of text.matchAll(START)) {
    const length = LENGTHS.get(text.slice(index, index + 2).toUpperCase());
    const end = length === undefined ? null : endOf(text, index, length);
    if (end === null) continue;
    const piece = text.slice(index, end);
    const value = piece.replace(/[^A-Z0-9]/gi, '').toUpperCase();
    if (isRight(value)) found.push({ kind: 'iban', start: index, text: piece, value });
  }
  return found;
}

/** Where it ends, if so many signs follow each other and no further one. */
function endOf(text: string, start: number, signs: number): number | null {
  let at = start;
  for (let left = signs; left > 0; left -= 1) {
    if (left < signs && /[ \u00A0-]/.test(text.charAt(at))) at += 1;
    if (!/[A-Z0-9]/i.test(text.charAt(at))) return null;
    at += 1;
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(at)) ? null : at;
}

function isRight(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) rest = Number(`${rest}${parseInt(sign, 36)}`) % 97;
  return rest === 1;
}
