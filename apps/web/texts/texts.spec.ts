import { TEXTS } from './index.js';

/** Sentences by their path; what takes a number or a name is called with one. */
function sentences(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return value.length === 1 && !['day', 'exact', 'names', 'number', 'size'].includes(key) ? [[at, String((value as (given: unknown) => unknown)(2))]] : [];
    return sentences(value as object, at);
  });
}

const de = new Map(sentences(TEXTS.de));
const en = new Map(sentences(TEXTS.en));
// The same word in both languages, or none where there is nothing to say
const ALIKE = /^people\.roles|^people\.roleHints\.customer|^admin\.name$|^errors\.fields\.(?:name|body)$|^ask\.markdown|^knowledge\.faqShort$|^search\.keys\.[1357]$/; // keys are called so everywhere

it('has the same sentences in both languages, none empty and none left untranslated', () => {
  expect([...de.keys()]).toEqual([...en.keys()]);
  for (const [key, sentence] of en) {
    if (ALIKE.test(key)) continue;
    expect([key, sentence.trim()]).not.toEqual([key, '']);
    expect([key, de.get(key)]).not.toEqual([key, sentence]);
  }
});

it('calls topics “Thema” in German, and nothing else so', () => {
  const uses = (texts: Map<string, string>, word: RegExp) => [...texts].filter(([, sentence]) => word.test(sentence)).map(([key]) => key);
  expect(uses(de, /\bThem(?:a|as|en)\b/)).toEqual(uses(en, /\btopics?\b/i));
});

it('counts and dates as people there do', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect([1, 2, 1200].map(TEXTS.de.lists.answers)).toEqual(['1 Antwort', '2 Antworten', '1.200 Antworten']);
  expect([0, 1, 1200].map(TEXTS.en.lists.answers)).toEqual(['0 answers', '1 answer', '1,200 answers']);
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  expect([0, 5, 60 * 3, 60 * 24].map((minutes) => TEXTS.de.ago(before(minutes), now))).toEqual(['gerade eben', 'vor 5 Minuten', 'vor 3 Stunden', 'gestern']);
  expect(TEXTS.en.ago(before(60 * 24 * 90), now)).toBe('24 Aug 2026');
});
