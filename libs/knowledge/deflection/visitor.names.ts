import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

const BYTES = 16;

/**
 * By what a guest is told from another: their network, unreadable without our key. One network may be many people, who then count as one;
 * a cookie would tell them apart, and let a program be as many visitors as it likes.
 */
@Injectable()
export class VisitorNames {
  private secret: Promise<Buffer> | undefined;

  constructor(private readonly db: Database) {}

  async of(network: string): Promise<string> {
    this.secret ??= this.db.one<{ secret: Buffer }>('select secret from deflection_secret').then((row) => row!.secret);
    this.secret.catch(() => (this.secret = undefined)); // the database was away: the next one asks again
    return `v${createHmac('sha256', await this.secret).update(`visitor ${network}`).digest().subarray(0, BYTES).toString('base64url')}`;
  }
}
