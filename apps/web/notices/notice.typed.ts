import type { Fields } from '../page/form.fields.js';

export const KINDS = ['outage', 'maintenance', 'recall', 'known_fault'] as const;
export const STATES = ['looking', 'found', 'repairing', 'over'] as const;

/** Before the id of each topic that a notice concerns: a checkbox of its own. */
export const CONCERNS = 'concerns.';

const NO_TIME = new Date(0).toISOString(); // what is no time goes in as one that is refused, so that the sentence stands beside the field

/** Whom it concerns and when it should be over, as a form says it. */
export function concernsIn(fields: Fields, prefix = '') {
  const regions = (fields[`${prefix}regions`] ?? '').split(',').map((region) => region.trim()).filter(Boolean);
  const categoryIds = Object.keys(fields).filter((name) => name.startsWith(CONCERNS)).map((name) => name.slice(CONCERNS.length, CONCERNS.length + 40));
  return { affected: fields[`${prefix}affected`] ?? '', regions, categoryIds, expectedEndAt: momentIn(fields[`${prefix}expectedEndAt`] ?? '') };
}

export function stateIn(text: string | undefined) {
  return STATES.find((state) => state === text) ?? 'looking';
}

export function kindIn(text: string | undefined) {
  return KINDS.find((kind) => kind === text) ?? 'outage';
}

/** Without a zone, as browsers send it: the zone in which this site tells times. */
function momentIn(text: string): string | null {
  if (text === '') return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? NO_TIME : at.toISOString();
}

/** The other way round: `2026-11-22T18:00`. */
export function typedMoment(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
