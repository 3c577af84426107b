import { counting } from '../words.js';

export const deflection = {
  question: 'Did this solve your problem?',
  asked: 'Your words:',
  yes: 'Yes, this solved my problem',
  no: 'No, ask my question',
  thanks: 'Thank you! Good that it is solved.',
  thanksTo: 'The answer that helped is by',
  thanksAll: 'Others who have the same problem will see that this helps.',
  draft: 'Your own question is still among your drafts.',
  typed: 'This browser has kept what you typed for your own question.',
  discard: 'Discard it',
  discarded: 'Discarded.',
  solvedFor: counting('en-GB')({ one: 'Helped # person', other: 'Helped # people' }),
};
