import { askedIn, openedBefore, openedIds, openedPath } from './opened.js';

it('carries the words in the address, cut between signs and made one line', () => {
  expect(openedPath('/t/1/x', ' no  light\n& no phone ')).toBe('/t/1/x?asked=no%20light%20%26%20no%20phone');
  expect(openedPath('/t/1/x', ' \n')).toBe('/t/1/x');
  expect([...askedIn('🙂'.repeat(300))]).toHaveLength(200);
  expect(askedIn('half \ud83d')).toBe('half \ufffd');
  expect(askedIn(['a', 'b'])).toBe('');
});

it('takes for threads and entries only what may be one, each once, the last five', () => {
  expect(openedBefore('7 8 7 x -1 0 e e0 9999999999999999999 1 e2 3 4')).toEqual(['8', '1', 'e2', '3', '4']);
  expect(['8', 'e2'].map(openedIds)).toEqual([{ threadId: 'thr_8' }, { entryId: 'kno_2' }]);
  expect(openedBefore(['1'])).toEqual([]);
});
