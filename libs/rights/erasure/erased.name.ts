import type { Language } from '#platform/access';
import { type Mentions, renderMarkdown, slugOf } from '#platform/content';

/** What stands where the name of somebody stood who is no member any more. Nobody may be called so (accounts, reserved names). */
export const FORMER: Record<Language, string> = { en: 'former member', de: 'ehemaliges Mitglied' };

const SHORT = '-'; // where a full text has no room for more: never longer than what goes
const LEAST_PLAIN = 3; // signs: a shorter name stands in too many words

/** A text, and what is known of it. */
export interface Said {
  language: Language;
  /** Whom an `@` in it names. */
  named: Mentions;
  /** They wrote it themself: then their name alone means them. In others' texts it may be a word ("media", "Router"). */
  own: boolean;
  /** Read as Markdown: an `@` in code or in an address names nobody. */
  markdown: boolean;
  /** Whether that much can be stored. */
  fits: (text: string) => boolean;
}

/** Finds a name, and an address, in what was written. */
export class ErasedName {
  private readonly plain: RegExp | null;
  private readonly address: RegExp | null;

  /** `names`: as they are called, and were before. `others`: longer names that hold one of these, which are somebody else's. */
  constructor(private readonly memberKey: string, private readonly names: readonly string[], email: string | null, others: readonly string[] = []) {
    const long = oneOf(names.filter((name) => [...name].length >= LEAST_PLAIN));
    const skipped = others.length > 0 ? `${BEGIN}@?(?:${oneOf(others)})${END}` : '(?!)';
    // Minas Antwort, Mina's answer
    this.plain = long ? new RegExp(`(${skipped})|${BEGIN}@?(?:${long})(?:['’]?s)?${END}`, 'gu') : null;
    this.address = email ? new RegExp(`(?<![\\p{L}\\p{N}\\p{M}._%+-])${escaped(email)}(?![\\p{L}\\p{N}\\p{M}_-]|\\.[\\p{L}\\p{N}])`, 'giu') : null;
  }

  /** The text without it. */
  without(text: string, said: Said): string {
    const changed = this.replaced(text, FORMER[said.language], said);
    return changed === text || said.fits(changed) ? changed : this.replaced(text, SHORT, said);
  }

  /** The same for everything that is text within JSON. */
  withoutIn<T>(value: T, said: Said): T {
    const changed = this.jsonOf(value, FORMER[said.language], said);
    return said.fits(JSON.stringify(changed)) ? changed : this.jsonOf(value, SHORT, said);
  }

  /** Whether the name of a file tells theirs. */
  isIn(fileName: string): boolean {
    const slug = `-${slugOf(fileName, 'file')}-`;
    return this.names.some((name) => slug.includes(`-${slugOf(name, 'nobody')}-`));
  }

  private jsonOf<T>(value: T, by: string, said: Said): T {
    if (typeof value === 'string') return this.replaced(value, by, said) as T;
    if (Array.isArray(value)) return value.map((each: unknown) => this.jsonOf(each, by, said)) as T;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.jsonOf(each, by, said)])) as T;
  }

  private replaced(text: string, by: string, { named, own, markdown }: Said): string {
    let changed = text.includes('@') ? this.withoutMentions(text, by, named, markdown) : text;
    if (this.address) changed = changed.replace(this.address, by);
    return own && this.plain ? changed.replace(this.plain, (found, other: string | undefined) => (other === undefined ? by : found)) : changed;
  }

  /** In Markdown the renderer decides what is a mention: each possible one is marked, and those go whose marks it took for one. */
  private withoutMentions(text: string, by: string, named: Mentions, markdown: boolean): string {
    const parts: string[] = [];
    const found: string[] = [];
    let from = 0;
    for (const { index } of text.matchAll(SIGN)) {
      const mention = index < from ? null : named.at(text.slice(index + 1, index + 1 + LOOKED_AT).toWellFormed());
      if (mention?.member !== this.memberKey) continue;
      const end = index + 1 + mention.length;
      parts.push(text.slice(from, index));
      found.push(text.slice(index, end));
      from = end;
    }
    if (found.length === 0) return text;
    const joined = (each: (i: number) => string) => parts.map((part, i) => part + each(i)).join('') + text.slice(from);
    const taken = markdown ? marksIn(joined((i) => `@${mark(i)}`)) : null;
    return joined((i) => (taken === null || taken.has(i) ? by : found[i]!));
  }
}

/** What the mentions of a member in a post's HTML say: also names from before they changed theirs. */
export function namesMentioned(html: string, memberKey: string): string[] {
  return Array.from(html.matchAll(new RegExp(`<a href="/m/${memberKey}" class="mention"[^>]*>@([^<]*)</a>`, 'g')), ([, name]) => unescaped(name!));
}

export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const LOOKED_AT = 200; // signs behind an @: more than the longest name
const SIGN = /(?<![\p{L}\p{N}\p{M}+%/@.-])@/gu; // as mentions begin (content)
// neither a part of a word nor of an address
const BEGIN = '(?<![\\p{L}\\p{N}\\p{M}@/_.=&?#%+-])';
const END = '(?![\\p{L}\\p{N}\\p{M}@/_]|[.:-][\\p{L}\\p{N}/])';

/** Signs of nobody's alphabet. */
function mark(i: number): string {
  return `\uE000${i}\uE001`;
}

function marksIn(text: string): Set<number> {
  const taken = new Set<number>();
  renderMarkdown(text, {
    at: (behind) => {
      const found = /^\uE000(\d+)\uE001/.exec(behind);
      return found && { member: found[1]!, length: found[0].length, href: '' };
    },
    take: ({ member }) => {
      taken.add(Number(member));
      return false;
    },
  });
  return taken;
}

/** The longest first. */
function oneOf(names: readonly string[]): string {
  return names.toSorted((a, b) => b.length - a.length).map(spaced).join('|');
}

function spaced(name: string): string {
  return name.trim().split(/\s+/).map(escaped).join('\\s+');
}

/** No hyphen among them: outside of brackets it is a letter like others, and `\-` is none that a regular expression knows. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
