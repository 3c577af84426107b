import { excerpt } from './excerpt.js';

it.each([
  ['is short', 'is short'],
  ['exactly as long', 'exactly as long'],
  ['ends behind a whole word', 'ends behind a ...'],
  ['oneverylongwordofletters', 'oneverylongword ...'],
  ['fourteen chars😀 and more', 'fourteen ...'],
  ['fourteenletter😀 and more', 'fourteenletter ...'],
])('%s', (text, cut) => {
  expect(excerpt(text, 15)).toBe(cut);
});
