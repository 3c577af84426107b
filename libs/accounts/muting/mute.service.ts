import { Injectable } from '@nestjs/common';
import { type Actor, allow, type Decision, deny, type Role } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { notFound, permit, tooFast } from '#platform/graphql';
import { MUTES_MOST, type MuteMemberInput } from './mute.type.js';

const LATER_MS = 86_400_000;

/** Not oneself, and not the team: what the company says is for everybody. */
export function canMute(actor: Actor, member: { id: string; role: Role }): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (actor.is(member.id)) return deny('own-self');
  return member.role === 'staff' || member.role === 'admin' ? deny('the-team-speaks') : allow();
}

/** What a muted member writes is folded on the pages of whoever muted them, and tells them nothing. The muted one hears nothing of it. */
@Injectable()
export class MuteService {
  constructor(private readonly db: Database) {}

  /** The key of the member. Twice is fine. */
  mute(actor: Actor, { memberId, muted }: MuteMemberInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('member', memberId);
      const member = key && (await this.db.one<{ id: string; role: Role }>('select id, role from member where id = $1', [key]));
      if (!member) throw notFound();
      if (!muted) {
        await this.db.query('delete from mute where member_id = $1 and muted_id = $2', [actor.memberId, member.id]);
        return member.id;
      }
      permit(canMute(actor, member));
      const { held } = (await this.db.one<{ held: number }>('select count(*)::int as held from mute where member_id = $1', [actor.memberId]))!;
      if (held >= MUTES_MOST && !actor.muted.includes(member.id)) throw tooFast(new Date(Date.now() + LATER_MS));
      await this.db.query('insert into mute (member_id, muted_id) values ($1, $2) on conflict do nothing', [actor.memberId, member.id]);
      return member.id;
    });
  }
}
