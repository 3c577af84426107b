import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A set of threads and of questions that people asked, with the threads that answer each. */
export interface EvalSet {
  name: string;
  language: 'de' | 'en';
  /** The set whose questions these are too: counted once where sets are taken together. */
  of?: string;
  /** `asked`: other wordings in which people asked for it. */
  threads: { id: string; title: string; body: string; answers: string[]; asked: string[] }[];
  /** Where nothing answers it, there is no answer. */
  queries: { text: string; answeredBy: Set<string> }[];
}

const TITLE_LENGTH = 80; // of a post that has none: what a hurried person puts in the line above it

/** The sets in that folder; none where it has none. */
export function readSets(folder: string): EvalSet[] {
  const english = join(folder, 'search-en');
  const german = join(folder, 'search-de');
  const desks = join(folder, 'search-oos');
  const entries = join(folder, 'faq-de-en');
  return [
    ...(existsSync(english) ? englishSets(english) : []),
    ...(existsSync(german) ? [germanSet(german)] : []),
    ...(existsSync(desks) ? readdirSync(desks).flatMap((file) => /^kb\.(.+)\.jsonl$/.exec(file)?.[1] ?? []).sort().map((desk) => deskSet(desks, desk)) : []),
    ...(existsSync(entries) ? (['de', 'en'] as const).map((language) => faqSet(entries, language)) : []),
  ];
}

/** As it is, and as it would be had half of those who asked been helped: the other half finds what they said. */
function englishSets(folder: string): EvalSet[] {
  const corpus = lines<{ id: string; question: string; answers: { text: string }[] }>(join(folder, 'corpus.jsonl'));
  const threads = corpus.map(({ id, question, answers }) => ({ id, title: question, body: question, answers: answers.map((answer) => answer.text), asked: [] as string[] }));
  const queries = answered(folder);
  const [helped, asking] = [queries.filter((_, n) => n % 2 === 0), queries.filter((_, n) => n % 2 === 1)];
  const learned = threads.map((thread) => ({ ...thread, asked: helped.filter(({ answeredBy }) => answeredBy.has(thread.id)).map(({ text }) => text) }));
  return [
    { name: 'search-en', language: 'en', threads, queries },
    { name: 'en, half', of: 'search-en', language: 'en', threads, queries: asking },
    { name: 'en, learned', of: 'search-en', language: 'en', threads: learned, queries: asking },
  ];
}

function germanSet(folder: string): EvalSet {
  const posts = lines<{ id: string; text: string }>(join(folder, 'threads.jsonl'));
  const threads = posts.map(({ id, text }) => ({ id, title: text.slice(0, TITLE_LENGTH), body: text, answers: [], asked: [] }));
  return { name: 'search-de', language: 'de', threads, queries: answered(folder) };
}

/** A support desk: its entries are known by the wordings that people used for each, and half of what it is asked it has no answer to. */
function deskSet(folder: string, desk: string): EvalSet {
  const entries = lines<{ id: string; examples: string[] }>(join(folder, `kb.${desk}.jsonl`));
  const queries = lines<{ text: string; entry: string | null }>(join(folder, `queries.${desk}.jsonl`));
  return {
    name: desk, language: 'en',
    threads: entries.map(({ id, examples }) => ({ id, title: id.toLowerCase().replaceAll('_', ' '), body: '', answers: [], asked: examples })),
    queries: queries.map(({ text, entry }) => ({ text, answeredBy: new Set(entry === null ? [] : [entry]) })),
  };
}

/** Entries of a FAQ, and their questions as somebody else put them. */
function faqSet(folder: string, language: 'de' | 'en'): EvalSet {
  const entries = lines<{ id: string; lang: string; question: string; answer: string }>(join(folder, 'faq.jsonl')).filter(({ lang }) => lang === language);
  const same = readFileSync(join(folder, `pairs.${language}.tsv`), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t')).filter(([, , similar]) => similar === '1');
  const isEntry = (text: string) => entries.some(({ question }) => question.trim() === text.trim());
  const answeredBy = new Map<string, Set<string>>();
  for (const [one, other] of same as [string, string][]) {
    const [entry, text] = isEntry(one) ? [one, other] : [other, one];
    if (!isEntry(entry) || isEntry(text)) continue;
    const right = entries.filter(({ question }) => question.trim() === entry.trim()).map(({ id }) => id);
    answeredBy.set(text, new Set([...(answeredBy.get(text) ?? []), ...right]));
  }
  return {
    name: `faq-${language}`, language,
    threads: entries.map(({ id, question, answer }) => ({ id, title: question, body: '', answers: [answer], asked: [] })),
    queries: [...answeredBy].map(([text, right]) => ({ text, answeredBy: right })),
  };
}

/** The queries that have an answer at all: the others measure nothing where nobody says so. */
function answered(folder: string): EvalSet['queries'] {
  const answeredBy = new Map<string, Set<string>>();
  for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [query, thread, label] = line.split('\t') as [string, string, string];
    if (Number(label) > 0) answeredBy.set(query, (answeredBy.get(query) ?? new Set()).add(thread));
  }
  const queries = lines<{ id: string; text: string }>(join(folder, 'queries.jsonl'));
  return queries.flatMap(({ id, text }) => (answeredBy.has(id) ? [{ text, answeredBy: answeredBy.get(id)! }] : []));
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);
}
