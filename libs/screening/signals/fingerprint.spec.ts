import { BITS_APART, fingerprintOf } from './fingerprint.js';

const AD = 'We repair broken screens of all phones within one hour in our shop, with original parts and a guarantee of two years, come and visit us at https://a.example today';

it('is nearly the same for nearly the same text', () => {
  const one = fingerprintOf(AD)!;
  for (const other of [AD.replace('a.example', 'b.example/77'), AD.toUpperCase(), `${AD}!!!`, AD.replace(/ /g, '  ')]) expect(apart(one.whole, fingerprintOf(other)!.whole)).toBeLessThanOrEqual(BITS_APART);
});

it('shares a band with whatever is near, and with little else', () => {
  const one = fingerprintOf(AD)!;
  const near = fingerprintOf(AD.replace('today', 'now'))!;
  if (apart(one.whole, near.whole) <= BITS_APART) expect(near.bands.some((band) => one.bands.includes(band))).toBe(true);
  expect(new Set(one.bands.map((band) => band >> 16))).toEqual(new Set([0, 1, 2, 3]));
});

it('tells different questions apart', () => {
  const texts = ['router restarts at night', 'bill shows a wrong amount for last month', 'app does not open after the update', 'card was declined at the till'].map((what) => `Hello everybody, since yesterday my ${what}, and the hotline could not help me. What can I do about it?`);
  for (const [at, one] of texts.entries()) for (const other of texts.slice(at + 1)) expect(apart(fingerprintOf(one)!.whole, fingerprintOf(other)!.whole)).toBeGreaterThan(BITS_APART);
});

it('says nothing of what is too short to tell', () => expect(fingerprintOf('Thank you, that helped a lot, all works again.')).toBeNull());

function apart(one: string, other: string): number {
  return [...BigInt.asUintN(64, BigInt(one) ^ BigInt(other)).toString(2)].filter((bit) => bit === '1').length;
}
