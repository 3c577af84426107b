import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { notAllowed } from '#platform/graphql';
import type { SignUpInput } from '../sign-in/sign-up.input.js';
import { SignUpService } from '../sign-in/sign-up.service.js';
import { InvitationReader, type OpenedInvitation, tokenHash } from './invitation.reader.js';

/** The invited joins the team: with a new account, or with the one that has the address. Only by pressing a button, never by opening the link. */
@Injectable()
export class AcceptInvitationService {
  constructor(
    private readonly db: Database,
    private readonly invitations: InvitationReader,
    private readonly signUps: SignUpService,
    private readonly events: Events,
  ) {}

  open(token: string): Promise<OpenedInvitation | null> {
    return this.invitations.byToken(token);
  }

  /** A new member, on the team at once; the member's key, or null where the link opens nothing (any more). Refuses where the address has got an account meanwhile. */
  async join(token: string, { name, password, rules }: Pick<SignUpInput, 'name' | 'password' | 'rules'>): Promise<string | null> {
    return this.use(token, ({ email, language }) => this.signUps.join({ name, password, ...(rules === undefined ? {} : { rules }), email: email!, language }));
  }

  /** The role for whoever is signed in with the address it went to. False where the link opens nothing (any more). */
  async accept(actor: Actor, token: string): Promise<boolean> {
    if (actor.scopes) throw notAllowed('session-needed');
    const memberId = await this.use(token, async ({ ownerKey }) => {
      if (ownerKey === null || !actor.is(ownerKey)) throw notAllowed('invitation-for-another');
      await this.db.query('update member set email_verified_at = coalesce(email_verified_at, now()) where id = $1', [ownerKey]); // the link came to it
      return ownerKey;
    });
    return memberId !== null;
  }

  /** Of two who use a link at once the second finds it used. */
  private async use(token: string, memberOf: (invitation: OpenedInvitation) => Promise<string>): Promise<string | null> {
    if ((await this.open(token))?.state !== 'open') return null; // hashing is dear: not for links that are none
    return this.db.transaction(async () => {
      const [locked] = await this.db.query<{ inviter: string | null }>('select invited_by as inviter from invitation where token_hash = $1 for no key update', [tokenHash(token)]);
      await this.db.query('select from member where id = $1 for share', [locked?.inviter ?? null]); // an admin until this is done, or not any more
      const invitation = await this.open(token);
      if (invitation?.state !== 'open') return null;
      const memberId = await memberOf(invitation);
      await this.db.query('update invitation set accepted_at = now(), accepted_by = $2, email = null where id = $1', [invitation.key, memberId]);
      await this.db.query('delete from mail_link where member_id = $1', [memberId]);
      const [before] = await this.db.query<{ role: Role }>('select role from member where id = $1 for no key update', [memberId]);
      if (before!.role !== 'admin' && before!.role !== invitation.role) {
        await this.db.query('update member set role = $2 where id = $1', [memberId, invitation.role]);
        await this.events.record('RoleChanged', invitation.inviterKey, { memberId, role: invitation.role });
      }
      await this.events.record('InvitationAccepted', memberId, { invitationId: invitation.key, memberId });
      return memberId;
    });
  }
}
