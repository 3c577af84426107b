import { fold, stemsOf } from '#platform/language';
import type { Question } from './question.js';

/** A piece of a snippet: text, never markup, and whether it is what was asked for. */
export interface Segment {
  text: string;
  hit: boolean;
}

const LENGTH = 220; // characters: two lines on a wide screen, four on a phone
const LEAD = 60; // characters before the first hit, so that it stands in its sentence

const WORD = /[\p{L}\p{N}]+(?:[-_.'’!&][\p{L}\p{N}]+)*/gu;

/** The part of the text where most of the question's words stand together, in segments. */
export function snippetOf(text: string, question: Question): Segment[] {
  const hits = hitsIn(text, question);
  const start = startOf(text, hits);
  const end = text.length - start <= LENGTH ? text.length : wordEnd(text, start + LENGTH);
  const segments: Segment[] = start > 0 ? [{ text: '… ', hit: false }] : [];
  let at = start;
  for (const { from, to } of hits.filter((hit) => hit.from >= start && hit.to <= end)) {
    if (from > at) segments.push({ text: text.slice(at, from), hit: false });
    segments.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (end > at) segments.push({ text: text.slice(at, end), hit: false });
  if (end < text.length) segments.push({ text: ' …', hit: false });
  return segments;
}

interface Hit {
  from: number;
  to: number;
  stem: string;
}

function hitsIn(text: string, { terms, mode, text: asked }: Question): Hit[] {
  const wanted = new Set(terms.flatMap((term) => term.stems));
  const begun = mode === 'typing' ? fold(asked).match(/[\p{L}\p{N}]{2,}$/u)?.[0] : undefined;
  const hits: Hit[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const { folded, stems } = readingOf(word);
    // the text's language is not asked: a stem of either that was asked for is a hit
    const stem = stems.find((one) => wanted.has(one)) ?? (begun && folded.startsWith(begun) ? begun : undefined);
    if (stem !== undefined) hits.push({ from: index, to: index + word.length, stem });
  }
  return hits;
}

interface Reading {
  folded: string;
  stems: string[];
}

// a page of hits is thousands of words, most of them met before
const MOST_READINGS = 50_000;
const LONGEST_KEPT = 40;
const readings = new Map<string, Reading>();

/** A word of a text, folded, and its stems in either language. */
function readingOf(word: string): Reading {
  const known = readings.get(word);
  if (known) return known;
  const folded = fold(word);
  const reading = { folded, stems: [...new Set([...stemsOf(folded, 'de'), ...stemsOf(folded, 'en')])] };
  if (readings.size >= MOST_READINGS) readings.clear();
  if (word.length <= LONGEST_KEPT) readings.set(word, reading);
  return reading;
}

/** Where the window with the most different hits begins; at the front where there are none. */
function startOf(text: string, hits: readonly Hit[]): number {
  let best = { start: 0, different: 0 };
  for (const [i, first] of hits.entries()) {
    const start = Math.max(0, first.from - LEAD);
    const different = new Set(hits.slice(i).filter((hit) => hit.to <= start + LENGTH).map((hit) => hit.stem)).size;
    if (different > best.different) best = { start, different };
  }
  if (best.start === 0) return 0;
  const blank = text.indexOf(' ', best.start);
  return blank === -1 || blank > best.start + LEAD ? best.start : blank + 1;
}

function wordEnd(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank > at - LEAD ? blank : at;
}
