import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#platform/access';
import { Database } from '#platform/database';
import { invalid, notAllowed } from '#platform/graphql';
import { AccountMails } from '../address/account.mails.js';
import { MailLinks } from '../address/mail-link.js';
import { Attempts } from './attempts.js';
import { hashPassword, passwordMatches } from './password.js';

/** The password of somebody who is signed in: asked again before what a session left open must not do, and changed. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly links: MailLinks,
    private readonly mails: AccountMails,
  ) {}

  /** Refuses where it is not theirs; answers what it was compared with. Wrong ones count on connections of their own, so that the refusal's rollback keeps them. */
  async confirm(actor: Actor, password: string): Promise<string | null> {
    await this.attempts.confirm(actor.memberId);
    const member = await this.db.one<{ password_hash: string | null }>('select password_hash from member where id = $1', [actor.memberId]);
    if (!(await passwordMatches(member?.password_hash, password))) throw invalid({ field: 'password', code: 'wrong' });
    await this.attempts.confirmed(actor.memberId);
    return member!.password_hash;
  }

  /** Locks the member until the transaction ends, and refuses where the password was changed since it was compared: comparing takes long enough for that. */
  async hold(actor: Actor, compared: string | null): Promise<void> {
    const held = await this.db.query('select from member where id = $1 and password_hash = $2 for no key update', [actor.memberId, compared]);
    if (held.length === 0) throw invalid({ field: 'password', code: 'wrong' });
  }

  /** Ends every session but the one that asks, every token, and every link that waits in a mailbox: whoever knew the old password is out. The owner is told by mail. */
  async change(actor: Actor, password: string, next: string): Promise<void> {
    if (actor.scopes) throw notAllowed('session-needed');
    const compared = await this.confirm(actor, password);
    await this.attempts.change(actor.memberId);
    const passwordHash = await hashPassword(next);
    await this.db.transaction(async () => {
      await this.hold(actor, compared);
      const [owner] = await this.db.query<{ email: string | null; name: string; language: Language }>('update member set password_hash = $2 where id = $1 returning email, name, language', [actor.memberId, passwordHash]);
      await this.db.query('delete from session where member_id = $1 and id::text is distinct from $2', [actor.memberId, actor.sessionId]);
      await this.db.query('delete from access_token where member_id = $1', [actor.memberId]);
      await this.links.forget(actor.memberId);
      if (owner?.email) await this.mails.send('passwordChanged', { ...owner, email: owner.email }, { path: '/forgot' });
    });
  }
}
