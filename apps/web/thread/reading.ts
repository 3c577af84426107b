import type { Request } from 'express';

const BOTS = /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python/i; // those that say what they are; the others are few

/** Whether a person looks at the page: not a program, nor a browser that loads it just in case. */
export function isReading({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const agent = headers['user-agent'];
  return method === 'GET' && agent !== undefined && !BOTS.test(agent) && !String(headers['sec-purpose'] ?? '').includes('prefetch');
}
