import { Injectable } from '@nestjs/common';
import type { Language } from '#platform/language';
import type { Missed } from '../gaps/gap.groups.js';
import { groupQuestions, type QuestionGroup } from '../grouping/question.groups.js';
import { type Answer, type Asked, AskedReader, type Demand } from './asked.reader.js';

const NEED_LEAST = 2; // what one person asked once, and nobody voted for, is no frequent question
const SAME = 0.4; // cosine of all that two questions say: below, most share a product and not a problem

/** What several ask, and an answer that helped. */
export interface Answered {
  language: Language;
  /** As it was asked where the best answer stands. */
  question: string;
  threads: string[];
  demand: Demand;
  /** What the order goes by: askings, and votes as far as they say the same. */
  need: number;
  answers: Answer[];
}

/** What people ask, in groups: with an answer, or without. */
@Injectable()
export class AskedGroups {
  constructor(private readonly asked: AskedReader) {}

  /** What has an accepted or official answer, then what several only vote for; of each what is asked most first. */
  async groups(): Promise<{ answered: Answered[]; missed: Missed[] }> {
    const all = new Map((await this.asked.questions()).map((question) => [question.id, question]));
    const [answered, missed]: [Answered[], Missed[]] = [[], []];
    for (const group of await groupQuestions([...all.values()])) {
      const { found, left } = await this.answered(group, group.ids.map((id) => all.get(id)!));
      answered.push(...found);
      missed.push(...missedOf(group, left.filter((question) => question.missed)));
    }
    return { answered: answered.sort((a, b) => Number(b.answers[0]!.chosen) - Number(a.answers[0]!.chosen) || b.need - a.need), missed };
  }

  /**
   * Of a group, what its answers answer: around each answer, the best first, those that ask just what is asked where it stands. A group shares
   * its topic, and an answer to its neighbour would be a wrong one. `left`: what none of them answers.
   */
  private async answered({ alike }: QuestionGroup, questions: Asked[]): Promise<{ found: Answered[]; left: Asked[] }> {
    const found: Answered[] = [];
    const answers = await this.asked.answers([...new Set(questions.flatMap(({ threadKey }) => threadKey ?? []))]);
    let left = questions;
    for (const { threadKey } of answers) {
      const seed = left.find((question) => question.threadKey === threadKey && question.id.startsWith('t'));
      if (!seed) continue;
      const same = left.filter((question) => question.threadKey === threadKey || alike(seed.id, question.id) >= SAME);
      left = left.filter((question) => !same.includes(question));
      if (needOf(same) < NEED_LEAST) continue;
      const threads = [...new Set(same.flatMap((question) => question.threadKey ?? []))];
      const demand = await this.asked.demand(threads, same.flatMap(({ id, threadKey: inThread }) => (inThread === null ? [id.slice(1)] : [])));
      found.push({ language: seed.language, question: seed.text, threads, demand, need: needOf(same), answers: answers.filter((answer) => threads.includes(answer.threadKey)) });
    }
    return { found, left };
  }
}

/** The same around what most have: several who miss one thing. */
function missedOf({ alike }: QuestionGroup, questions: Asked[]): Missed[] {
  const missed: Missed[] = [];
  let left = questions.toSorted((a, b) => b.need - a.need);
  while (left.length > 0) {
    const [seed] = left;
    const same = left.filter((question) => question === seed || alike(seed!.id, question.id) >= SAME);
    left = left.filter((question) => !same.includes(question));
    if (needOf(same) < NEED_LEAST) continue;
    missed.push({ threads: same.flatMap(({ threadKey }) => threadKey ?? []), searches: same.flatMap(({ id, threadKey }) => (threadKey === null ? [id.slice(1)] : [])) });
  }
  return missed;
}

function needOf(questions: readonly Asked[]): number {
  return questions.reduce((sum, { need }) => sum + need, 0);
}
