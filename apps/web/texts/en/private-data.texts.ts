import { counting } from '../words.js';

const affected = 'in what is affected';
const FIELDS: Record<string, string> = { title: 'in the title', body: 'in the text', text: 'in the text', reason: 'in the reason', 'notice.affected': affected, affected, 'notice.regions': affected, regions: affected };

export const privateData = {
  title: 'This looks like private data:',
  public: 'What is posted here can be read by everybody, without signing in, and found with search engines. Is it meant for everybody?',
  where: (field: string) => FIELDS[field] ?? 'in a field of the topic',
  more: counting('en-GB')({ one: 'and one more', other: 'and # more' }),
  change: 'Change it',
  mask: 'Replace with dots',
  publish: 'Publish as it is',
  again: 'Send',
  masked: 'Dots now stand in the place of what looked private. Please read it once more, and send it.',
  patternsTitle: 'Numbers that look private',
  patternsIntro: 'Customer numbers, contract numbers and the like do not belong in public. Whoever is about to post one is warned, as with e-mail addresses, telephone numbers, IBANs and card numbers, which are known anyway.',
  patternsHow: '# is a digit, ? a letter, everything else stands for itself: KD-######## fits KD-12345678, KD 12345678 and KD12345678. A line that is emptied is removed.',
  patternsNone: 'There are no patterns yet.',
  patternsLegend: (n: number) => `Pattern ${n}`,
  patternsNew: 'New pattern',
  nameDe: 'Name in German',
  nameEn: 'Name in English',
  pattern: 'Pattern',
  patternHint: 'e.g. KD-########',
  example: 'Example',
  exampleHint: 'A made-up number that fits: it shows that the pattern finds what you mean.',
  save: 'Save all',
};
