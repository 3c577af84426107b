import { setImmediate as pause } from 'node:timers/promises';
import type { Language } from '#platform/language';
import { linked } from './average.link.js';
import { featuresOf, likenessOf } from './features.js';
import { dot, latentPoints, unit } from './latent.js';
import { drawnTogether } from './neighbours.js';
import { wordPoints } from './word.points.js';

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

export const MOST_GROUPED = 4_000; // at once: the costs grow with the square, and these take about a minute of one core
const DIMENSIONS = 220;
const SMALL_WORD = 0.6; // twice of what it counts between two alone: here many others outvote a chance "why"
const WORDS_SHARE = 0.7; // of what the words stand beside, against what is said itself: more joins more, and more wrongly
const ALIKE_ENOUGH = 0.65; // cosine, after drawing together. Chosen on real customers' questions (npm run eval): between .6 and .75 no figure changes by much, nor on random halves of them or on other desks' questions
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
  const points = await drawnTogether(await pointsOf(questions, rest), rest);
  const group = await linked(points, ALIKE_ENOUGH, rest);
  const members = Map.groupBy(questions.keys(), (place) => group[place]!);
  return [...members.values()].map((places) => {
    const centre = unit(places.reduce((sum, place) => sum.map((value, at) => value + points[place]![at]!), new Float32Array(points[0]!.length)));
    const near = places.map((place) => ({ id: questions[place]!.id, likeness: dot(points[place]!, centre) })).sort((a, b) => b.likeness - a.likeness);
    return { ids: near.map(({ id }) => id), likeness: near.reduce((sum, { likeness }) => sum + likeness, 0) / near.length, alike: (one, other) => likenessOf(rowOf.get(one)!, rowOf.get(other)!) };
  });
}

/** Seen in two ways side by side: by what is said, and by what its words stand beside elsewhere. What says nothing that another says is nowhere, whatever stands beside it. */
async function pointsOf(questions: readonly Question[], rest: () => Promise<void>): Promise<Float32Array[]> {
  const said = await latentPoints(featuresOf(questions, SMALL_WORD), DIMENSIONS, rest);
  const meant = await wordPoints(questions, rest);
  return said.map((point, place) => {
    const beside = meant[place]!.map((value) => WORDS_SHARE * value);
    const saysSomething = dot(point, point) > 0;
    return saysSomething ? unit(Float32Array.from([...point, ...beside])) : new Float32Array(point.length + beside.length);
  });
}
