import { createHash, timingSafeEqual } from 'node:crypto';

/** Whoever is not signed in yet is warned before they are asked to, and not a second time when they have. */
const ANYBODY = 'anybody';

/**
 * Says that somebody has seen what was found and wants it public. Made of just that, so that nothing is kept for it, and it is good for
 * nothing that is added later. A program could make it up itself, as it could send it back unread: it says what a person wants, and protects nothing from them.
 */
export function confirmationOf(memberId: string | null, values: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(['private-data', memberId ?? ANYBODY, ...[...new Set(values)].sort()])).digest('base64url');
}

export function isConfirmed(memberId: string | null, values: readonly string[], given: string | null | undefined): boolean {
  return given != null && [memberId, null].some((who) => isSame(confirmationOf(who, values), given));
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
