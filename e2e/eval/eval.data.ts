import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A set of threads and of questions that people asked, with the threads that answer each. */
export interface EvalSet {
  name: string;
  language: 'de' | 'en';
  threads: { id: string; title: string; body: string; answers: string[] }[];
  queries: { text: string; answeredBy: Set<string> }[];
}

const TITLE_LENGTH = 80; // of a post that has none: what a hurried person puts in the line above it

/** The sets in that folder; none where it has none. */
export function readSets(folder: string): EvalSet[] {
  const sets: EvalSet[] = [];
  const english = join(folder, 'search-en');
  if (existsSync(english)) {
    const corpus = lines<{ id: string; question: string; answers: { text: string }[] }>(join(english, 'corpus.jsonl'));
    const threads = corpus.map(({ id, question, answers }) => ({ id, title: question, body: question, answers: answers.map((answer) => answer.text) }));
    sets.push({ name: 'search-en', language: 'en', threads, queries: queriesOf(english) });
  }
  const german = join(folder, 'search-de');
  if (existsSync(german)) {
    const posts = lines<{ id: string; text: string }>(join(german, 'threads.jsonl'));
    const threads = posts.map(({ id, text }) => ({ id, title: text.slice(0, TITLE_LENGTH), body: text, answers: [] }));
    sets.push({ name: 'search-de', language: 'de', threads, queries: queriesOf(german) });
  }
  return sets;
}

/** Those that have an answer at all: the others measure nothing here. */
function queriesOf(folder: string): EvalSet['queries'] {
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
