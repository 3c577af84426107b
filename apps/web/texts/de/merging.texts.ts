import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const merging: Texts['merging'] = {
  targetHint: 'Nummer, Adresse oder Wörter, nach denen gesucht wird.',
  look: 'Suchen',
  keep: 'Abbrechen',
  missing: 'Diese Frage gibt es nicht.',
  found: 'Welche Frage meinen Sie?',
  foundNone: 'Dazu wurde nichts gefunden. Vielleicht helfen andere Wörter oder die Adresse.',
  whatHappens: 'Das wird geschehen',
  note: 'Warum',
  noteHint: 'Für das Protokoll der Moderation.',
  openedAs: (title: string) => `Gefragt als „${title}“`,
  cameBy: (title: string) => `Sie sind hier, weil „${title}“ mit dieser Seite zusammengeführt wurde: Das ist der Beitrag, mit dem es begann.`,
  cameByUnseen: 'Sie sind hier, weil die gesuchte Seite mit dieser zusammengeführt wurde.',
  duplicate: {
    link: 'Als Duplikat kennzeichnen',
    title: 'Als Duplikat kennzeichnen',
    intro: 'Das wurde schon gefragt: Die Frage wird geschlossen und führt dorthin, wo es zuerst gefragt wurde.',
    target: 'Was sie wiederholt',
    send: 'Als Duplikat kennzeichnen',
    closes: 'Es werden keine Antworten mehr angenommen, und die Seite zeigt den Weg zur anderen.',
    further: (title: string) => `Die andere ist selbst ein Duplikat, der Weg führt also weiter zu „${title}“.`,
    followers: 'Wer hier folgt, folgt auch der anderen.',
    undo: 'Wenn sie wieder geöffnet wird, ist das rückgängig gemacht.',
  },
  merge: {
    link: 'Mit einer anderen zusammenführen',
    title: 'Mit einer anderen zusammenführen',
    intro: 'Alles, was hier steht, wird Teil einer anderen Frage.',
    target: 'Wovon sie ein Teil wird',
    send: 'Zusammenführen',
    answers: count({ one: '# Antwort zieht um, mit Kommentaren, Stimmen und Kennzeichen.', other: '# Antworten ziehen um, mit Kommentaren, Stimmen und Kennzeichen.' }),
    opening: 'Die Frage selbst wird ein Kommentar zur anderen.',
    acceptedStays: 'Beide haben eine angenommene Antwort: Die der anderen bleibt angenommen.',
    acceptedComes: 'Die angenommene Antwort ist danach die der anderen.',
    people: 'Wer folgt, Lesezeichen gesetzt hat oder das Problem auch hat, behält das bei der anderen.',
    tags: count({ one: '# Schlagwort hat keinen Platz mehr und fällt weg.', other: '# Schlagwörter haben keinen Platz mehr und fallen weg.' }),
    address: 'Die Adresse und alle Links zu Beiträgen führen zur anderen.',
    forGood: 'Das lässt sich nicht rückgängig machen.',
  },
  split: {
    link: 'Antworten abtrennen',
    title: 'Antworten abtrennen',
    intro: 'Die gewählten Antworten werden eine eigene Frage, die mit der ältesten beginnt. Kommentare ziehen mit um, und beide Fragen verweisen aufeinander.',
    none: 'Es gibt keine Antwort, die sich abtrennen ließe.',
    which: 'Welche Antworten?',
    titleLabel: 'Titel der neuen Frage',
    send: 'Abtrennen',
  },
};
