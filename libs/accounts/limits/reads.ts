import type { Actor } from '#platform/access';
import { networkOf } from '../sign-in/attempts.js';

const MINUTE_MS = 60_000;

/** Whom reading is counted to: a member by themselves, a guest by their network. */
export function readerOf(actor: Actor, ip: string): string {
  return actor.id ?? networkOf(ip);
}

/**
 * How much this process answers one reader a minute, whichever door they come by. Counted in memory, without a look anywhere:
 * it keeps one reader from slowing down the others, no more. What is written is limited exactly, in PostgreSQL.
 */
export class Reads {
  private ends = 0;
  private spent = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Counts what the reader asks for; null while they may, else the seconds until they may again. */
  spend(reader: string, cost = 1): number | null {
    const now = this.clock();
    if (now >= this.ends) {
      this.ends = now + MINUTE_MS;
      this.spent = new Map();
    }
    const total = (this.spent.get(reader) ?? 0) + cost;
    this.spent.set(reader, total);
    return total <= this.most ? null : Math.ceil((this.ends - now) / 1000);
  }
}
