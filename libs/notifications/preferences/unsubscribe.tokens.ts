import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, isKey } from '#platform/database';

const SIGNATURE_BYTES = 16; // 128 bits, as all that must not be guessed here

/** Links that stop mails without signing in: signed, so that nothing is kept for each mail, and good for as long as somebody keeps the mail. */
@Injectable()
export class UnsubscribeTokens {
  private secret: Promise<Buffer> | undefined;

  constructor(private readonly db: Database) {}

  async sign(memberId: string, stop: string): Promise<string> {
    const said = `${memberId}.${stop}`;
    return `${said}.${(await this.signature(said)).toString('base64url')}`;
  }

  async read(token: string): Promise<{ memberId: string; stop: string } | null> {
    const [memberId = '', stop = '', signature = '', ...rest] = token.split('.');
    if (!isKey(memberId) || rest.length > 0) return null;
    const [given, right] = [Buffer.from(signature, 'base64url'), await this.signature(`${memberId}.${stop}`)];
    return given.length === right.length && timingSafeEqual(given, right) ? { memberId, stop } : null;
  }

  private async signature(said: string): Promise<Buffer> {
    this.secret ??= this.db.one<{ secret: Buffer }>('select secret from notification_secret').then((row) => row!.secret);
    this.secret.catch(() => (this.secret = undefined)); // the database was away: the next one asks again
    return createHmac('sha256', await this.secret).update(`unsubscribe ${said}`).digest().subarray(0, SIGNATURE_BYTES);
  }
}
