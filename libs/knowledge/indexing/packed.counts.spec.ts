import { countsOfHashes, hashOf, packed } from './packed.counts.js';

describe('packed', () => {
  it('gives each count back by its stem, and nothing for others', () => {
    const counts = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`stem${n}`, 1 + n * 1_000_000]));
    const text = packed(counts);
    expect(countsOfHashes(text, Object.keys(counts).map(hashOf))).toEqual(Object.values(counts));
    expect(countsOfHashes(text, ['stem', 'stem300', ''].map(hashOf))).toEqual([0, 0, 0]);
  });

  it('holds the most there can be', () => {
    expect(countsOfHashes(packed({ '__proto__!': 999_999_999, länge: 1 }), [hashOf('länge'), hashOf('__proto__!')])).toEqual([1, 999_999_999]);
  });

  it('holds nothing where there is nothing', () => {
    expect(countsOfHashes(packed({}), [hashOf('router')])).toEqual([0]);
    expect(countsOfHashes('', [hashOf('router')])).toEqual([0]);
  });
});
