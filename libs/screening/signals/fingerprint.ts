import { createHash } from 'node:crypto';

const SHINGLE = 3; // words
const BITS = 64;
const BANDS = 4; // of 16 bits: of two fingerprints that differ in no more than 3 bits, one band at least is the same
const LETTERS_LEAST = 60; // "Thank you, that helped" is written by many

export const BITS_APART = 3;

export interface Fingerprint {
  /** As PostgreSQL's bigint. */
  whole: string;
  /** By which the alike are found: each with its place, so that only the same place fits. */
  bands: number[];
}

/**
 * Texts that say nearly the same have nearly the same fingerprint (Charikar 2002, "simhash"; bands as in Manku, Jain & Das Sarma 2007).
 * Null where a text is too short to be told from what others say, too. Links and numbers count as such: who sends the same to many changes these.
 */
export function fingerprintOf(text: string): Fingerprint | null {
  const words = text.toLowerCase().normalize('NFKC').replace(/\bhttps?:\/\/\S+|\bwww\.\S+/gu, ' § ').replace(/\d+/gu, '#').match(/[\p{L}#§]+/gu) ?? [];
  if (words.join('').length < LETTERS_LEAST) return null;
  const sums = new Int32Array(BITS);
  for (let at = 0; at <= Math.max(0, words.length - SHINGLE); at++) {
    const hash = createHash('sha1').update(words.slice(at, at + SHINGLE).join(' ')).digest();
    for (let bit = 0; bit < BITS; bit++) sums[bit]! += (hash[bit >> 3]! >> (bit & 7)) & 1 ? 1 : -1;
  }
  let whole = 0n;
  for (let bit = 0; bit < BITS; bit++) if (sums[bit]! > 0) whole |= 1n << BigInt(bit);
  const bands = Array.from({ length: BANDS }, (_, band) => band * 65_536 + Number((whole >> BigInt(band * 16)) & 0xffffn));
  return { whole: BigInt.asIntN(64, whole).toString(), bands };
}
