import { ANSWERS_LIMIT, BODY_LIMIT, countsIn, indexedThread, indexedThreads, type ThreadSource } from './thread.document.js';

const source: ThreadSource = {
  id: '7', title: 'Verträge kündigen', opening: '<p>Wie kündige ich den <b>Vertrag</b>?</p>', answers: [], asked: [], tags: ['tarif'], tagIds: [3], categoryId: 2,
  kind: 'question', language: 'de', solved: true, official: false, answerCount: 2, createdAt: 1, lastActivityAt: 2,
};

describe('indexedThread', () => {
  it('counts stems by field, title, text and answers apart', () => {
    const { counted, document } = indexedThread({ ...source, answers: [{ html: '<p>Der Vertrag, der Vertrag!</p>', chosen: true }] });
    expect(countsIn(counted.counts.vertrag!)).toEqual({ title: 1, body: 1, answers: 2 });
    expect(countsIn(counted.counts.tarif!)).toEqual({ title: 1, body: 0, answers: 0 });
    expect(document.stems.split(' ')).toEqual(Object.keys(counted.counts));
    expect(counted).toMatchObject({ titleLength: 3, bodyLength: 2, answerLength: 2 });
  });

  it('keeps the solution apart, and only so much of the best answers', () => {
    const answers = [{ html: '<p>Accepted</p>', chosen: true }, { html: `<p>${'x'.repeat(9_000)}</p>`, chosen: false }, { html: '<p>late</p>', chosen: false }];
    const { document } = indexedThread({ ...source, answers });
    expect(document.solution).toBe('Accepted');
    expect(document.solution.length + document.answers.length).toBe(ANSWERS_LIMIT);
  });

  it('keeps each other wording in which it was asked, in its own language, and counts its words with the question', () => {
    const { counted, document } = indexedThread({ ...source, asked: ['Tarif vorzeitig kündigen, wie kündigen?', 'How do I cancel my contracts?', '???'] });
    expect(counted.asked).toEqual(['tarif vorzeit kundig', 'cancel contract']);
    expect(countsIn(counted.counts.kundig!)).toEqual({ title: 1, body: 3, answers: 0 });
    expect(document.stems.split(' ')).toEqual(expect.arrayContaining(['vorzeit', 'cancel']));
    expect(document.asked).toContain('vorzeitig');
  });

  it('reads the language off the text and trusts the setting only where that says nothing', () => {
    const english = indexedThread({ ...source, title: 'How are the issues of the values?', opening: null });
    expect(Object.keys(english.counted.counts)).toEqual(expect.arrayContaining(['issu', 'valu']));
    expect(Object.keys(indexedThread({ ...source, title: 'Modem', opening: null }).counted.counts)).toContain('mod');
  });

  it('holds what a count can hold', () => {
    const { counted } = indexedThread({ ...source, opening: `<p>${'Vertrag '.repeat(2_000)}</p>` });
    expect(countsIn(counted.counts.vertrag!)).toEqual({ title: 1, body: 999, answers: 0 });
  });

  it('survives names that objects have already', () => {
    expect(indexedThread({ ...source, title: '__proto__ constructor toString', language: 'en', opening: null }).counted.titleLength).toBeGreaterThan(2);
  });
});

describe('a text cut short', () => {
  const isWellFormed = (document: object) => Object.values(document).every((value) => typeof value !== 'string' || value.isWellFormed());

  it.each([BODY_LIMIT, ANSWERS_LIMIT])('never ends in half an emoji, which Meilisearch would not read (%i)', (limit) => {
    const text = `${'x'.repeat(limit - 1)}😀`;
    expect(isWellFormed(indexedThread({ ...source, opening: text }).document)).toBe(true);
    for (const chosen of [true, false]) expect(isWellFormed(indexedThread({ ...source, answers: [{ html: text, chosen }] }).document)).toBe(true);
  });
});

describe('indexedThreads', () => {
  it('makes the documents of the others where one cannot be made, and names that one', () => {
    const broken = { ...source, id: '8', answers: null as unknown as ThreadSource['answers'] };
    const { threads, refused } = indexedThreads([source, broken, { ...source, id: '9' }]);
    expect(threads.map(({ document }) => document.id)).toEqual(['7', '9']);
    expect(refused.map(({ item }) => item.id)).toEqual(['8']);
  });
});
