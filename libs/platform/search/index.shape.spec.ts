import { covers } from './index.shape.js';

describe('covers', () => {
  it('compares only what we set, sets without order and ranked lists with it', () => {
    const actual = { filterableAttributes: ['a', 'b'], searchableAttributes: ['title', 'body'], typoTolerance: { enabled: true, disableOnAttributes: ['stems'] }, other: 1 };
    expect(covers(actual, { filterableAttributes: ['b', 'a'], typoTolerance: { disableOnAttributes: ['stems'] } })).toBe(true);
    expect(covers(actual, { searchableAttributes: ['body', 'title'] })).toBe(false);
    expect(covers(actual, { filterableAttributes: ['a'] })).toBe(false);
    expect(covers(actual, { typoTolerance: { disableOnAttributes: [] } })).toBe(false);
  });
});
