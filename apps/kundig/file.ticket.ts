import { createHmac, timingSafeEqual } from 'node:crypto';

const HOUR = 3_600;

/** What lets the bearer of an address have a file that is not everybody's: for one to two hours, the same within an hour so that browsers need not load it twice. */
export function ticketFor(key: string, secret: Buffer, now = Date.now()): string {
  const until = (Math.floor(now / 1000 / HOUR) + 2) * HOUR;
  return `${until}.${signature(key, secret, until)}`;
}

export function isTicketFor(key: string, secret: Buffer, ticket: string, now = Date.now()): boolean {
  const [, until = '', signed = ''] = /^(\d{1,12})\.([\w-]{43})$/.exec(ticket) ?? [];
  if (!signed || Number(until) * 1000 < now) return false;
  return timingSafeEqual(Buffer.from(signed), Buffer.from(signature(key, secret, Number(until))));
}

function signature(key: string, secret: Buffer, until: number): string {
  return createHmac('sha256', secret).update(`${key}.${until}`).digest('base64url');
}
