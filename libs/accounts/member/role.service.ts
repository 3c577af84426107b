import { Injectable } from '@nestjs/common';
import { type Actor, allow, type Decision, deny, type Role } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notFound, permit } from '#platform/graphql';
import type { SetMemberRoleInput } from './member.type.js';

/** Admins give roles, never to themselves: whoever takes an admin's role away is an admin who keeps it. */
export function canSetRole(actor: Actor, memberId: string): Decision {
  if (actor.is(memberId)) return deny('own-role');
  return actor.isAdmin ? allow() : deny('admin-only');
}

@Injectable()
export class RoleService {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** Gives a member a role; it counts from their next request on. */
  async set(actor: Actor, input: SetMemberRoleInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('member', input.memberId);
      // every admin is locked, in one order: of two who take each other's role at once, the second finds that it is none any more
      const locked = await this.db.query<{ id: string; role: Role }>(`select id, role from member where role = 'admin' or id = $1 order by id for no key update`, [key]);
      const member = locked.find(({ id }) => id === key);
      if (!member) throw notFound();
      const still = locked.find(({ id }) => actor.is(id));
      permit(still?.role === 'admin' ? canSetRole(actor, member.id) : deny('admin-only'));
      if (member.role === input.role) return member.id;
      await this.db.query('update member set role = $2 where id = $1', [member.id, input.role]);
      // given the role again some day, they would stand for links that they, or whoever had their account, sent before
      if (member.role === 'admin') await this.db.query('update invitation set withdrawn_at = now() where invited_by = $1 and accepted_at is null and withdrawn_at is null', [member.id]);
      await this.events.record('RoleChanged', actor.memberId, { memberId: member.id, role: input.role });
      return member.id;
    });
  }
}
