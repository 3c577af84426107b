import { Moved, tooFast } from './refused.js';

const TRIES = 3;

/** PostgreSQL ends one of two transactions that wait for each other: it did nothing yet and is done again. A row that is too crowded is told as such. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { driverError?: { code?: string } }).driverError?.code;
      if (code === LOCK_NOT_AVAILABLE) throw tooFast(new Date(Date.now() + 2_000));
      if (!(error instanceof Moved || code === DEADLOCK_DETECTED) || left === 0) throw error;
    }
  }
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const DEADLOCK_DETECTED = '40P01';
const LOCK_NOT_AVAILABLE = '55P03';
