import type { Fields } from '../page/form.fields.js';

export const KINDS = ['outage', 'maintenance', 'recall', 'known_fault'] as const;
export const STATES = ['looking', 'found', 'repairing', 'over'] as const;

/** Before the id of each topic that a notice concerns: a checkbox of its own. */
export const CONCERNS = 'concerns.';

const NO_TIME = new Date(0).toISOString(); // what is no time goes in as one that is refused, so that the sentence stands beside the field

/** Whom it concerns and when it should be over, as a form says it. */
export function concernsIn(fields: Fields, zone: string, prefix = '') {
  const regions = (fields[`${prefix}regions`] ?? '').split(',').map((region) => region.trim()).filter(Boolean);
  const categoryIds = Object.keys(fields).filter((name) => name.startsWith(CONCERNS)).map((name) => name.slice(CONCERNS.length, CONCERNS.length + 40));
  return { affected: fields[`${prefix}affected`] ?? '', regions, categoryIds, expectedEndAt: momentIn(fields[`${prefix}expectedEndAt`] ?? '', zone) };
}

export function stateIn(text: string | undefined) {
  return STATES.find((state) => state === text) ?? 'looking';
}

export function kindIn(text: string | undefined) {
  return KINDS.find((kind) => kind === text) ?? 'outage';
}

/** Without a zone, as browsers send it: meant in the company's. */
function momentIn(text: string, zone: string): string | null {
  if (text === '') return null;
  const wall = TYPED.test(text) ? new Date(`${text}Z`).getTime() : Number.NaN;
  if (Number.isNaN(wall)) return NO_TIME;
  const near = wall - ahead(new Date(wall), zone);
  return new Date(wall - ahead(new Date(near), zone)).toISOString(); // looked at once more: between the two the clocks may have been set
}

/** The other way round: `2026-11-22T18:00`. */
export function typedMoment(iso: string | null, zone: string): string {
  if (iso === null) return '';
  const at = new Date(iso);
  return new Date(at.getTime() + ahead(at, zone)).toISOString().slice(0, '2026-11-22T18:00'.length);
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at that moment. */
function ahead(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)!.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) - Math.floor(at.getTime() / MINUTE) * MINUTE;
}

const MINUTE = 60_000;
const TYPED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/;
