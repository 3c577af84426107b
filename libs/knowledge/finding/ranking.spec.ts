import { confidenceOf, QUIET_BELOW } from './confidence.js';
import { type Candidate, type Corpus, rank, rarity } from './ranking.js';

const corpus: Corpus = { threads: 1_000, averageLength: { title: 5, body: 50, answers: 200 } };

function candidate(id: string, counts: Partial<Record<'title' | 'body' | 'answers', number>>[], more: Partial<Candidate> = {}): Candidate {
  return {
    id,
    length: { title: 5, body: 50, answers: 200 },
    counts: counts.map((count) => ({ title: 0, body: 0, answers: 0, ...count })),
    asked: [],
    accepted: false,
    official: false,
    begins: false,
    engineScore: 0,
    ...more,
  };
}

/** A wording that has these terms of the question, by place, in so many stems. */
const wording = (places: number[], length: number) => ({ terms: places.map((place) => ({ place, worth: 1 })), length });

const ASKING = { mode: 'asking' as const, lead: [0, 1] };
const order = (candidates: Candidate[], rarities = [5, 1], mode: 'typing' | 'asking' = 'asking') => rank({ mode, lead: [] }, candidates, rarities, corpus).map(({ id }) => id);

describe('rank', () => {
  it('prefers the rare word to the common one', () => {
    expect(order([candidate('1', [{}, { body: 1 }]), candidate('2', [{ body: 1 }, {}])])).toEqual(['2', '1']);
    expect(rarity(1, 1_000)).toBeGreaterThan(rarity(100, 1_000));
    expect(rarity(1_000, 1_000)).toBeGreaterThan(0);
    expect(rarity(0, 1)).toBeLessThan(1.5 * rarity(1, 1)); // a community of one thread does not know yet which words are common
  });

  it('prefers the title to the text and the text to the answers', () => {
    expect(order([candidate('1', [{ answers: 1 }, {}]), candidate('2', [{ body: 1 }, {}]), candidate('3', [{ title: 1 }, {}])])).toEqual(['3', '2', '1']);
  });

  it('is not impressed by a long answer that mentions everything', () => {
    const long = candidate('1', [{ answers: 2 }, { answers: 2 }], { length: { title: 5, body: 50, answers: 2_000 } });
    expect(order([long, candidate('2', [{ answers: 1 }, { answers: 1 }])])).toEqual(['2', '1']);
  });

  it('counts the second mention less than the first', () => {
    const [twice, once] = rank(ASKING, [candidate('1', [{ body: 2 }, {}]), candidate('2', [{ body: 1 }, {}])], [5, 1], corpus);
    expect(twice!.score).toBeLessThan(2 * once!.score);
  });

  it('lets accepted and official decide between equals, never against the better match', () => {
    const match = { title: 1, body: 1 };
    expect(order([candidate('2', [match, {}]), candidate('1', [match, {}], { accepted: true })])).toEqual(['1', '2']);
    expect(order([candidate('2', [match, match]), candidate('1', [{}, match], { accepted: true, official: true })])).toEqual(['2', '1']);
  });

  it('prefers what was asked in just these words, the shorter of two wordings that have them, and the best of several', () => {
    const match = { body: 1 };
    const [short, long] = [wording([0, 1], 2), wording([0, 1], 9)];
    expect(order([candidate('3', [match, match]), candidate('2', [match, match], { asked: [long] }), candidate('1', [match, match], { asked: [wording([1], 4), short] })])).toEqual(['1', '2', '3']);
    const [same] = rank(ASKING, [candidate('1', [{}, {}], { asked: [short] })], [5, 1], corpus);
    const [other] = rank(ASKING, [candidate('1', [{}, {}], { asked: [short, wording([], 3)] })], [5, 1], corpus);
    expect(other!.score).toBe(same!.score);
  });

  it('says that a thread fits whose words answer the first line, however much is told below it', () => {
    const title = candidate('1', [{ title: 1 }, {}, {}, {}]);
    const fitOf = (lead: number[]) => rank({ mode: 'asking', lead }, [title], [4, 4, 4, 4], corpus)[0]!;
    expect(fitOf([0]).fit).toBeCloseTo(4 * fitOf([0, 1, 2, 3]).fit);
    expect(fitOf([0]).score).toBe(fitOf([0, 1, 2, 3]).score);
    expect(fitOf([1]).fit).toBe(fitOf([]).fit);
  });

  it('shows first whose title begins with what was typed, and takes it for likely', () => {
    const [begun, other] = rank(ASKING, [candidate('1', [{}, {}], { begins: true }), candidate('2', [{ title: 1 }, { body: 1 }])], [5, 1], corpus);
    expect([begun!.id, other!.id]).toEqual(['1', '2']);
    expect(confidenceOf(begun!.fit)).toBeGreaterThan(QUIET_BELOW);
  });

  it('counts a wording for as much as its words are those of the question', () => {
    const nearly = { terms: [{ place: 0, worth: 0.5 }], length: 1 };
    expect(order([candidate('2', [{}, {}], { asked: [nearly] }), candidate('1', [{}, {}], { asked: [wording([0], 1)] })])).toEqual(['1', '2']);
  });

  it('follows the engine where only it can match, and takes the newer of two equals', () => {
    expect(order([candidate('1', [{}, {}], { engineScore: 0.9 }), candidate('2', [{}, {}], { engineScore: 0.4 })], [5, 1], 'typing')).toEqual(['1', '2']);
    expect(order([candidate('9', [{}, {}]), candidate('10', [{}, {}])])).toEqual(['10', '9']);
  });

  it('puts first what is being typed, letter by letter', () => {
    const [begun, better] = [candidate('1', [{}, {}], { begins: true }), candidate('2', [{ title: 1 }, {}])];
    expect(order([better, begun], [5, 1], 'typing')).toEqual(['1', '2']);
  });
});
