import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A set of threads and of questions that people asked, with the threads that answer each. */
export interface EvalSet {
  name: string;
  language: 'de' | 'en';
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
  return [
    ...(existsSync(english) ? englishSets(english) : []),
    ...(existsSync(german) ? [germanSet(german)] : []),
    ...(existsSync(desks) ? readdirSync(desks).flatMap((file) => /^kb\.(.+)\.jsonl$/.exec(file)?.[1] ?? []).sort().map((desk) => deskSet(desks, desk)) : []),
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
    { name: 'en, half', language: 'en', threads, queries: asking },
    { name: 'en, learned', language: 'en', threads: learned, queries: asking },
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
