import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const search: Texts['search'] = {
  title: 'Suche',
  titleFor: (text) => `Suche: ${text}`,
  resultsFor: 'Ergebnisse für',
  label: 'Wonach suchen Sie?',
  about: count({ one: 'etwa # Ergebnis', other: 'etwa # Ergebnisse' }),
  category: 'Thema',
  anyCategory: 'Alle Themen',
  tag: 'Schlagwort',
  solvedOnly: 'Nur gelöste',
  apply: 'Anwenden',
  filters: 'Eingrenzen',
  degraded: 'Die Suche läuft gerade vereinfacht: Sie findet vielleicht weniger als sonst, vor allem bei Tippfehlern.',
  nothing: (text) => `Nichts gefunden für „${text}“`,
  nothingHint: 'Versuchen Sie weniger oder andere Wörter, oder nehmen Sie einen Filter weg.',
  nothingAsk: 'Die Community fragen',
  start: 'Schreiben Sie, was Sie wissen möchten: Auch ganze Sätze sind willkommen.',
  notFound: 'Nicht das Richtige?',
  end: 'Die Suche zeigt die besten 100 Ergebnisse. Genauere Wörter führen weiter.',
};
