import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Contribution, SuperUser, SuperUserCandidate, SuperUserTerm } from './super-user.type.js';

const DAYS = 100; // as ranks
const LATELY = `now() - interval '${DAYS} days'`;
const SUPER_USERS_MOST = 200;
const CANDIDATES_SHOWN = 20;
const ACCEPTED_LEAST = 3; // in that time: who has helped for certain, more than once or twice
const RANK_LEAST = 2;
const QUIET_DAYS = 180; // who would rather not is not asked again for so long
export const SOON_DAYS = 30;

@Injectable()
export class SuperUserReader {
  constructor(private readonly db: Database) {}

  /** All of them, whose term ends first at the top. */
  async all(): Promise<SuperUser[]> {
    const rows = await this.db.query<Omit<SuperUser, 'contribution'> & Contribution>(
      `select m.id as "memberKey", t.until, coalesce(t.until < now() + interval '${SOON_DAYS} days', false) as "endsSoon",
         (select count(*)::int from post p where p.author_id = m.id and p.kind <> 'opening' and p.state = 'visible' and p.created_at > ${LATELY}) as posts,
         (select greatest(0, coalesce(sum(sign(e.points)), 0))::int from reputation_entry e where e.member_id = m.id and e.rule = 'accepted' and e.day > current_date - ${DAYS}) as accepted,
         (select count(*)::int from review_item i where i.decided_by = m.id and i.decided_at > ${LATELY}) as reviews,
         (select count(*)::int from moderation_entry l where l.actor_id = m.id and l.created_at > ${LATELY} and l.act not in ('hide-post', 'show-post', 'uphold-decision', 'lift-decision')) as acts,
         (select greatest(0, coalesce(sum(sign(e.points)), 0))::int from reputation_entry e where e.member_id = m.id and e.rule = 'welcomed' and e.day > current_date - ${DAYS}) as welcomed,
         (select count(*)::int from reading_day d where d.member_id = m.id and d.day > current_date - ${DAYS}) as days
       from member m left join super_user_term t on t.member_id = m.id and t.state = 'serving'
       where m.role = 'super_user' order by t.until nulls last, m.id limit ${SUPER_USERS_MOST}`);
    return rows.map(({ memberKey, until, endsSoon, ...contribution }) => ({ memberKey, until, endsSoon, contribution }));
  }

  /** Who helps most of those who could be asked; and who was asked and has not answered. It reads those who earned lately, not all members. */
  candidates(): Promise<SuperUserCandidate[]> {
    return this.db.query<SuperUserCandidate>(
      `with helpful as (
         select member_id, sum(sign(points)) filter (where rule = 'accepted')::int as accepted,
           sum(sign(points)) filter (where rule = 'upVoted') as ups, sum(sign(-points)) filter (where rule = 'downVoted') as downs
         from reputation_entry where day > current_date - ${DAYS} group by member_id)
       select m.id as "memberKey", t.id is not null as "isInvited", coalesce(h.accepted, 0) as accepted,
         (select count(*)::int from flag f where f.member_id = m.id and f.agreed) as "reportsAgreed",
         coalesce(h.ups, 0)::float8 / nullif(coalesce(h.ups, 0) + coalesce(h.downs, 0), 0)::float8 as "upShare",
         (select count(*)::int from reading_day d where d.member_id = m.id and d.day > current_date - ${DAYS}) as days
       from member m left join helpful h on h.member_id = m.id left join super_user_term t on t.member_id = m.id and t.state = 'invited'
       where m.role = 'customer' and (t.id is not null or (m.rank >= ${RANK_LEAST} and h.accepted >= ${ACCEPTED_LEAST}
         and not exists (select from super_user_term d where d.member_id = m.id and d.state = 'declined' and d.answered_at > now() - interval '${QUIET_DAYS} days')
         and not exists (select from sanction s where s.member_id = m.id and s.starts_at is not null and s.lifted_at is null and s.created_at > now() - interval '1 year')))
       order by t.id is null, h.accepted desc nulls last, m.id limit ${CANDIDATES_SHOWN}`);
  }

  async latest(memberKey: string): Promise<SuperUserTerm | null> {
    return (await this.db.one<SuperUserTerm>('select state, message, invited_at as "invitedAt", until, end_reason as "endReason" from super_user_term where member_id = $1 order by id desc limit 1', [memberKey])) ?? null;
  }
}
