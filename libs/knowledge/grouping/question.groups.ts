import { setImmediate as pause } from 'node:timers/promises';
import type { Language } from '#platform/language';
import { linked } from './average.link.js';
import { featuresOf, likenessOf } from './features.js';
import { dot, latentPoints, unit } from './latent.js';
import { drawnTogether } from './neighbours.js';

export interface Question {
  id: string;
  text: string;
  language: Language;
}

/** Questions that ask the same thing. */
export interface QuestionGroup {
  /** The most typical first. */
  ids: string[];
  /** How alike its questions are to what they have in common, 0 to 1, on average. */
  likeness: number;
  /** How alike two of them are in all that they say, 0 to 1: of a group that shares its topic alone, little. */
  alike: (one: string, other: string) => number;
}

export const MOST_GROUPED = 4_000; // at once: the costs grow with the square, and these take about half a minute of one core
const DIMENSIONS = 220;
const ALIKE_ENOUGH = 0.5; // cosine, after drawing together. Chosen on real customers' questions (npm run eval): on random halves of them, and on other desks' questions, the best lies between .45 and .55
const AT_A_TIME_MS = 15; // others are waiting, too

/**
 * Groups questions that ask the same thing; the number of groups comes out by itself. German and English are grouped apart. Slow on purpose: it lets
 * others work in between.
 */
export async function groupQuestions(questions: readonly Question[]): Promise<QuestionGroup[]> {
  const groups: QuestionGroup[] = [];
  for (const language of ['de', 'en'] as const) groups.push(...(await grouped(questions.filter((question) => question.language === language).slice(0, MOST_GROUPED).sort(byId))));
  return groups.sort((a, b) => b.ids.length - a.ids.length);
}

/** The method begins at random places that go by the order: in the same order each night, nothing is regrouped where nothing has changed. */
function byId(one: Question, other: Question): number {
  return one.id < other.id ? -1 : 1;
}

async function grouped(questions: readonly Question[]): Promise<QuestionGroup[]> {
  if (questions.length === 0) return [];
  let restedAt = performance.now();
  const rest = async () => {
    if (performance.now() - restedAt < AT_A_TIME_MS) return;
    await pause();
    restedAt = performance.now();
  };
  const features = featuresOf(questions);
  const rowOf = new Map(questions.map(({ id }, place) => [id, features.rows[place]!]));
  const points = await drawnTogether(await latentPoints(features, DIMENSIONS, rest), rest);
  const group = await linked(points, ALIKE_ENOUGH, rest);
  const members = Map.groupBy(questions.keys(), (place) => group[place]!);
  return [...members.values()].map((places) => {
    const centre = unit(places.reduce((sum, place) => sum.map((value, at) => value + points[place]![at]!), new Float32Array(points[0]!.length)));
    const near = places.map((place) => ({ id: questions[place]!.id, likeness: dot(points[place]!, centre) })).sort((a, b) => b.likeness - a.likeness);
    return { ids: near.map(({ id }) => id), likeness: near.reduce((sum, { likeness }) => sum + likeness, 0) / near.length, alike: (one, other) => likenessOf(rowOf.get(one)!, rowOf.get(other)!) };
  });
}
