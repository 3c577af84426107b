import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const counted = counting('de-DE');

export const helpers: Texts['helpers'] = {
  title: 'Wer am meisten hilft',
  intro: 'Nach den Punkten, die das Helfen gebracht hat. Hier steht nur, wer das möchte.',
  period: 'Zeitraum',
  periods: { week: 'Letzte 7 Tage', month: 'Letzte 30 Tage', all: 'Insgesamt' },
  category: 'Thema',
  allCategories: 'Alle Themen',
  show: 'Zeigen',
  place: 'Platz',
  who: 'Wer',
  points: 'Punkte',
  none: 'In dieser Zeit hat hier noch niemand geholfen. Das könnten Sie sein.',
  listed: 'Sie stehen hier, wenn Sie so viel helfen.',
  unlisted: 'Sie stehen hier nicht.',
  takeOff: 'Mich nicht zeigen',
  putOn: 'Mich zeigen',
  badges: 'Abzeichen',
  since: 'seit',
  names: {
    firstSolution: 'Erste Lösung', problemSolver: 'Problemlöser/in', masterSolver: 'Meister/in im Lösen', trusted: 'Vom Team bestätigt', welcomer: 'Willkommen geheißen', lastingHelp: 'Hilft noch lange', appreciated: 'Geschätzt', regular: 'Immer wieder da', goodEye: 'Gutes Auge',
  },
  rules: {
    firstSolution: () => 'Eine Ihrer Antworten wurde akzeptiert.',
    problemSolver: (amount) => `${amount} Ihrer Antworten wurden akzeptiert.`,
    masterSolver: (amount) => `${amount} Ihrer Antworten wurden akzeptiert.`,
    trusted: (amount) => `Das Team hat ${amount} Ihrer Antworten zu offiziellen gemacht.`,
    welcomer: counted({ one: 'Sie haben jemand Neuem als Erste geantwortet.', other: 'Sie haben # Neuen als Erste geantwortet.' }),
    lastingHelp: (amount) => `${amount} spätere Leser sagen, dass Ihre Antworten ihr Problem gelöst haben.`,
    appreciated: (amount) => `${amount} Stimmen für Ihre Antworten.`,
    regular: (amount) => `Sie haben hier an ${amount} Tagen gelesen.`,
    goodEye: (amount) => `Bei ${amount} Ihrer Meldungen gab man Ihnen recht.`,
  },
  notYet: 'noch nicht',
};
