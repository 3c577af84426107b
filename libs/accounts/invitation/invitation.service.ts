import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notAllowed, notFound } from '#platform/graphql';
import { AccountMails } from '../address/account.mails.js';
import { Attempts } from '../sign-in/attempts.js';
import { tokenHash } from './invitation.reader.js';
import type { InvitationInput, InviteStaffInput, TeamRole } from './invitation.type.js';

export const INVITATION_DAYS = 7;

interface Sent {
  id: string;
  email: string;
  role: TeamRole;
  language: Language;
  note: string | null;
  sends: number;
}

const RETURNED = 'id, email, role, language, note, sends';

/** Invitations as admins send, repeat and withdraw them. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly mails: AccountMails,
    private readonly events: Events,
  ) {}

  /** Mails an invitation; one that the address had before ends with it, by the unique index, whoever of two is second. */
  async invite(actor: Actor, { email, role, language, note }: InviteStaffInput): Promise<string> {
    return this.db.transaction(async () => {
      await this.notOnTheTeam(email, role);
      await this.attempts.invite(actor.memberId, email);
      const token = newToken();
      const [sent] = await this.db.query<Sent>(
        `insert into invitation (email, role, language, note, invited_by, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => ${INVITATION_DAYS}))
         on conflict (lower(email)) do update set email = excluded.email, role = excluded.role, language = excluded.language, note = excluded.note, invited_by = excluded.invited_by,
           token_hash = excluded.token_hash, expires_at = excluded.expires_at, sent_at = now(), sends = invitation.sends + 1, withdrawn_at = null
         returning ${RETURNED}`,
        [email.trim(), role, language, cleanLine(note ?? '') || null, actor.memberId, tokenHash(token)],
      );
      return this.send(actor, sent!, token);
    });
  }

  /** The same once more, with a new link for seven days; the old one ends. Whoever repeats it stands for it. */
  async resend(actor: Actor, { invitationId }: InvitationInput): Promise<string> {
    return this.db.transaction(async () => {
      const { id, email, role } = await this.changeable(invitationId);
      await this.notOnTheTeam(email, role);
      await this.attempts.invite(actor.memberId, email);
      const token = newToken();
      const [sent] = await this.db.query<Sent>(
        `update invitation set invited_by = $2, token_hash = $3, expires_at = now() + make_interval(days => ${INVITATION_DAYS}), sent_at = now(), sends = sends + 1, withdrawn_at = null where id = $1 returning ${RETURNED}`,
        [id, actor.memberId, tokenHash(token)],
      );
      return this.send(actor, sent!, token);
    });
  }

  /** Its link opens nothing from now on. Twice is fine. */
  async withdraw(actor: Actor, { invitationId }: InvitationInput): Promise<string> {
    return this.db.transaction(async () => {
      const { id } = await this.changeable(invitationId);
      const done = await this.db.query('update invitation set withdrawn_at = now() where id = $1 and withdrawn_at is null returning 1', [id]);
      if (done.length > 0) await this.events.record('InvitationWithdrawn', actor.memberId, { invitationId: id });
      return id;
    });
  }

  /** Locked, so that nobody accepts it meanwhile. */
  private async changeable(invitationId: string): Promise<{ id: string; email: string; role: TeamRole }> {
    const found = await this.db.one<{ id: string; email: string | null; role: TeamRole }>('select id, email, role from invitation where id = $1 for no key update', [decodeId('invitation', invitationId)]);
    if (!found) throw notFound();
    const { id, email, role } = found;
    if (email === null) throw notAllowed('invitation-accepted');
    return { id, email, role };
  }

  private async notOnTheTeam(email: string, role: TeamRole): Promise<void> {
    const on = await this.db.query(`select from member where lower(email) = lower($1) and (role = 'admin' or role = $2)`, [email.trim(), role]);
    if (on.length > 0) throw notAllowed('on-the-team');
  }

  private async send(actor: Actor, { id, email, role, language, note, sends }: Sent, token: string): Promise<string> {
    const { name } = (await this.db.one<{ name: string }>('select name from member where id = $1', [actor.memberId]))!;
    await this.mails.send('invited', { email, name: '', language }, { path: `/invitation/${token}`, key: `${id}:${sends}`, inviting: { by: name, role, note } });
    await this.events.record('StaffInvited', actor.memberId, { invitationId: id, role });
    return id;
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}
