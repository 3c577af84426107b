import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const counted = counting('de-DE');

export const standing: Texts['standing'] = {
  link: 'Mein Stand',
  linkOf: 'Stand ansehen',
  title: 'Mein Stand',
  titleOf: (name) => `Stand von ${name}`,
  intro: 'Punkte sagen, wie viel Sie anderen geholfen haben. Woher sie kommen, sehen nur Sie und das Team.',
  introOf: 'Das sehen nur das Mitglied selbst und das Team.',
  toProfile: 'Zum Profil',
  points: counted({ one: 'Punkt', other: 'Punkte' }),
  profile: counted({ one: '# Punkt', other: '# Punkte' }),
  rules: 'Was Punkte bringt',
  what: 'Wofür',
  each: 'Je',
  brought: 'Bisher',
  capped: (most) => `Zählt bis zu ${most} Punkte am Tag. Akzeptierte und offizielle Antworten zählen ohne Grenze.`,
  ledger: 'Jeder Punkt, der neueste zuerst',
  ownNothing: 'Noch keine Punkte. Sie kommen mit Antworten, die anderen helfen.',
  nothing: 'Noch keine Punkte.',
  gone: 'Nicht mehr zu sehen.',
  takenBack: (source) => `Zurückgenommen: ${source}`,
  sources: {
    upVoted: 'Stimme für eine Antwort',
    downVoted: 'Stimme gegen eine Antwort',
    accepted: 'Antwort akzeptiert',
    askerAccepted: 'Eigene Frage durch jemand anderen gelöst',
    official: 'Antwort vom Team als offiziell gekennzeichnet',
    helped: 'Antwort hat später jemandem geholfen',
    articleUsed: 'Artikel hat jemandem geholfen',
    welcomed: 'Jemandem Neues zuerst geantwortet',
    votedBefore: 'Stimmen von früher',
    dailyCap: 'Mehr, als ein Tag bringen kann',
  },
};
