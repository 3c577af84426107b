import { decodeCursor, encodeCursor, pageOf, readPage } from './page.js';

describe('readPage', () => {
  it('takes first with after, or last with before, 1 to 100', () => {
    expect(readPage({ first: 20 }, ['key'])).toEqual({ limit: 20, backwards: false, from: null });
    expect(readPage({ last: 100, before: encodeCursor(['7']) }, ['key'])).toEqual({ limit: 100, backwards: true, from: ['7'] });
  });

  it.each([
    [{}],
    [{ first: 1, last: 1 }],
    [{ first: 0 }],
    [{ first: 101 }],
    [{ first: 1.5 }],
    [{ first: 1, before: encodeCursor(['7']) }],
    [{ last: 1, after: encodeCursor(['7']) }],
    [{ first: 1, after: 'nonsense' }],
    [{ first: 1, after: encodeCursor(['7', '8']) }],
  ])('refuses %j', (input) => {
    expect(readPage(input, ['key'])).toBeNull();
  });
});

describe('cursors', () => {
  it('hold keys, numbers and moments, and nothing else', () => {
    const values = ['-3', '1795329594956123', '9223372036854775807'];
    expect(decodeCursor(encodeCursor(values), ['number', 'moment', 'key'])).toEqual(values);
  });

  it.each([
    ["1' or true", 'key'], ['9223372036854775808', 'key'], ['0', 'key'], ['99999999999', 'number'], ['99999999999999999', 'moment'], ['2026-11-22', 'moment'],
  ] as const)('%s is no %s', (value, part) => {
    expect(decodeCursor(encodeCursor([value]), [part])).toBeNull();
  });

  it('of any length are not read', () => {
    expect(decodeCursor('x'.repeat(201), ['key'])).toBeNull();
  });
});

describe('pageOf', () => {
  const cursorOf = (row: number) => [row];
  it('cuts the row beyond the limit and says that there is more', () => {
    const page = pageOf({ limit: 2, backwards: false, from: null }, [1, 2, 3], cursorOf);
    expect(page.nodes).toEqual([1, 2]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false, endCursor: encodeCursor([2]) });
  });
  it('turns a page read from the end', () => {
    const page = pageOf({ limit: 2, backwards: true, from: ['9'] }, [8, 7, 6], cursorOf);
    expect(page.nodes).toEqual([7, 8]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true, startCursor: encodeCursor([7]) });
  });
  it('is empty where nothing is', () => {
    expect(pageOf({ limit: 2, backwards: false, from: null }, [], cursorOf).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});
