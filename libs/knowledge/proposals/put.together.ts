import { answerCore } from '../entries/answer.core.js';
import { understand } from '../finding/question.js';
import type { Answer } from './asked.reader.js';

const SOURCES_MOST = 3;
const TEXT_MOST = 4_000; // letters: who looks something up reads no more
const NEW_LEAST = 0.5; // of what a paragraph says; below, it says the same in other words
const TERMS_LEAST = 4; // "Thanks, that works here too" adds nothing

export interface PutTogether {
  text: string;
  /** Those it was made from, the best first. */
  sources: Answer[];
}

/**
 * The best answer, and below it, paragraph by paragraph as they were written, what other chosen answers in its thread say that it does not: the team names the cause,
 * a customer the steps. Of its thread alone: only what answers the very same question is sure to belong together.
 */
export function putTogether([best, ...others]: readonly [Answer, ...Answer[]]): PutTogether {
  const together: PutTogether = { text: answerCore(best.source), sources: [best] };
  const said = new Set(termsOf(together.text));
  for (const answer of others.filter(({ chosen, threadKey }) => chosen && threadKey === best.threadKey)) {
    const added = blocksOf(answerCore(answer.source)).filter((block) => isNew(block, said)).join('\n\n');
    if (added === '' || together.sources.length === SOURCES_MOST || together.text.length + added.length > TEXT_MOST) continue;
    for (const term of termsOf(added)) said.add(term);
    together.text += `\n\n${added}`;
    together.sources.push(answer);
  }
  return together;
}

function isNew(block: string, said: ReadonlySet<string>): boolean {
  const terms = termsOf(block);
  return terms.length >= TERMS_LEAST && terms.filter((term) => !said.has(term)).length >= NEW_LEAST * terms.length;
}

/** Paragraphs, each with the list below it; a text with code in it is one, for an empty line may be part of the code. */
function blocksOf(markdown: string): string[] {
  return /^(?: {0,3}(?:```|~~~)| {4}|\t)/m.test(markdown) ? [markdown] : markdown.split(/\n{2,}(?!\s*(?:[-*+]|\d+[.)])\s)/);
}

function termsOf(text: string): string[] {
  return [...new Set(understand(text).terms.map(({ stems }) => stems[0]!))];
}
