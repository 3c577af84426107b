import type { Language } from '#platform/access';
import { slugOf } from '#platform/content';

/** What stands where the name of somebody stood who is no member any more. Nobody may be called so (accounts, reserved names). */
export const FORMER: Record<Language, string> = { en: 'former member', de: 'ehemaliges Mitglied' };

const LEAST_PLAIN = 3; // signs: a shorter name stands in too many words

/** Finds a name, and an address, in what others wrote. */
export class ErasedName {
  private readonly called: RegExp;
  private readonly plain: RegExp | null;
  private readonly address: RegExp | null;

  /** `names`: as they were called, and what mentions of them said. `others`: longer names that hold one of these, which are somebody else's. */
  constructor(private readonly names: readonly string[], email: string | null, others: readonly string[] = []) {
    const any = oneOf(names);
    this.called = new RegExp(`(${before(others, '@')})|@(?:${any})${END}`, 'giu');
    const long = oneOf(names.filter((name) => [...name].length >= LEAST_PLAIN));
    // Minas Antwort, Mina's answer
    this.plain = long ? new RegExp(`(${before(others, '')})|${BEGIN}(?:${long})(?:['’]?s)?${END}`, 'gu') : null;
    this.address = email ? new RegExp(escaped(email), 'gi') : null;
  }

  /**
   * The text without it. `theirs`: in a thread that they wrote in, the name alone means them; anywhere else it may mean somebody else,
   * or be a word ("Max", "Router"), and only `@name` goes.
   */
  without(text: string, language: Language, theirs: boolean): string {
    const said = (found: string, other: string | undefined) => (other === undefined ? FORMER[language] : found);
    let changed = text.replace(this.called, said);
    if (this.address) changed = changed.replace(this.address, FORMER[language]);
    return theirs && this.plain ? changed.replace(this.plain, said) : changed;
  }

  /** The same for everything that is text within JSON. */
  withoutIn(value: unknown, language: Language): unknown {
    if (typeof value === 'string') return this.without(value, language, false);
    if (Array.isArray(value)) return value.map((each) => this.withoutIn(each, language));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.withoutIn(each, language)]));
  }

  /** Whether the name of a file tells theirs. */
  isIn(fileName: string): boolean {
    const slug = `-${slugOf(fileName, 'file')}-`;
    return this.names.some((name) => slug.includes(`-${slugOf(name, 'nobody')}-`));
  }
}

/** What the mentions of a member in a post's HTML say: also names from before they changed theirs. */
export function namesMentioned(html: string, memberKey: string): string[] {
  return Array.from(html.matchAll(new RegExp(`<a href="/m/${memberKey}" class="mention"[^>]*>@([^<]*)</a>`, 'g')), ([, name]) => unescaped(name!));
}

const BEGIN = '(?<![\\p{L}\\p{N}\\p{M}])';
const END = '(?![\\p{L}\\p{N}\\p{M}])';

/** What is met first and left as it is; where there is nobody, what is never met. */
function before(others: readonly string[], sign: string): string {
  return others.length === 0 ? '(?!)' : `${sign || BEGIN}(?:${oneOf(others)})${END}`;
}

/** The longest first. */
function oneOf(names: readonly string[]): string {
  return names.toSorted((a, b) => b.length - a.length).map(spaced).join('|');
}

function spaced(name: string): string {
  return name.trim().split(/\s+/).map(escaped).join('\\s+');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
