import type { PrivatePiece } from './piece.js';

/** Enough of it to know which one is meant, and too little to use: "IBAN DE89 … 3000". */
export function excerptOf({ kind, text }: Pick<PrivatePiece, 'kind' | 'text'>): string {
  if (kind === 'email') return `${[...text][0]}…${text.slice(text.lastIndexOf('@'))}`;
  const [first, last] = { iban: [4, 4], card: [4, 4], telephone: [4, 2], company: [2, 2] }[kind] as [number, number];
  const signs = text.replace(/[^\p{L}\p{N}+]/gu, '');
  return `${signs.slice(0, first)} … ${signs.slice(-last)}`;
}

/** The text with dots where the pieces stood: as long as before, and nothing of them left. */
export function masked(text: string, pieces: readonly Pick<PrivatePiece, 'start' | 'text'>[]): string {
  let [result, at] = ['', 0];
  for (const { start, text: piece } of [...pieces].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + piece.replace(/[\p{L}\p{N}]/gu, '•');
    at = start + piece.length;
  }
  return result + text.slice(at);
}
