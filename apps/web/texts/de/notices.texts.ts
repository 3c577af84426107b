import type { Texts } from '../en/index.js';

export const notices: Texts['notices'] = {
  title: 'Zurzeit gestört',
  affected: 'Betroffen:',
  expected: 'voraussichtlich bis',
  otherLanguage: (count) => (count === 1 ? 'Eine Meldung auf Englisch' : `${count} Meldungen auf Englisch`),
  ongoing: 'Das dauert noch an.',
  over: 'Das ist vorbei',
  end: 'Es ist vorbei',
  announceTitle: 'Eine Ankündigung schreiben',
  announceIntro: 'Sie steht in den Listen wie eine Frage und ist als Ankündigung des Teams gekennzeichnet.',
  titleLabel: 'Die Ankündigung in einer Zeile',
  bodyLabel: 'Alles, was dazu zu sagen ist',
  notice: 'Störung oder Rückruf',
  noticeHint: 'Ausgefüllt erscheint sie auf der Startseite und bei allen, die gerade fragen möchten, bis Sie sagen, dass es vorbei ist.',
  affectedLabel: 'Welche Produkte, in welcher Gegend',
  expectedLabel: 'Voraussichtlich vorbei am',
  send: 'Ankündigen',
};
