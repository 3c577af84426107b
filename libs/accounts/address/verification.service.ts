import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { Attempts } from '../sign-in/attempts.js';
import { AccountMails } from './account.mails.js';
import { MailLinks } from './mail-link.js';

export interface AddressState {
  email: string | null;
  verified: boolean;
}

/** Whether the address a member signed up with is theirs: shown by opening a link that was mailed to it. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Database,
    private readonly links: MailLinks,
    private readonly mails: AccountMails,
    private readonly attempts: Attempts,
    private readonly events: Events,
  ) {}

  async stateOf(actor: Actor): Promise<AddressState> {
    return (await this.db.one<AddressState>('select email, email_verified_at is not null as verified from member where id = $1', [actor.memberId]))!;
  }

  /** Mails the link to a member who has not used one yet; in the caller's transaction where one is open. */
  async mailLink(memberId: string): Promise<void> {
    await this.db.transaction(async () => {
      const member = await this.db.one<{ email: string; name: string; language: Language }>('select email, name, language from member where id = $1 and email is not null and email_verified_at is null', [memberId]);
      if (!member) return;
      const token = await this.links.make('verify', { memberId, email: member.email });
      await this.mails.send('verify', member, { path: `/verify/${token}` });
    });
  }

  /** The same once more, for a member who waits in vain; within limits. */
  async sendAgain(actor: Actor, ip: string): Promise<void> {
    await this.attempts.mail(ip, `member ${actor.memberId}`);
    await this.mailLink(actor.memberId);
  }

  isGood(token: string): Promise<boolean> {
    return this.links.isGood('verify', token);
  }

  /** Uses the link: the member's key, or null where it is none (any more). An address that was changed meanwhile is not shown by it. */
  async confirm(token: string): Promise<string | null> {
    return this.db.transaction(async () => {
      const link = await this.links.use('verify', token);
      const [member] = link ? await this.db.query<{ id: string }>('update member set email_verified_at = coalesce(email_verified_at, now()) where id = $1 and lower(email) = lower($2) returning id', [link.memberId, link.email]) : [];
      if (!member) return null;
      await this.events.record('AddressVerified', member.id, { memberId: member.id });
      return member.id;
    });
  }
}
