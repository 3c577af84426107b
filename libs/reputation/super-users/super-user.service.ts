import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notAllowed, notFound, permit } from '#platform/graphql';
import { HIGHEST } from '../ranks/rank.rules.js';
import { canEnd, canInvite } from './super-user.policy.js';
import { SOON_DAYS } from './super-user.reader.js';
import type { AnswerInvitationInput, EndSuperUserInput, InviteSuperUserInput, RenewSuperUserInput } from './super-user.type.js';

const TERM = `interval '1 year'`; // long enough to learn it, short enough to stop with honour
const RANK = HIGHEST + 1;

/** Super users are invited, accept, and serve for a term; when it ends the staff are asked, and nothing happens by itself. */
@Injectable()
export class SuperUserService {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** The key of the member. Twice is once. */
  invite(actor: Actor, { memberId, message }: InviteSuperUserInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(memberId);
      permit(canInvite(actor, member));
      await this.db.query(`update super_user_term set state = 'ended', ended_at = now() where member_id = $1 and state = 'serving'`, [member.id]); // an admin took the role back meanwhile
      const made = await this.db.query<{ id: string }>('insert into super_user_term (member_id, message, invited_by) values ($1, $2, $3) on conflict do nothing returning id', [member.id, cleanLine(message ?? '')!.trim(), actor.memberId]);
      if (made.length > 0) await this.events.record('SuperUserInvited', actor.memberId, { memberId: member.id });
      return member.id;
    });
  }

  /** One's own invitation; accepted, one is a super user from the next request on. */
  answer(actor: Actor, { accept }: AnswerInvitationInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(`mem_${actor.memberId}`);
      const [answered] = await this.db.query<{ by: string | null }>(
        `update super_user_term set state = case when $2 then 'serving' else 'declined' end, answered_at = now(), until = case when $2 then now() + ${TERM} end
         where member_id = $1 and state = 'invited' and ($2 = false or $3 = 'customer') returning invited_by as by`, [member.id, accept, member.role]);
      if (!answered) throw notAllowed('no-invitation');
      if (accept) await this.becomes(member, 'super_user', RANK, answered.by, 'Super user');
      await this.events.record('SuperUserAnswered', actor.memberId, { memberId: member.id, accepted: accept ? 'yes' : 'no' });
      return member.id;
    });
  }

  /** Another year, from the end of this one on; who serves without a term gets one. */
  renew(actor: Actor, { memberId }: RenewSuperUserInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(memberId);
      if (member.role !== 'super_user') throw notAllowed('no-super-user');
      const renewed = await this.db.query(`update super_user_term set until = greatest(until, now()) + ${TERM}, asked_at = null where member_id = $1 and state = 'serving' returning id`, [member.id]);
      if (renewed.length === 0) await this.db.query(`insert into super_user_term (member_id, state, invited_by, answered_at, until) values ($1, 'serving', $2, now(), now() + ${TERM})`, [member.id, actor.memberId]);
      await this.events.record('SuperUserRenewed', actor.memberId, { memberId: member.id });
      return member.id;
    });
  }

  /** Of who serves, or was invited. They keep rank 3, until the rule finds otherwise. Twice is fine. */
  end(actor: Actor, { memberId, reason }: EndSuperUserInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(memberId);
      permit(canEnd(actor, member.id));
      const why = cleanLine(reason ?? '')!.trim();
      const ended = await this.db.query<{ state: string }>(
        `update super_user_term set state = case when state = 'invited' then 'withdrawn' else 'ended' end, ended_at = now(), ended_by = $2, end_reason = $3 where member_id = $1 and state in ('invited', 'serving') returning state`, [member.id, actor.memberId, why]);
      if (member.role === 'super_user') {
        await this.becomes(member, 'customer', HIGHEST, actor.memberId, why || 'Super user');
        await this.events.record('SuperUserEnded', actor.memberId, { memberId: member.id });
      } else if (ended.length === 0 && !actor.isStaff) throw notAllowed('no-super-user');
      return member.id;
    });
  }

  /** Tells the staff who invited them of terms that end within a month: once each. */
  async ask(): Promise<void> {
    await this.db.transaction(async () => {
      const ending = await this.db.query<{ member: string; by: string | null }>(
        `update super_user_term set asked_at = now() where state = 'serving' and asked_at is null and until < now() + interval '${SOON_DAYS} days' returning member_id as member, invited_by as by`);
      for (const { member, by } of ending) await this.events.record('SuperUserTermEnds', null, { memberId: member, askedId: by ?? '0' });
    });
  }

  private async becomes({ id, rank }: Locked, role: Role, to: number, by: string | null, reason: string): Promise<void> {
    await this.db.query('update member set role = $2, rank = $3 where id = $1', [id, role, to]);
    if (rank !== to) await this.db.query('insert into rank_change (member_id, from_rank, to_rank, changed_by, by_rule, reason) values ($1, $2, $3, $4, false, $5)', [id, rank, to, by, reason]);
  }

  private async lock(memberId: string): Promise<Locked> {
    const key = decodeId('member', memberId);
    const member = key && (await this.db.one<Locked>('select id, role, rank from member where id = $1 for no key update', [key]));
    if (!member) throw notFound();
    return member;
  }
}

interface Locked {
  id: string;
  role: Role;
  rank: number;
}
