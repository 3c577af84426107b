import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const search: Texts['search'] = {
  title: 'Suche',
  titleFor: (text) => `Suche: ${text}`,
  resultsFor: 'Ergebnisse für',
  label: 'Wonach suchen Sie?',
  about: count({ one: 'etwa # Ergebnis', other: 'etwa # Ergebnisse' }),
  filters: 'Eingrenzen',
  apply: 'Suchen',
  facets: { category: 'Thema', tag: 'Schlagwort', state: 'Stand', kind: 'Art', language: 'Sprache' },
  states: { solved: 'Gelöst', unsolved: 'Ungelöst', official: 'Mit offizieller Antwort' },
  kinds: { question: 'Fragen', discussion: 'Diskussionen', idea: 'Ideen', announcement: 'Ankündigungen', faq: 'Häufige Fragen', article: 'Artikel' },
  languages: { de: 'Deutsch', en: 'Englisch' },
  resultsWord: count({ one: 'Ergebnis', other: 'Ergebnisse' }),
  chosen: 'gewählt',
  chosenLabel: 'Gewählt',
  takeBack: 'wegnehmen',
  showAll: 'Alle zeigen',
  nothingChosen: 'Mit weniger Einschränkungen gibt es etwas:',
  withoutChoice: (facet, value) => `ohne ${facet} „${value}“`,
  keys: ['Tasten: ', '/', ' sucht, ', '↓', ' und ', '↑', ' gehen durch die Ergebnisse, ', 'Esc', ' führt zurück ins Suchfeld.'],
  keysOff: 'Tasten ausschalten',
  keysOn: 'Tasten einschalten',
  degraded: 'Die Suche läuft gerade vereinfacht: Sie findet vielleicht weniger als sonst, vor allem bei Tippfehlern.',
  nothing: (text) => `Nichts gefunden für „${text}“`,
  nothingHint: 'Versuchen Sie weniger oder andere Wörter, oder fragen Sie die Community: Ihre Wörter nehmen wir mit.',
  nothingAsk: 'Die Community fragen',
  start: 'Schreiben Sie, was Sie wissen möchten: Auch ganze Sätze sind willkommen.',
  notFound: 'Nicht das Richtige?',
  end: 'Die Suche zeigt die besten 100 Ergebnisse. Genauere Wörter führen weiter.',
};
