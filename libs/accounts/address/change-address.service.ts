import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Actor, Language } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { invalid } from '#platform/graphql';
import { Attempts } from '../sign-in/attempts.js';
import { passwordMatches } from '../sign-in/password.js';
import { PasswordService } from '../sign-in/password.service.js';
import { AccountMails } from './account.mails.js';
import type { ChangeAddressInput } from './address.input.js';
import { MailLinks } from './mail-link.js';

/** Another address for an account: asked for with the password, made so by a link that only its reader gets. */
@Injectable()
export class ChangeAddressService {
  constructor(
    private readonly db: Database,
    private readonly links: MailLinks,
    private readonly mails: AccountMails,
    private readonly attempts: Attempts,
    private readonly passwords: PasswordService,
    private readonly events: Events,
  ) {}

  /** Mails a link to the new address and a notice to the old one. One that has an account already is told so by mail, and nobody else. */
  async request(actor: Actor, input: ChangeAddressInput, ip: string): Promise<void> {
    await this.attempts.mail(ip, `member ${actor.memberId}`);
    const member = (await this.db.one<{ email: string | null; name: string; language: Language; password_hash: string | null }>('select email, name, language, password_hash from member where id = $1', [actor.memberId]))!;
    if (!(await passwordMatches(member.password_hash, input.password))) throw invalid({ field: 'password', code: 'wrong' });
    const email = input.email.trim();
    await this.db.transaction(async () => {
      await this.passwords.hold(actor, member.password_hash);
      const owner = await this.db.one<{ id: string; email: string; name: string; language: Language }>('select id, email, name, language from member where lower(email) = lower($1)', [email]);
      if (owner && !actor.is(owner.id)) {
        await this.mails.send('known', owner, { path: '/sign-in' });
      } else {
        const token = await this.links.make('change', { memberId: actor.memberId, email });
        await this.mails.send('changeAddress', { ...member, email }, { path: `/change-address/${token}`, memberKey: actor.memberId });
      }
      if (member.email) await this.mails.send('addressChanging', { ...member, email: member.email }, { path: '/forgot', address: email });
    });
  }

  isGood(token: string): Promise<boolean> {
    return this.links.isGood('change', token);
  }

  /** Changes the address and tells the old one; false where the link is none (any more). The unique index decides between two who want the same one. */
  async confirm(token: string): Promise<boolean> {
    try {
      return await this.db.transaction(async () => {
        const link = await this.links.use('change', token);
        if (!link) return false;
        const before = await this.db.one<{ email: string | null; name: string; language: Language }>('select email, name, language from member where id = $1 for no key update', [link.memberId]);
        await this.db.query('update member set email = $2, email_verified_at = now() where id = $1', [link.memberId, link.email]);
        if (before?.email && before.email !== link.email) await this.mails.send('addressChanged', { ...before, email: before.email }, { address: link.email });
        await this.db.query('delete from mail_link where member_id = $1', [link.memberId]); // what went to the old address
        await this.events.record('AddressVerified', link.memberId, { memberId: link.memberId });
        return true;
      });
    } catch (error) {
      const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      throw constraint === 'member_email_once' ? invalid({ field: 'email', code: 'taken' }) : error;
    }
  }
}
