import { daysAlike, hoursIn } from '#company';
import type { Language, Texts } from '../texts/index.js';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const DAY_MS = 86_400_000;
const A_MONDAY = Date.UTC(2024, 0, 1);

interface Opening {
  isOpen: boolean;
  changesAt: string | null;
}

/** Whether somebody is there, and when that changes, by the clocks of the company. */
export function openingWords(t: Texts['company']['contact'], language: Language, { isOpen, changesAt }: Opening, zone: string, now: Date): string {
  if (changesAt === null) return t.openAlways;
  const at = new Date(changesAt);
  const time = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, weekday: 'long' }).format(at);
  const days = daysBetween(now, at, zone);
  if (isOpen) return days === 0 || at.getTime() - now.getTime() < DAY_MS / 2 ? t.openUntil(time) : t.openUntilDay(weekday, time);
  return days === 0 ? t.opensToday(time) : days === 1 ? t.opensTomorrow(time) : t.opensOn(weekday, time);
}

/** The hours of the week, days with the same times together: "Mo–Fr 8:00–20:00 Uhr". */
export function weekWords(t: Texts['company']['contact'], language: Language, hours: string): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', weekday: 'short' });
  const day = (number: number) => format.format(new Date(A_MONDAY + (number - 1) * DAY_MS));
  const groups = daysAlike(hoursIn(hours) ?? []);
  if (groups.length === 1 && groups[0]!.to - groups[0]!.from === 6 && isAlways(groups[0]!.times)) return [t.openAlways];
  return groups.map(({ from, to, times }) => {
    const spans = isAlways(times) ? t.openAlways : t.times(times.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', '));
    return `${day(from)}${to > from ? `–${day(to)}` : ''} ${spans}`;
  });
}

function isAlways([first, ...more]: { opens: number; closes: number }[]): boolean {
  return more.length === 0 && first?.opens === 0 && first.closes === 1_440;
}

function daysBetween(now: Date, then: Date, zone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }); // 2026-11-22
  return Math.round((Date.parse(format.format(then)) - Date.parse(format.format(now))) / DAY_MS);
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
