import { Injectable } from '@nestjs/common';
import { type Actor, allow, type Decision, deny } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { notFound, permit } from '#platform/graphql';
import type { SetMemberRoleInput } from './member.type.js';

/** Admins give roles, never themselves: whoever takes the last admin's role away is somebody who keeps it. */
export function canSetRole(actor: Actor, memberId: string): Decision {
  return actor.is(memberId) ? deny('own-role') : allow();
}

@Injectable()
export class RoleService {
  constructor(private readonly db: Database) {}

  /** Gives a member a role; it counts from their next request on. */
  async set(actor: Actor, input: SetMemberRoleInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('member', input.memberId);
      const member = key && (await this.db.one<{ id: string }>('select id from member where id = $1 for no key update', [key]));
      if (!member) throw notFound();
      permit(canSetRole(actor, member.id));
      await this.db.query('update member set role = $2 where id = $1', [member.id, input.role]);
      return member.id;
    });
  }
}
