import { type OpenHours, spanOfWeek } from './weekly.hours.js';

const WEEK = 7 * 1_440;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export interface Opening {
  isOpen: boolean;
  /** When it closes, or opens next; null where it never does. */
  changesAt: Date | null;
}

/** Whether somebody is there now, by the clocks of the zone; null where no hours are known. */
export function openingAt(hours: readonly OpenHours[], zone: string, now: Date): Opening | null {
  if (hours.length === 0) return null;
  const minute = minuteOfWeek(now, zone);
  const spans = joined(hours.map(spanOfWeek));
  const current = spans.find(({ start, end }) => isWithin(minute, start, end));
  if (current && current.end - current.start >= WEEK) return { isOpen: true, changesAt: null };
  const ahead = current ? until(minute, current.end) : Math.min(...spans.map(({ start }) => until(minute, start)));
  return { isOpen: current !== undefined, changesAt: later(now, ahead, zone) };
}

/** Spans that touch are one: who is there around the clock does not close at midnight. */
function joined(spans: { start: number; end: number }[]): { start: number; end: number }[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const whole: typeof sorted = [];
  for (const span of sorted) {
    const last = whole.at(-1);
    if (last?.end === span.start) last.end = span.end;
    else whole.push({ ...span });
  }
  const [first] = whole;
  const last = whole.at(-1)!;
  if (whole.length > 1 && last.end === first!.start + WEEK) {
    last.end = first!.end + WEEK;
    whole.shift();
  }
  return whole;
}

function isWithin(minute: number, start: number, end: number): boolean {
  return (minute >= start && minute < end) || (minute + WEEK >= start && minute + WEEK < end);
}

/** Minutes from one to the next time the other comes, 1 to a week. */
function until(minute: number, then: number): number {
  return ((((then - minute - 1) % WEEK) + WEEK) % WEEK) + 1;
}

/** So many minutes later by the clock on the wall, which may be put forward or back in between. */
function later(now: Date, minutes: number, zone: string): Date {
  const whole = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const there = new Date(whole.getTime() + minutes * 60_000);
  const meant = (minuteOfWeek(whole, zone) + minutes) % WEEK;
  const off = ((meant - minuteOfWeek(there, zone) + WEEK * 1.5) % WEEK) - WEEK / 2;
  return new Date(there.getTime() + off * 60_000);
}

function minuteOfWeek(at: Date, zone: string): number {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return DAYS.indexOf(parts['weekday']!) * 1_440 + Number(parts['hour']) * 60 + Number(parts['minute']);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(zone, known);
  return known;
}
