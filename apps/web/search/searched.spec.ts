import { choosing, everywhere, searchedIn, searchPath } from './searched.js';

describe('what is searched for', () => {
  it('is the same after a walk through the address', () => {
    const searched = searchedIn({ q: ' slow & loud ', category: 'internet', tag: 'VPN', state: 'official', kind: 'question', language: 'de' });
    expect(searchPath(searched)).toBe('/search?q=slow+%26+loud&category=internet&tag=vpn&state=official&kind=question&language=de');
    expect(searchedIn(Object.fromEntries(new URL(searchPath(searched), 'http://x').searchParams))).toEqual(searched);
    expect(choosing(everywhere(searched), 'tag', 'dsl')).toBe('/search?q=slow+%26+loud&tag=dsl');
  });

  it('takes what it does not know for nothing, and understands what addresses said before', () => {
    expect(searchPath(searchedIn({ q: ['a', 'b'], state: 'x', kind: '__proto__', language: {}, tag: '\0' }))).toBe('/search?q=a');
    expect(searchedIn({ solved: '1' }).state).toBe('solved');
    expect(searchedIn({ solved: '1', state: 'unsolved' }).state).toBe('unsolved');
  });
});
