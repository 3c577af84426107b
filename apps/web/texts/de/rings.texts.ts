import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const counted = counting('de-DE');
const sharing = counted({ one: 'eine Person kam aus demselben Netz wie eine der anderen', other: '# von ihnen kamen aus demselben Netz wie jemand der anderen' });

export const rings: Texts['rings'] = {
  title: 'Stimmen, die abgesprochen wirken',
  intro: 'Nachts in den Stimmen der letzten 100 Tage gefunden. Von selbst geschieht nichts: Sehen Sie es sich an, und lassen Sie die Stimmen dann außer Acht, oder sagen Sie, dass nichts daran ist. Beides lässt sich zurücknehmen.',
  filter: 'Was daraus wurde',
  states: { open: 'Anzusehen', undone: 'Außer Acht gelassen', dismissed: 'Nichts daran' },
  none: { open: 'Nichts wirkt abgesprochen.', undone: 'Es sind keine Stimmen außer Acht gelassen.', dismissed: 'Noch nichts davon war grundlos.' },
  kinds: {
    mutual: 'Sie stimmen füreinander',
    star: 'Mehrere stimmen für eine Person',
    serial: 'Eine Person stimmt immer wieder für eine andere',
    against: 'Stimmen gegen eine Person',
  },
  who: 'Wer abstimmt',
  for: 'Für',
  against: 'Gegen',
  votes: (votes, posts) => `${votes} Stimmen, bei ${posts} möglichen`,
  share: (percent) => `${percent} % aller Stimmen, die sie abgegeben haben`,
  joined: counted({ one: 'Sie kamen innerhalb eines Tages dazu', other: 'Sie kamen innerhalb von # Tagen dazu' }),
  joinedSameDay: 'Sie kamen am selben Tag dazu',
  sameNetwork: sharing,
  found: 'gefunden',
  decided: 'entschieden',
  undo: 'Alle diese Stimmen außer Acht lassen',
  undoHint: 'Sie zählen dann nicht mehr, und die Punkte dafür werden zurückgenommen.',
  dismiss: 'Nichts daran',
  restore: 'Die Stimmen wieder zählen',
  reopen: 'Noch einmal ansehen',
  done: { undone: 'Die Stimmen zählen nicht mehr, und die Punkte dafür sind zurückgenommen.', dismissed: 'Notiert: Es ist nichts daran.', open: 'Es wartet wieder, und die Stimmen zählen.' },
};
