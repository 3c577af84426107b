import { otherWords } from '#platform/language';

/** Another stem that may stand for one that was asked for, and how much of a mention of it a mention of that is. */
export interface Alike {
  stem: string;
  worth: number;
}

// Measured on the sets of e2e/eval and on three others: what is alike in letters carries most; the figures move little around these values.
const SAME_BEGINNING = { least: 4, share: 0.55 }; // letters, and of the longer one's: "subscrib" and "subscript", no more "inter"
const PART_OF = 5; // letters: "anschluss" in "glasfaseranschluss", no more "box" in "dropbox"
const PART = 0.5; // of a whole word
const OF_KNOWN = 0.4; // where the community has the word itself, what is like it is likely another
const OF_UNKNOWN = 0.8; // where it has not, it was mistyped, or is said differently
const OTHER_WORD = 0.2; // more, and a thread full of common verbs answers everything
const COMPLETED = 0.1; // a word begun is looked for, and says little about how well anything fits

const TWO_MISTAKES = 8; // letters from which on two mistakes may be in a word
const MISTYPED = 5; // letters: a shorter word is as near to ten others ("sing", "since")
const MOST_ALIKE = { known: 4, unknown: 6 }; // each costs a look into every candidate
const MOST_CACHED = 20_000;
const HAS_DIGIT = /\d/; // an error code or a version is no other one mistyped

/** The stems of the community, each with about how many threads have it: which of them are like one that was asked for. */
export class Vocabulary {
  private readonly beginning = new Map<string, string[]>();
  private readonly ending = new Map<string, string[]>();
  private readonly cache = new Map<string, Alike[]>();

  constructor(
    private readonly threads: ReadonlyMap<string, number>,
    private readonly others = otherWords,
  ) {
    for (const stem of threads.keys()) {
      if (HAS_DIGIT.test(stem) || stem.length < 2) continue;
      for (const letters of [2, 3]) {
        put(this.beginning, stem.slice(0, letters), stem);
        put(this.ending, stem.slice(-letters), stem);
      }
    }
  }

  has(stem: string): boolean {
    return this.threads.has(stem);
  }

  threadsWith(stem: string): number {
    return this.threads.get(stem) ?? 0;
  }

  /** Stems like this one, the likest first: written alike or mistyped, a part of it or it a part of them, or another word for the same. */
  alike(stem: string): readonly Alike[] {
    const cached = this.cache.get(stem);
    if (cached) return cached;
    const found = new Map<string, number>();
    const add = (other: string, worth: number) => other !== stem && worth > (found.get(other) ?? 0) && found.set(other, worth);
    const known = this.has(stem);
    for (const other of this.others(stem)) if (this.has(other)) add(other, OTHER_WORD);
    if (!HAS_DIGIT.test(stem)) {
      const factor = known ? OF_KNOWN : OF_UNKNOWN;
      for (const other of near(this.beginning, stem.slice(0, 3))) add(other, factor * sharedBeginning(stem, other));
      for (const other of this.partsAndWholes(stem)) add(other, factor * PART);
      if (!known) for (const other of this.intended(stem)) add(other, factor * (1 - mistakes(stem, other) / stem.length));
    }
    const alike = this.likest(found, known ? MOST_ALIKE.known : MOST_ALIKE.unknown);
    if (this.cache.size >= MOST_CACHED) this.cache.clear();
    this.cache.set(stem, alike);
    return alike;
  }

  /** What a word that was begun may become: the commonest stems that go on so. */
  completing(begun: string): readonly Alike[] {
    const completed = near(this.beginning, begun.slice(0, 3)).filter((stem) => stem.length > begun.length && stem.startsWith(begun));
    return this.likest(new Map(completed.map((stem) => [stem, COMPLETED])), MOST_ALIKE.unknown);
  }

  private likest(found: ReadonlyMap<string, number>, most: number): Alike[] {
    return [...found].sort((a, b) => b[1] - a[1] || this.threads.get(b[0])! - this.threads.get(a[0])!).slice(0, most).map(([stem, worth]) => ({ stem, worth }));
  }

  private partsAndWholes(stem: string): string[] {
    if (stem.length < PART_OF) return [];
    const parts: string[] = [];
    for (let at = PART_OF; at < stem.length; at++) parts.push(stem.slice(0, at), stem.slice(-at));
    return [
      ...parts.filter((part) => this.has(part)),
      ...near(this.beginning, stem.slice(0, 3)).filter((other) => other.startsWith(stem)),
      ...near(this.ending, stem.slice(-3)).filter((other) => other.endsWith(stem)),
    ];
  }

  /** What somebody meant who mistyped: a mistake leaves the beginning or the ending as it was. */
  private intended(stem: string): string[] {
    if (stem.length < MISTYPED) return [];
    const [most, letters] = [stem.length >= TWO_MISTAKES ? 2 : 1, stem.length > 6 ? 3 : 2];
    const near = [...(this.beginning.get(stem.slice(0, letters)) ?? []), ...(this.ending.get(stem.slice(-letters)) ?? [])];
    return near.filter((other) => Math.abs(other.length - stem.length) <= most && mistakes(stem, other) <= most);
  }
}

function put(lists: Map<string, string[]>, key: string, stem: string): void {
  const list = lists.get(key);
  if (list) list.push(stem);
  else lists.set(key, [stem]);
}

function near(lists: ReadonlyMap<string, string[]>, key: string): readonly string[] {
  return lists.get(key) ?? [];
}

/** How much of the longer one is the beginning of both; 0 where that is no sign. */
function sharedBeginning(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const share = same / Math.max(one.length, other.length);
  return same >= SAME_BEGINNING.least && share >= SAME_BEGINNING.share ? share : 0;
}

/** Letters too many, too few, wrong, or two that changed places: the distance of Damerau (1964), each place used once. */
export function mistakes(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}
