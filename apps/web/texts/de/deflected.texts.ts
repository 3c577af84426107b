import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

const count = counting('de-DE');

export const deflected: Texts['deflected'] = {
  outcomes: { confirmed: 'Sagten, dass es geholfen hat', likely: 'Gingen ohne ein Wort', failed: 'Fragten trotzdem' },
  confirmed: count({ one: 'half # Person', other: 'half # Personen' }),
  likely: count({ one: '# ging ohne ein Wort', other: '# gingen ohne ein Wort' }),
  failed: count({ one: '# fragte trotzdem', other: '# fragten trotzdem' }),
  words: 'Mit welchen Worten sie kamen',
  allWords: 'Mit welchen Worten man kam',
  wordsIntro: 'Was jemand eingab, bevor er es öffnete. Die Suche lernt von denen, denen es geholfen hat. Was dort nicht hingehört, streichen Sie.',
  wordsNone: 'Niemand kam aus der Suche oder beim Fragen hierher, oder die Eingaben sind gestrichen.',
  strike: 'Streichen',
  strikeHint: 'Die Suche vergisst diese Worte. Was daraus wurde, zählt weiter.',
  struck: 'Gestrichen. Die Suche kennt diese Worte nicht mehr.',
};
