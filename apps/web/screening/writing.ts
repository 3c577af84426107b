import type { Fields } from '../page/form.fields.js';

const OLDEST_MS = 7 * 24 * 60 * 60 * 1_000; // a tab that was left open says no more

/** How a text came about, as its form saw it. */
export function writingIn(fields: Fields, now = Date.now()): { seconds: number | null; decoy: boolean; proof: string | null } {
  const opened = /^\d{13}$/.test(fields['opened'] ?? '') ? Number(fields['opened']) : null;
  const isTold = opened !== null && opened <= now && now - opened < OLDEST_MS;
  const proof = fields['proof'] ?? '';
  return { seconds: isTold ? (now - opened) / 1_000 : null, decoy: (fields['nickname_confirm'] ?? '') !== '', proof: proof !== '' && proof.length <= 2_000 ? proof : null };
}
