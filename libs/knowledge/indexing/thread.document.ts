import { plainText } from '#platform/content';
import { detectLanguage, type Language, stems, words } from '#platform/language';
import { statesOf, type ThreadState } from '../finding/thread.states.js';

/** Raise it when what follows gives other documents, stems or counts for the same rows: the next drainer then rebuilds everything by itself. */
export const DOCUMENT_VERSION = 6;

export const BODY_LIMIT = 20_000; // characters: the longest question anybody reads to its end
export const ANSWERS_LIMIT = 8_000; // the best answers' text: a thread of 20,000 answers must not be sent whole at each new one

/** A thread as the indexing statement reads it: only what a guest may see. An article or FAQ entry in the same form: entry-source.reader.ts. */
export interface ThreadSource {
  /** Of the document. */
  id: string;
  title: string;
  opening: string | null;
  /** Best first. `chosen`: accepted or official. */
  answers: { html: string; chosen: boolean }[];
  /** "People asked this as ...": the titles of its duplicates, and the words of those whom it helped. */
  asked: string[];
  tags: string[];
  tagIds: number[];
  categoryId: number;
  kind: string;
  language: Language;
  solved: boolean;
  official: boolean;
  answerCount: number;
  createdAt: number;
  lastActivityAt: number;
}

/** A thread in Meilisearch: one document, so that an accepted answer is found exactly once. */
export interface ThreadDocument extends Omit<ThreadSource, 'opening' | 'answers' | 'asked'> {
  states: ThreadState[];
  body: string;
  /** The accepted and official answers. */
  solution: string;
  answers: string;
  asked: string;
  /** Every stem once: what the engine lacks (inflection, ae for ä) is matched here, exactly. */
  stems: string;
  /** Those of the title, looked for by themselves: the engine's own preference for titles costs it twenty times as much (measured). */
  titleStems: string;
}

/** A thread in PostgreSQL: what ranking counts. */
export interface CountedThread {
  id: string;
  counts: Record<string, number>;
  /** Each wording in which it was asked, as its stems once each, a blank between them. */
  asked: string[];
  titleLength: number;
  /** Without the wordings: the more people a thread has helped, the longer it would be, and so the worse. */
  bodyLength: number;
  answerLength: number;
}

export interface IndexedThread {
  document: ThreadDocument;
  counted: CountedThread;
}

/** Both forms of a thread, from the same words. */
export function indexedThread(source: ThreadSource): IndexedThread {
  const { opening, answers: posts, asked, ...facts } = source;
  const body = cut(plainText(opening ?? ''), BODY_LIMIT);
  const { solution, answers } = answerTexts(posts);
  // the author's setting is only a guess: many write English in a German community
  const language = detectLanguage(`${source.title} ${body}`) ?? source.language;
  const wordings = asked.map((words) => stemsIn(words, detectLanguage(words) ?? language));
  const said = stemsIn(body, language);
  const fields = {
    title: stemsIn([source.title, ...source.tags].join(' '), language),
    body: [...said, ...wordings.flat()],
    answers: stemsIn(`${solution} ${answers}`, language),
  };
  const counts = countsOf(fields);
  return {
    document: { ...facts, states: statesOf(source), body, solution, answers, asked: asked.join('\n'), stems: Object.keys(counts).join(' '), titleStems: [...new Set(fields.title)].join(' ') },
    counted: { id: source.id, counts, asked: wordings.map((wording) => [...new Set(wording)].join(' ')).filter(Boolean), titleLength: fields.title.length, bodyLength: said.length, answerLength: fields.answers.length },
  };
}

/** Many threads; one that breaks the making of its document is named and left out, and holds up nobody. */
export function indexedThreads(sources: readonly ThreadSource[]) {
  const threads: IndexedThread[] = [];
  const refused: { item: ThreadSource; error: unknown }[] = [];
  for (const source of sources) {
    try {
      threads.push(indexedThread(source));
    } catch (error) {
      refused.push({ item: source, error });
    }
  }
  return { threads, refused };
}

function answerTexts(posts: ThreadSource['answers']) {
  const texts: { solution: string[]; answers: string[] } = { solution: [], answers: [] };
  let left = ANSWERS_LIMIT;
  for (const { html, chosen } of posts) {
    if (left <= 0) break;
    const text = cut(plainText(html), left);
    left -= text.length;
    texts[chosen ? 'solution' : 'answers'].push(text);
  }
  return { solution: texts.solution.join('\n'), answers: texts.answers.join('\n') };
}

/** An emoji cut in two is no text any more: Meilisearch would fail at it. */
function cut(text: string, limit: number): string {
  return text.slice(0, limit).toWellFormed();
}

function stemsIn(text: string, language: Language): string[] {
  return stems(words(text), language);
}

const MOST_COUNTED = 999; // three digits a field; nobody tells the thousandth mention from the five hundredth

/** How often each field says a stem, as one number: title * 10^6 + body * 10^3 + answers. */
function countsOf(fields: { title: string[]; body: string[]; answers: string[] }): Record<string, number> {
  const perStem = new Map<string, [number, number, number]>();
  for (const [field, list] of [fields.title, fields.body, fields.answers].entries()) {
    for (const stem of list) {
      const counts = perStem.get(stem) ?? [0, 0, 0];
      counts[field] = Math.min(counts[field]! + 1, MOST_COUNTED);
      perStem.set(stem, counts);
    }
  }
  return Object.fromEntries([...perStem].map(([stem, [title, body, answers]]) => [stem, title * 1_000_000 + body * 1_000 + answers]));
}

/** The three counts out of the one number. */
export function countsIn(packed: number) {
  return { title: Math.floor(packed / 1_000_000), body: Math.floor(packed / 1_000) % 1_000, answers: packed % 1_000 };
}
