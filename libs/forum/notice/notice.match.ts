import { fold, isStopWord, stemsOf, words } from '#platform/language';

/** What a notice can be known by. */
export interface NoticeWords {
  title: string;
  affected: string;
  regions: readonly string[];
  tags: readonly string[];
}

/** What somebody is about to ask. */
export interface Compared {
  text: string;
  tags: readonly string[];
  /** What was said in the field `region`; empty where nothing was. */
  region: string;
  /** Whether the category is one that the notice concerns. */
  inCategory: boolean;
}

const SHARED_WORDS = 2; // one in common ("router") says nothing, two mostly do

/**
 * Whether it may well be what somebody is about to ask: rather once too often than not at all, for few notices are open at a time, and a look costs less than a question.
 * Whoever names another region is not concerned, whatever else fits.
 */
export function noticeMatches(notice: NoticeWords, { text, tags, region, inCategory }: Compared): boolean {
  if (region !== '' && notice.regions.length > 0) return notice.regions.some((each) => fold(each) === fold(region));
  if (inCategory || tags.some((tag) => notice.tags.includes(fold(tag)) || notice.tags.includes(tag))) return true;
  const typed = words(text);
  const said = new Set(typed);
  if ([...notice.regions, ...notice.tags].some((each) => names(said, each))) return true;
  const known = new Set(words([notice.title, notice.affected, ...notice.regions, ...notice.tags].join(' ')).flatMap(tellingStems));
  return [...said].filter((word) => tellingStems(word).some((stem) => known.has(stem))).length >= SHARED_WORDS;
}

/** Whether all of it is said. */
function names(said: ReadonlySet<string>, name: string): boolean {
  const parts = words(name);
  return parts.length > 0 && parts.every((part) => said.has(part));
}

/** In both languages: who asks in one may be told of it in the other. */
function tellingStems(word: string): string[] {
  return isStopWord(word, 'de') || isStopWord(word, 'en') ? [] : [...stemsOf(word, 'de'), ...stemsOf(word, 'en')];
}
