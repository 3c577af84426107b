import { Injectable } from '@nestjs/common';
import type { Language } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { Attempts } from '../sign-in/attempts.js';
import { hashPassword } from '../sign-in/password.js';
import { AccountMails } from './account.mails.js';
import { MailLinks } from './mail-link.js';

const SAME_TIME_MS = 100; // longer than either way takes, so that the time does not say whether the address has an account

interface Owner {
  id: string;
  email: string;
  name: string;
  language: Language;
}

/** A new password for whoever can read the mails to an account's address. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly db: Database,
    private readonly links: MailLinks,
    private readonly mails: AccountMails,
    private readonly attempts: Attempts,
    private readonly events: Events,
  ) {}

  /** Mails a link where the address has an account. Limits count what was typed, so that they do not tell either. */
  async request(email: string, ip: string): Promise<void> {
    await this.attempts.mail(ip, email);
    await Promise.all([this.mailLink(email.trim()), new Promise((later) => setTimeout(later, SAME_TIME_MS))]);
  }

  isGood(token: string): Promise<boolean> {
    return this.links.isGood('reset', token);
  }

  /**
   * Sets the password, ends every session and token, and tells the owner; the member's key, or null where the link is none (any more).
   * The link has shown that the address is theirs, too.
   */
  async reset(token: string, password: string): Promise<string | null> {
    if (!(await this.isGood(token))) return null; // hashing is dear: not for links that are none
    const passwordHash = await hashPassword(password);
    return this.db.transaction(async () => {
      const link = await this.links.use('reset', token);
      if (!link) return null;
      const before = await this.db.one<{ verified: boolean }>('select email_verified_at is not null as verified from member where id = $1 for no key update', [link.memberId]);
      const [owner] = await this.db.query<Owner>(
        `update member set password_hash = $3, email_verified_at = coalesce(email_verified_at, now()) where id = $1 and lower(email) = lower($2) returning id, email, name, language`,
        [link.memberId, link.email, passwordHash],
      );
      if (!owner) return null; // the address was changed meanwhile
      await this.db.query('delete from session where member_id = $1', [owner.id]);
      await this.db.query('delete from access_token where member_id = $1', [owner.id]); // somebody who signed up with this address before its owner may have made them
      await this.links.forget(owner.id);
      await this.mails.send('passwordChanged', owner, { path: '/forgot' });
      if (!before?.verified) await this.events.record('AddressVerified', owner.id, { memberId: owner.id });
      return owner.id;
    });
  }

  private async mailLink(email: string): Promise<void> {
    await this.db.transaction(async () => {
      const owner = await this.db.one<Owner>('select id, email, name, language from member where lower(email) = lower($1)', [email]);
      if (!owner) return;
      const token = await this.links.make('reset', { memberId: owner.id, email: owner.email });
      await this.mails.send('reset', owner, { path: `/reset/${token}` });
    });
  }
}
