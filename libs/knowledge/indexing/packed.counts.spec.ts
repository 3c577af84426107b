import { hashOf, packed, reading } from './packed.counts.js';

const counted = (title: number, body: number, answers: number) => title * 1_000_000 + body * 1_000 + answers;

describe('packed', () => {
  it('gives the counts of each stem back, and none for others', () => {
    const read = reading(packed(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`stem${n}`, counted(n % 8, n % 64, n % 128)]))));
    for (let n = 0; n < 300; n += 1) expect(read(hashOf(`stem${n}`))).toEqual({ title: n % 8, body: n % 64, answers: n % 128 });
    for (const other of ['stem', 'stem300', '']) expect(read(hashOf(other))).toBeUndefined();
  });

  it('holds the most there can be, of any stem', () => {
    const read = reading(packed({ '__proto__!': counted(999, 999, 999), länge: counted(0, 1, 0) }));
    expect(read(hashOf('__proto__!'))).toEqual({ title: 7, body: 63, answers: 127 });
    expect(read(hashOf('länge'))).toEqual({ title: 0, body: 1, answers: 0 });
  });

  it('holds nothing where there is nothing', () => {
    for (const text of ['', packed({})]) expect(reading(text)(hashOf('router'))).toBeUndefined();
  });
});
