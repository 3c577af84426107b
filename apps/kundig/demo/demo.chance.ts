import { randomFrom } from './random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 425; // fourteen months

// How much is written in each hour of the day: people come home, eat, and sit down to it.
const HOURS = [2, 1, 0, 0, 0, 1, 2, 4, 6, 7, 7, 6, 6, 5, 5, 6, 7, 9, 12, 15, 16, 14, 9, 5];
const UTC_HOURS_BEHIND = 1;

/** All that is left to chance, the same at every run. */
export class Chance {
  readonly next: () => number;

  constructor(seed: number, private readonly now: Date) {
    this.next = randomFrom(seed);
  }

  pick = <T>(from: readonly T[]): T => from[Math.floor(this.next() * from.length)]!;

  /** The first far more often than the last, as in every community. */
  early<T>(from: readonly T[], steep = 3): T {
    return from[Math.floor(this.next() ** steep * from.length)]!;
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** So many different ones, the early ones more often; fewer where there are not enough. */
  some<T>(from: readonly T[], count: number, but: readonly T[] = []): T[] {
    const found = new Set<T>();
    for (let tries = 0; found.size < count && tries < count * 10; tries += 1) {
      const one = this.early(from, 1.6);
      if (!but.includes(one)) found.add(one);
    }
    return [...found];
  }

  /** Small mostly, now and then many. */
  few(most: number): number {
    return Math.floor(this.next() ** 3 * (most + 1));
  }

  /** A moment of the last fourteen months, more likely a late one, more likely in the evening. */
  moment(): Date {
    return this.onDay(Math.floor(DAYS * this.next() ** 1.4));
  }

  onDay(back: number): Date {
    const midnight = Math.floor(this.now.getTime() / DAY) * DAY - back * DAY;
    const at = midnight + (this.hour() - UTC_HOURS_BEHIND) * HOUR + Math.floor(this.next() * HOUR);
    return new Date(at < this.now.getTime() - HOUR ? at : at - DAY);
  }

  /** Some time after: minutes mostly, sometimes a day or two. */
  after(moment: Date): Date {
    return new Date(moment.getTime() + 4 * 60_000 + 50 * HOUR * this.next() ** 5);
  }

  private hour(): number {
    let left = this.next() * HOURS.reduce((sum, weight) => sum + weight);
    return HOURS.findIndex((weight) => (left -= weight) < 0);
  }
}
