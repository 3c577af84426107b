import { stems, words } from '#platform/language';
import { understand } from './question.js';
import { mistakes, Vocabulary } from './vocabulary.js';
import { soughtStems, widened } from './widening.js';

const community = new Vocabulary(new Map([['router', 9], ['account', 7], ['restart', 5], ['delet', 4], ['analysi', 2], ['vertrag', 2], ['glasfaseranschluss', 1], ['e4711', 1]]));
const alike = (stem: string) => community.alike(stem).map((other) => other.stem);

describe('a vocabulary', () => {
  it('knows what was meant by a mistyped word', () => {
    for (const mistyped of ['ruoter', 'roter', 'rputer', 'routeer', 'touter']) expect(alike(mistyped)).toEqual(['router']);
    expect(mistakes('accuont', 'account')).toBe(1);
    expect(mistakes('account', 'accounts')).toBe(1);
    expect(mistakes('', 'abc')).toBe(3);
  });

  it('takes no short word, no number and no error code for another', () => {
    for (const other of ['rout', 'e4712', '4711', '', 'x']) expect(alike(other)).not.toContain('e4711');
    expect(alike('dele')).not.toContain('restart');
  });

  it('finds words that begin alike, and compounds by their parts', () => {
    expect(alike('analyz')).toEqual(['analysi']);
    expect(alike('anschluss')).toEqual(['glasfaseranschluss']);
    expect(alike('glasfaseranschlusskast')).toContain('glasfaseranschluss');
  });

  it('finds other words for the same thing, in both languages, which count for less', () => {
    expect(alike('remov')).toEqual(['delet']);
    expect(alike(stems(words('löschen'), 'de')[0]!)).toEqual(['delet']);
    expect(community.alike('remov')[0]!.worth).toBeLessThan(community.alike('ruoter')[0]!.worth);
  });

  it('is soon done with any word', () => {
    const started = performance.now();
    for (let n = 0; n < 1_000; n++) community.alike(`${'x'.repeat(38)}${n}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a widened question', () => {
  const sought = (text: string) => widened(understand(text), community).terms.flatMap(soughtStems);

  it('looks for what was meant only where nobody says the word itself', () => {
    expect(sought('Why does my ruoter restart?')).toEqual(['ruoter', 'router', 'restart']);
  });

  it('completes the last word, however much stands before it', () => {
    expect(sought('acc')).toContain('account');
    expect(sought('How do I del')).toContain('delet');
    expect(sought('How do I del?')).not.toContain('delet');
  });

  it('adds no more to a long post than can be looked for', () => {
    const many = new Vocabulary(new Map(Array.from({ length: 400 }, (_, n) => [`beginning${'abcdefghijklmnopqrst'[n % 20]!}${'abcdefghijklmnopqrst'[Math.floor(n / 20)]!}`, 1])));
    const post = Array.from({ length: 20 }, (_, n) => `beginning${'abcdefghijklmnopqrst'[n]!}`).join(' and the ');
    expect(widened(understand(post), many).terms.flatMap((term) => term.alike).length).toBeLessThanOrEqual(32);
  });
});
