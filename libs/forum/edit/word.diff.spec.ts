import { wordDiff } from './word.diff.js';

const side = (segments: ReturnType<typeof wordDiff>, gone: 'added' | 'removed') => segments.filter(({ kind }) => kind !== gone).map(({ text }) => text).join('');

it('says which words came and went, spaces and line breaks kept', () => {
  expect(wordDiff('Switch the lamp off.\nThen wait.', 'Switch the router off.\nThen wait.')).toEqual([
    { kind: 'same', text: 'Switch the ' },
    { kind: 'removed', text: 'lamp' },
    { kind: 'added', text: 'router' },
    { kind: 'same', text: ' off.\nThen wait.' },
  ]);
  expect(wordDiff('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
});

it.each([
  ['nothing in common', 'a '.repeat(15_000), 'b '.repeat(15_000)],
  ['many words in another order', words(7), words(13)],
  ['lines', `${'one two\n'.repeat(300)}end`, `${'one three\n'.repeat(300)}end`],
])('bounds its work on %s, and loses nothing', (_, before, after) => {
  const segments = wordDiff(before, after);
  expect(side(segments, 'added')).toBe(before);
  expect(side(segments, 'removed')).toBe(after);
  expect(segments.length).toBeLessThanOrEqual(2 * 200 + 2);
});

function words(step: number): string {
  return Array.from({ length: 6_000 }, (_, i) => `w${(i * step) % 997}`).join(' ');
}
