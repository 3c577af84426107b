import { isEntryDocument } from '../document.key.js';
import type { Question } from './question.js';

/**
 * BM25F (Robertson, Zaragoza): how well a thread's words answer a question's words. A rare word counts more than a common one, the
 * second mention less than the first, a word in a title more than one in a long answer.
 */

export const FIELDS = ['title', 'body', 'answers'] as const;
export type Field = (typeof FIELDS)[number];
export type PerField = Record<Field, number>;

/** How many threads there are to choose from, and how long their fields are on average. */
export interface Corpus {
  threads: number;
  averageLength: PerField;
}

/** A way in which somebody asked for this thread: which terms of the question it has, by place, how well (1: the word itself), and of how many stems it is. */
export interface Wording {
  terms: readonly { place: number; worth: number }[];
  length: number;
}

/** A thread as ranking sees it: for each term of the question how often each field says it, or what is like it. */
export interface Candidate {
  id: string;
  length: PerField;
  counts: readonly PerField[];
  /** Other wordings in which it was asked. */
  asked: readonly Wording[];
  accepted: boolean;
  official: boolean;
  /** Whether its title begins with what was typed. */
  begins: boolean;
  /** 0..1: how well the engine that forgives typing mistakes liked it. */
  engineScore: number;
}

// Measured on English and German sets (e2e/eval): the figures move little around these values, so they are no fit to one set.
const WEIGHT: PerField = { title: 5, body: 2, answers: 0.8 };
const LENGTH_MATTERS: PerField = { title: 0.3, body: 0.6, answers: 0.95 }; // a long answer mentions everything; a long title is still one
const SATURATION = 5; // in title mentions, about one: high, because the weights above are

/** What it weighs that somebody asked in just these words: the better half of what words can reach. Measured: see docs. */
const ASKED_WEIGHT = 0.9;

export const ACCEPTED_PRIOR = 0.03; // of the best possible score: decides between equals, never against a better match
export const OFFICIAL_PRIOR = 0.03;

/** What the opinion of the engine, which knows typing mistakes and compounds, weighs beside ours: much for a few words, little for a sentence. */
const ENGINE_WEIGHT = { typing: 0.5, asking: 0 };

/** Whoever types a title sees it before what has the same words elsewhere, and more likely means it than not. */
const BEGINS_WEIGHT = 1;
const BEGINS_FIT = 0.3;

const YOUNG = 20; // threads: with fewer, a word that is in none of them or in each says nothing yet about how rare it is

/** Rarity of a term that `having` of `threads` threads contain. */
export function rarity(having: number, threads: number): number {
  return Math.log(1 + Math.max(Math.max(threads, YOUNG) - having + 0.5, 0.5) / (having + 0.5));
}

/** The candidates with their scores of 0 to about 1, best first; the newer one where two are equal. `fit`: how well words and wordings answer the whole question or its first line, whichever is better. */
export function rank({ mode, lead }: Pick<Question, 'mode' | 'lead'>, candidates: readonly Candidate[], rarities: readonly number[], corpus: Corpus) {
  const ofFirstLine = rarities.map((rarity, term) => (lead.includes(term) ? rarity : 0)); // of what else is said, nothing counts
  return candidates
    .map((candidate) => {
      const fit = fitOf(candidate, rarities, corpus);
      const short = lead.length === rarities.length ? fit : fitOf(candidate, ofFirstLine, corpus);
      return { id: candidate.id, fit: Math.max(fit, short, candidate.begins ? BEGINS_FIT : 0), score: fit + opinion(mode, candidate) };
    })
    .sort((a, b) => b.score - a.score || newerFirst(a.id, b.id));
}

/** What the company stands for before what somebody asked; else the higher number. */
function newerFirst(a: string, b: string): number {
  const [one, other] = [isEntryDocument(a), isEntryDocument(b)];
  return one === other ? b.length - a.length || (b > a ? 1 : -1) : one ? -1 : 1;
}

function fitOf(candidate: Candidate, rarities: readonly number[], corpus: Corpus): number {
  const most = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  return words(candidate, rarities, corpus) / most + ASKED_WEIGHT * likeness(candidate.asked, rarities, most);
}

function words(candidate: Candidate, rarities: readonly number[], corpus: Corpus): number {
  return rarities.reduce((sum, rarity, term) => {
    const counts = candidate.counts[term];
    if (!counts) return sum;
    const weighted = FIELDS.reduce((total, field) => {
      const relative = candidate.length[field] / (corpus.averageLength[field] || 1);
      return total + (WEIGHT[field] * counts[field]) / (1 - LENGTH_MATTERS[field] + LENGTH_MATTERS[field] * relative);
    }, 0);
    return sum + (rarity * weighted) / (SATURATION + weighted);
  }, 0);
}

/**
 * How much the question is like the wording most like it: Dice's coefficient, weighted by rarity. The wording's own further stems, whose
 * rarity nobody looks up, count as the question's do on average.
 */
function likeness(wordings: readonly Wording[], rarities: readonly number[], most: number): number {
  const usual = most / (rarities.filter((rarity) => rarity > 0).length || 1);
  return wordings.reduce((best, { terms, length }) => {
    const shared = terms.reduce((sum, { place, worth }) => sum + worth * rarities[place]!, 0);
    return Math.max(best, (2 * shared) / (most + shared + Math.max(0, length - terms.length) * usual));
  }, 0);
}

function opinion(mode: 'typing' | 'asking', candidate: Candidate): number {
  return (
    ENGINE_WEIGHT[mode] * candidate.engineScore +
    (candidate.begins ? BEGINS_WEIGHT : 0) +
    (candidate.accepted ? ACCEPTED_PRIOR : 0) +
    (candidate.official ? OFFICIAL_PRIOR : 0)
  );
}
