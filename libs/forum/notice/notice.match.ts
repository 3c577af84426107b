import { fold, isStopWord, stemsOf, words } from '#platform/language';

/** What a notice can be known by. */
interface NoticeWords {
  title: string;
  affected: string;
  regions: readonly string[];
  tags: readonly string[];
}

/** The words that somebody typed, each once with its stems: taken apart once, however many notices they are compared with. */
type SaidWords = ReadonlyMap<string, readonly string[]>;

/** What somebody is about to ask. */
export interface Compared {
  said: SaidWords;
  tags: readonly string[];
  /** What was said in the field `region`; empty where nothing was. */
  region: string;
  /** Whether the category is one that the notice concerns. */
  inCategory: boolean;
}

const SHARED_WORDS = 2; // one in common ("router") says nothing, two mostly do
const LITTLE = 4; // telling words: "nothing works since today" may mean any outage

/**
 * Whether it may well be what somebody is about to ask: rather once too often than not at all, for few notices are open at a time, and a look costs less than a question.
 * Whoever names another region is not concerned, whatever else fits; whoever asks something else in its category, neither.
 */
export function noticeMatches(notice: NoticeWords, { said, tags, region, inCategory }: Compared): boolean {
  if (region !== '' && notice.regions.length > 0) return notice.regions.some((each) => fold(each) === fold(region));
  if (tags.some((tag) => notice.tags.includes(fold(tag)) || notice.tags.includes(tag))) return true;
  if ([...notice.regions, ...notice.tags].some((each) => names(said, each))) return true;
  const known = new Set(words([notice.title, notice.affected, ...notice.regions, ...notice.tags].join(' ')).flatMap(tellingStems));
  const shared = new Set<string>();
  let count = 0;
  for (const stems of said.values()) {
    if (stems.some((stem) => known.has(stem)) && !stems.some((stem) => shared.has(stem))) count += 1; // a word and its plural are one
    for (const stem of stems) shared.add(stem);
  }
  if (inCategory) return count > 0 || [...said.values()].filter((stems) => stems.length > 0).length <= LITTLE;
  return count >= SHARED_WORDS;
}

export function saidIn(text: string): SaidWords {
  return new Map([...new Set(words(text))].map((word) => [word, tellingStems(word)]));
}

/** Whether all of it is said. */
function names(said: SaidWords, name: string): boolean {
  const parts = words(name);
  return parts.length > 0 && parts.every((part) => said.has(part));
}

/** In both languages: who asks in one may be told of it in the other. */
function tellingStems(word: string): string[] {
  return isStopWord(word, 'de') || isStopWord(word, 'en') ? [] : [...stemsOf(word, 'de'), ...stemsOf(word, 'en')];
}
