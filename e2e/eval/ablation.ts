import { detectLanguage, isStopWord, type Language, stems, words } from '#platform/language';
import { type Candidate, type Corpus, FIELDS, type PerField, type Question, rank, rarity, type Term, understand, Vocabulary, widened, withoutPoliteness } from '#knowledge';
import type { EvalSet } from './eval.data.js';
import { type Answer, decimals, first, mean, measure, reciprocal } from './eval.figures.js';

/** What is done with a question, one thing more at each step: the product's own functions over all threads in memory, no server asked. */
const STEPS = ['the words as they are', 'no small words', 'stems', 'title, text, answers', 'wordings by themselves', 'words written alike', 'other words'] as const;
const [SMALL, STEMS, FIELDED, WORDINGS, ALIKE, OTHER] = [1, 2, 3, 4, 5, 6];

/** The ablation's lines: first right and mean reciprocal rank, a column for each set. */
export async function ablationLines(sets: readonly EvalSet[]): Promise<string[]> {
  const lines = STEPS.map(async (name, step) => {
    const runs = await Promise.all(sets.map(async (set) => (await measure(set.queries, searching(set, step))).ranks));
    return `${name.padEnd(24)} ${runs.map((ranks) => `${decimals(mean(ranks.map(first)))} ${decimals(mean(ranks.map(reciprocal)))}`.padEnd(13)).join('')}`;
  });
  return ['', `${'step'.padEnd(24)} ${sets.map(({ name }) => name.padEnd(13)).join('')}`, ...(await Promise.all(lines))];
}

interface Counted {
  id: string;
  fields: Record<keyof PerField, Map<string, number>>;
  length: PerField;
  wordings: Set<string>[];
}

function searching(set: EvalSet, step: number): (text: string) => Promise<Answer> {
  const documents = set.threads.map((thread) => counted(thread, set.language, step));
  const having = new Map<string, number>();
  for (const { fields } of documents) for (const stem of new Set(FIELDS.flatMap((field) => [...fields[field].keys()]))) having.set(stem, (having.get(stem) ?? 0) + 1);
  const average = (field: keyof PerField) => mean(documents.map(({ length }) => length[field]));
  const corpus: Corpus = { threads: documents.length, averageLength: { title: average('title'), body: average('body'), answers: average('answers') } };
  const vocabulary = new Vocabulary(step >= ALIKE ? having : new Map<string, number>(), step >= OTHER ? undefined : () => new Set());
  return (text) => {
    const question = widened(asked(text, set.language, step), vocabulary);
    const rarities = question.terms.map(({ stems: own, alike, known }) => rarity(Math.max(0, ...[...own, ...(known ? [] : alike.map(({ stem }) => stem))].map((stem) => having.get(stem) ?? 0)), documents.length));
    const candidates = documents.map((document, n) => candidateOf(document, String(n), question.terms));
    const ranked = rank(question, candidates, rarities, corpus).filter(({ score }) => score > 0);
    return Promise.resolve({ ids: ranked.slice(0, 10).map(({ id }) => documents[Number(id)]!.id), sure: ranked[0]?.fit ?? 0 });
  };
}

function tokens(text: string, language: Language, step: number): string[] {
  const all = words(text);
  if (step < SMALL) return all;
  return step < STEMS ? all.filter((word) => !isStopWord(word, language)) : stems(all, detectLanguage(text) ?? language);
}

function asked(text: string, language: Language, step: number): Question {
  const question = understand(text);
  if (step >= STEMS) return { ...question, mode: 'asking' };
  const terms = [...new Set(tokens(step < SMALL ? text : withoutPoliteness(text), language, step))].map((word): Term => ({ word, stems: [word], known: true, alike: [] }));
  return { ...question, mode: 'asking', terms, lead: [] };
}

function counted({ id, title, body, answers, asked: wordings }: EvalSet['threads'][number], language: Language, step: number): Counted {
  const read = (texts: string[]) => texts.flatMap((text) => tokens(text, language, step));
  const [inTitle, inBody, inAnswers] = [read([title]), read([body || title]), read(answers)];
  const all = [...inTitle, ...inBody, ...inAnswers, ...read(wordings)];
  const fields = step < FIELDED ? { title: [], body: all, answers: [] } : { title: inTitle, body: [...inBody, ...read(wordings)], answers: inAnswers };
  return {
    id,
    fields: { title: countsOf(fields.title), body: countsOf(fields.body), answers: countsOf(fields.answers) },
    length: { title: fields.title.length, body: step < WORDINGS ? fields.body.length : inBody.length, answers: fields.answers.length },
    wordings: step < WORDINGS ? [] : wordings.map((wording) => new Set(read([wording]))),
  };
}

function candidateOf({ fields, length, wordings }: Counted, id: string, terms: readonly Term[]): Candidate {
  const sayings = terms.map(({ stems: own, alike }) => [...own.map((stem) => ({ stem, worth: 1 })), ...alike]);
  const count = (field: keyof PerField, saying: (typeof sayings)[number]) => saying.reduce((sum, { stem, worth }) => sum + worth * (fields[field].get(stem) ?? 0), 0);
  return {
    id, length, accepted: false, official: false, begins: false, engineScore: 0,
    counts: sayings.map((saying) => ({ title: count('title', saying), body: count('body', saying), answers: count('answers', saying) })),
    asked: wordings.map((wording) => ({
      terms: sayings.flatMap((saying, place) => (saying.some(({ stem }) => wording.has(stem)) ? [{ place, worth: Math.max(...saying.filter(({ stem }) => wording.has(stem)).map(({ worth }) => worth)) }] : [])),
      length: wording.size,
    })),
  };
}

function countsOf(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of list) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
