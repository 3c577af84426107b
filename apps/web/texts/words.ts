interface Forms {
  one: string;
  other: string;
}

/** Makes `(3) => "3 answers"` for a language: the plural that ICU knows, and `#` as people there write the number. */
export function counting(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (forms: Forms) => (count: number): string => {
    const form = rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replace('#', numbers.format(count));
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
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
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
    exact: (at: Date): string => exact.format(at),
  };
}
