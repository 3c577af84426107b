import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export type LinkPurpose = 'verify' | 'reset' | 'change';

/** How long each link can be used. Hours. */
const LIVES: Record<LinkPurpose, number> = { verify: 24, reset: 1, change: 24 };

export interface MailLink {
  memberId: string;
  /** Where it was sent to. */
  email: string;
}

/** Links that were mailed: random, kept as hashes, used once. Reading a page uses none, because mail scanners follow every link. */
@Injectable()
export class MailLinks {
  constructor(private readonly db: Database) {}

  /** The token for a new link; earlier ones stay good, because mails arrive in any order. */
  async make(purpose: LinkPurpose, { memberId, email }: MailLink): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.db.query(
      'insert into mail_link (token_hash, purpose, member_id, email, expires_at) values ($1, $2, $3, $4, now() + make_interval(hours => $5))',
      [hashOf(token), purpose, memberId, email, LIVES[purpose]],
    );
    return token;
  }

  async isGood(purpose: LinkPurpose, token: string): Promise<boolean> {
    return (await this.db.query('select from mail_link where token_hash = $1 and purpose = $2 and expires_at > now()', [hashOf(token), purpose])).length > 0;
  }

  /** Uses the link up, with all others that this member has for the same purpose; null where it is none, too old, or used. Of two at once one gets it. */
  async use(purpose: LinkPurpose, token: string): Promise<MailLink | null> {
    if (!this.db.inTransaction) throw new Error('A link is used up in the transaction of what it is for.');
    const link = await this.db.one<MailLink>(
      `delete from mail_link where token_hash = $1 and purpose = $2 and expires_at > now() returning member_id as "memberId", email`,
      [hashOf(token), purpose],
    );
    if (link) await this.db.query('delete from mail_link where member_id = $1 and purpose = $2', [link.memberId, purpose]);
    return link ?? null;
  }

  /** The password has changed: what somebody else may have asked for before leads nowhere any more. */
  async forget(memberId: string): Promise<void> {
    await this.db.query(`delete from mail_link where member_id = $1 and purpose in ('reset', 'change')`, [memberId]);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
