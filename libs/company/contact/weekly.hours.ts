/** When somebody is there, in minutes of the day. Who closes after midnight closes at an earlier minute than they open. */
export interface OpenHours {
  /** 1 Monday to 7 Sunday. */
  day: number;
  opens: number;
  closes: number;
}

const DAY = 1_440;
const NAMES = [['monday', 'montag'], ['tuesday', 'dienstag'], ['wednesday', 'mittwoch'], ['thursday', 'donnerstag'], ['friday', 'freitag'], ['saturday', 'samstag'], ['sunday', 'sonntag']];
const SHORT = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']; // https://schema.org/openingHours
const TIMES_A_DAY = 3;

const TOKEN = /^(?:(?<days>\p{L}{2,}\.?(?:\s*[-–]\s*\p{L}{2,}\.?)?)|(?<times>\d{1,2}(?:[:.]\d{2})?\s*[-–]\s*\d{1,2}(?:[:.]\d{2})?)(?:\s*(?:Uhr|h)(?!\p{L}))?)[\s,;]*/u;

/** `Mo-Fr 8:00-12:00, 13-18; Sa 10-14`, in German or English, or `24/7`; null where it cannot be read, or overlaps. */
export function hoursIn(text: string): OpenHours[] | null {
  let rest = text.trim();
  if (rest === '24/7') return SHORT.map((_, at) => ({ day: at + 1, opens: 0, closes: DAY }));
  const found: OpenHours[] = [];
  let days: number[] = [];
  let timed = true;
  while (rest !== '') {
    const { days: named, times } = TOKEN.exec(rest)?.groups ?? {};
    if (named !== undefined) {
      const meant = daysIn(named);
      if (!meant) return null;
      days = timed ? meant : [...days, ...meant];
      timed = false;
    } else if (times !== undefined && days.length > 0) {
      const span = spanIn(times);
      if (!span) return null;
      found.push(...days.map((day) => ({ day, ...span })));
      timed = true;
    } else return null;
    rest = rest.slice(TOKEN.exec(rest)![0].length);
  }
  return timed && isClean(found) ? found.sort(byTime) : null;
}

/** The same hours as schema.org and OpenStreetMap write them. */
export function hoursText(hours: readonly OpenHours[]): string {
  return daysAlike(hours).map(({ from, to, times }) => `${SHORT[from - 1]}${to > from ? `-${SHORT[to - 1]}` : ''} ${times.map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`).join(',')}`).join('; ');
}

/** Days in a row with the same times: Monday to Friday. */
export function daysAlike(hours: readonly OpenHours[]): { from: number; to: number; times: { opens: number; closes: number }[] }[] {
  const groups: ReturnType<typeof daysAlike> = [];
  for (let day = 1; day <= 7; day += 1) {
    const times = hours.filter((each) => each.day === day).map(({ opens, closes }) => ({ opens, closes }));
    const last = groups.at(-1);
    if (times.length === 0) continue;
    if (last?.to === day - 1 && JSON.stringify(last.times) === JSON.stringify(times)) last.to = day;
    else groups.push({ from: day, to: day, times });
  }
  return groups;
}

export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function daysIn(named: string): number[] | null {
  const [from = 0, to = from] = named.split(/\s*[-–]\s*/).map((word) => dayOf(word.replace('.', '').toLowerCase()));
  if (from === 0 || to === 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1);
}

/** 0 where it is no day. */
function dayOf(word: string): number {
  return NAMES.findIndex((names) => names.some((name) => name.startsWith(word))) + 1;
}

function spanIn(times: string): { opens: number; closes: number } | null {
  const [opens = -1, closes = -1] = times.split(/\s*[-–]\s*/).map(minutesOf);
  return opens < 0 || closes < 0 || opens === closes || opens === DAY ? null : { opens, closes };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(/[:.]/).map(Number);
  const all = hours * 60 + minutes;
  return minutes > 59 || all > DAY ? -1 : all;
}

function isClean(hours: OpenHours[]): boolean {
  const spans = hours.map(spanOfWeek).sort((a, b) => a.start - b.start);
  const apart = spans.every(({ end }, at) => end <= (spans[at + 1]?.start ?? spans[0]!.start + 7 * DAY));
  return apart && NAMES.every((_, at) => hours.filter(({ day }) => day === at + 1).length <= TIMES_A_DAY);
}

/** In minutes since Monday began. */
export function spanOfWeek({ day, opens, closes }: OpenHours): { start: number; end: number } {
  const start = (day - 1) * DAY;
  return { start: start + opens, end: start + closes + (closes <= opens ? DAY : 0) };
}

function byTime(a: OpenHours, b: OpenHours): number {
  return spanOfWeek(a).start - spanOfWeek(b).start;
}
