import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import { MemberReader } from '../member/member.reader.js';
import type { Invitation, InvitationConnection, InvitationState, TeamRole } from './invitation.type.js';

export const INVITATION_CURSOR = ['key'] as const;

// whoever has invited and is no admin any more may have lost it for a reason: what they sent opens nothing
const STATE = `case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null or inviter.role is distinct from 'admin' then 'withdrawn' when i.expires_at <= now() then 'expired' else 'open' end`;
const FROM = 'invitation i left join member inviter on inviter.id = i.invited_by';

type Row = Omit<Invitation, 'invitedBy' | 'acceptedBy'> & { inviterKey: string | null; takerKey: string | null };

/** An invitation as its link opens it. */
export interface OpenedInvitation {
  key: string;
  email: string | null;
  role: TeamRole;
  language: Language;
  note: string | null;
  state: InvitationState;
  inviterKey: string | null;
  inviter: string | null;
  /** The account that has the address already. */
  ownerKey: string | null;
  /** What that one may do already. */
  ownerRole: string | null;
}

@Injectable()
export class InvitationReader {
  constructor(
    private readonly db: Database,
    private readonly members: MemberReader,
  ) {}

  /** A page of invitations, the latest first. */
  async list(page: Page): Promise<InvitationConnection> {
    const rows = await this.read(`${page.from ? `where i.id ${page.backwards ? '>' : '<'} $1::bigint` : ''} order by i.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`, page.from ?? []);
    return pageOf(page, rows, (row) => [row.key]);
  }

  async byKey(key: string): Promise<Invitation | null> {
    return (await this.read('where i.id = $1', [key]))[0] ?? null;
  }

  /** What a link leads to; null where there is none with it (any more). Reading uses nothing up: mail scanners follow every link. */
  async byToken(token: string): Promise<OpenedInvitation | null> {
    const row = await this.db.one<OpenedInvitation>(
      `select i.id as key, i.email, i.role, i.language, i.note, ${STATE} as state, i.invited_by as "inviterKey", inviter.name as inviter, owner.id as "ownerKey", owner.role as "ownerRole"
       from ${FROM} left join member owner on lower(owner.email) = lower(i.email) where i.token_hash = $1`,
      [tokenHash(token)],
    );
    return row ?? null;
  }

  private async read(rest: string, values: unknown[]): Promise<Invitation[]> {
    const rows = await this.db.query<Row>(
      `select i.id as key, 'inv_' || i.id as id, i.email, i.role, i.language, i.note, ${STATE} as state, i.sends, i.sent_at as "sentAt", i.expires_at as "expiresAt", i.invited_by as "inviterKey", i.accepted_by as "takerKey",
         case when ${STATE} = 'open' then (select 'mai_' || m.id from mail m where m.key = 'account:invited:' || i.id || ':' || i.sends and m.state = 'kept') end as "mailId"
       from ${FROM} ${rest}`,
      values,
    );
    const members = await this.members.byIds(rows.flatMap(({ inviterKey, takerKey }) => [inviterKey, takerKey]).filter((key) => key !== null));
    return rows.map(({ inviterKey, takerKey, ...row }) => ({ ...row, invitedBy: members.get(inviterKey ?? '') ?? null, acceptedBy: members.get(takerKey ?? '') ?? null }));
  }
}

/** What is kept of a link: a stolen table opens no account. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
