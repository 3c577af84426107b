interface Forms {
  one: string;
  other: string;
}

/** Makes `(3) => "3 answers"` for a language: the plural that ICU knows, and `#` as people there write the number. */
export function counting(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (forms: Forms) => kept(NUMBERS_KEPT, (count: number) => {
    const form = rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replace('#', numbers.format(count));
  });
}

const NUMBERS_KEPT = 500; // most numbers on pages are small
const DAYS_KEPT = 5_000; // 14 years
const ZONES_KEPT = 10; // a company has one
const MINUTES_OF_A_DAY = 24 * 60;

/** The same, but what was said last is not made up again: Intl is thorough, and a page says a hundred times and numbers. */
function kept<Key, Words>(most: number, say: (key: Key) => Words): (key: Key) => Words {
  const known = new Map<Key, Words>();
  return (key) => {
    let words = known.get(key);
    if (words === undefined) {
      if (known.size >= most) known.clear();
      known.set(key, (words = say(key)));
    }
    return words;
  };
}

const NAMED = 2; // further ones are counted

/** "Ada", "Ada and Ben", "Ada, Ben and 3 others". */
export function list(locale: string, others: (count: number) => string) {
  const format = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (names: readonly string[]): string => format.format(names.length > NAMED ? [...names.slice(0, NAMED), others(names.length - NAMED)] : names);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST_RELATIVE = 30 * DAY; // "in March" says more than "8 months ago"

/** Times as people say them; the exact one stands beside it in the page. */
export function times(locale: string, justNow: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const exact = exactly(locale);
  const briefIn = kept(ZONES_KEPT, (timeZone: string) => new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }));
  const wholeIn = kept(ZONES_KEPT, (timeZone: string) => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' }));
  return {
    ago(at: Date, now: Date): string {
      const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
      if (seconds < MINUTE) return justNow;
      if (seconds < HOUR) return relative.format(-Math.floor(seconds / MINUTE), 'minute');
      if (seconds < DAY) return relative.format(-Math.floor(seconds / HOUR), 'hour');
      if (seconds < LONGEST_RELATIVE) return relative.format(-Math.floor(seconds / DAY), 'day');
      return day.format(at);
    },
    day: (at: Date): string => day.format(at),
    /** A time in a zone, as short as it can be told days before and after; and with all there is to it. */
    brief: (at: Date, zone: string): string => briefIn(zone).format(at),
    whole: (at: Date, zone: string): string => wholeIn(zone).format(at),
    exact,
  };
}

/** Numbers and sizes of files as people write them. */
export function amounts(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const size = (unit: 'kilobyte' | 'megabyte') => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 2 });
  const [kilobytes, megabytes] = [size('kilobyte'), size('megabyte')];
  return {
    number: (value: number): string => number.format(value),
    size: (bytes: number): string => (bytes < 1e6 ? kilobytes.format(Math.max(1, bytes / 1e3)) : megabytes.format(bytes / 1e6)),
  };
}

/** "Sunday, 22 November 2026 at 14:58": what stands before the time is the same all day. */
function exactly(locale: string): (at: Date) => string {
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const minutes = kept(MINUTES_OF_A_DAY, (minute: number) => clock.format(new Date(2000, 0, 1, Math.floor(minute / 60), minute % 60)));
  const days = kept(DAYS_KEPT, (day: string) => {
    const noon = new Date(`${day}T12:00`);
    return whole.format(noon).slice(0, -clock.format(noon).length);
  });
  return (at) => days(`${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`) + minutes(at.getHours() * 60 + at.getMinutes());
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
