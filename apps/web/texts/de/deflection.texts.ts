import type { Texts } from '../en/index.js';
import { counting } from '../words.js';

export const deflection: Texts['deflection'] = {
  question: 'Hat das Ihr Problem gelöst?',
  asked: 'Ihre Worte:',
  yes: 'Ja, das hat mein Problem gelöst',
  no: 'Nein, meine Frage stellen',
  thanks: 'Danke! Schön, dass es gelöst ist.',
  thanksTo: 'Die Antwort, die geholfen hat, ist von',
  thanksAll: 'Andere mit demselben Problem sehen nun, dass dies hilft.',
  draft: 'Ihre eigene Frage steht noch bei Ihren Entwürfen.',
  typed: 'Was Sie für Ihre eigene Frage geschrieben haben, ist in diesem Browser noch gespeichert.',
  discard: 'Verwerfen',
  discarded: 'Verworfen.',
  solvedFor: counting('de-DE')({ one: 'Hat # Person geholfen', other: 'Hat # Personen geholfen' }),
};
