import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupQuestions } from '#knowledge';

interface Labelled {
  id: string;
  text: string;
  intent: string;
}

const LARGEST = 20;

/** How well questions are grouped that ask the same thing: V-measure (Rosenberg, Hirschberg 2007), F1 over pairs, and what the largest groups hold. Null where there is no such set. */
export async function grouping(folder: string): Promise<string | null> {
  const file = join(folder, 'cluster-en', 'questions.jsonl');
  if (!existsSync(file)) return null;
  const questions = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Labelled);
  const intents = new Map(questions.map(({ id, intent }) => [id, intent]));
  const started = performance.now();
  const groups = await groupQuestions(questions.map(({ id, text }) => ({ id, text, language: 'en' })));
  const seconds = (performance.now() - started) / 1_000;
  const cells = groups.map(({ ids }) => [...Map.groupBy(ids, (id) => intents.get(id)!).values()].map(({ length }) => length));
  const sizes = groups.map(({ ids }) => ids.length);
  const wanted = [...Map.groupBy(questions, ({ intent }) => intent).entries()];
  const all = questions.length;
  const entropy = (counts: readonly number[]) => counts.reduce((sum, count) => sum - (count / all) * Math.log(count / all), 0);
  const joint = entropy(cells.flat());
  const homogeneity = 1 - (joint - entropy(sizes)) / entropy(wanted.map(([, { length }]) => length));
  const completeness = 1 - (joint - entropy(wanted.map(([, { length }]) => length))) / entropy(sizes);
  const pairs = (counts: readonly number[]) => counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const [precision, recall] = [pairs(cells.flat()) / pairs(sizes), pairs(cells.flat()) / pairs(wanted.map(([, { length }]) => length))];
  const largest = cells.toSorted((a, b) => sum(b) - sum(a)).slice(0, LARGEST);
  const covered = sum(largest.map(sum));
  const figure = (value: number) => value.toFixed(3).replace(/^0/, '');
  return [
    `grouping: ${all} questions, ${wanted.length} intents, ${groups.length} groups in ${seconds.toFixed(1)} s`,
    `  V ${figure((2 * homogeneity * completeness) / (homogeneity + completeness))} (homogeneity ${figure(homogeneity)}, completeness ${figure(completeness)}); pairs: F1 ${figure((2 * precision * recall) / (precision + recall))} (precision ${figure(precision)}, recall ${figure(recall)})`,
    `  the ${LARGEST} largest groups: purity ${figure(sum(largest.map((cell) => Math.max(...cell))) / covered)}, covering ${figure(covered / all)}`,
  ].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
