import type { Language } from './language.detect.js';

const COMBINING = /[\u0300-\u036f]/g;

/** Lower case, no accents, ss for ß. Umlauts lose their dots here; their spelling with an e is German only: see foldFor. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[’‘`´ʼ]/g, "'")
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC')
    .replaceAll('ø', 'o') // no accent to Unicode, but one to whoever types it
    .replaceAll('æ', 'a');
}

/**
 * A folded word in one German spelling: kuendigung, kundigung and Kündigung become the same. After a vowel or q, "ue" is no umlaut
 * (neue, Steuer, Quelle). It hits a few others too (Israel, aktuell), which does no harm as both sides are folded alike;
 * English keeps its e, or "issues" and "issue" would no longer share a stem.
 */
export function foldFor(language: Language, word: string): string {
  if (language === 'en') return word;
  return word.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/(?<![aeiouq])ue/g, 'u');
}
