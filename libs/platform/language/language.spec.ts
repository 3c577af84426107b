import { detectLanguage, fold, stems, stemsOf, words } from './index.js';

describe('detectLanguage', () => {
  it.each([
    ['Mein Router startet neu', 'de'],
    ['Wie kann ich den Vertrag kuendigen', 'de'],
    ['Kündigung', 'de'],
    ['Router startet neu wenn ich telefoniere', 'de'],
    ['How do I reset the modem?', 'en'],
    ['deleting my account', 'en'],
    ['Das Update ist da, but I cannot install it because the router is not found', 'en'],
    ['Modem', null],
    ['fritz!box 7590', null],
    ['0x80070057', null],
    ['', null],
  ])('%s: %s', (text, language) => expect(detectLanguage(text)).toBe(language));
});

describe('words', () => {
  it.each([
    ['Mein WLAN (Wi-Fi 5G) geht nicht!', ['mein', 'wlan', 'wi-fi', '5g', 'geht', 'nicht']],
    ['Fehler 0x80070057 und ERR_CONNECTION_RESET in v2.4.1', ['fehler', '0x80070057', 'und', 'err_connection_reset', 'in', 'v2.4.1']],
    ['FRITZ!Box, C++ und C#', ['fritz!box', 'c++', 'und', 'c#']],
    ['Ich weiß, daß es “so” ist', ['ich', 'weiss', 'dass', 'es', 'so', 'ist']],
    ['日本語 هذا Ελληνικά', ['日本語', 'هذا', 'ελληνικα']],
    ["what's", ["what's"]],
    ['x'.repeat(100), ['x'.repeat(40)]],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));
});

const german = (text: string) => stems(words(text), 'de').join(' ');
const english = (text: string) => stems(words(text), 'en').join(' ');

describe('stems', () => {
  it.each([
    ['Verträge', 'Vertrag'], ['Kündigungen', 'kuendigung'], ['größe', 'groesse'], ['Straßen', 'strasse'], ['Probleme', 'Problem'], ['Häuser', 'haus'],
    ['Anschlüsse', 'Anschluss'], ['Anschlüsse', 'Anschluesse'], ['für', 'fuer'], ['Übertragung', 'Uebertragung'],
  ])('German: %s is %s', (one, other) => expect(german(one)).toBe(german(other)));

  it.each([['issues', 'issue'], ['deleting', 'deleted'], ['values', 'value'], ["router's", 'routers'], ['Wi-Fi', 'wi-fi']])('English: %s is %s', (one, other) =>
    expect(english(one)).toBe(english(other)),
  );

  it('keeps different words apart', () => {
    expect(german('Feuer')).not.toBe(german('für'));
    expect(german('Steuer')).not.toBe(german('stur'));
    expect(english('DOS-Programm')).not.toBe(english('does'));
  });

  it('finds a word with parts whole and by its parts, a version only whole', () => {
    expect(stemsOf('wi-fi', 'en')).toEqual(['wifi', 'wi', 'fi']);
    expect(stemsOf('2.4.1', 'en')).toEqual(['2.4.1']);
    expect(stemsOf('0x80070057', 'de')).toEqual(['0x80070057']);
  });
});

describe('fold', () => {
  it('takes off capitals, accents and dots', () => expect(fold('ÄÖÜß Café Ñandú ﬁ Ø')).toBe('aouss cafe nandu fi o'));
});
