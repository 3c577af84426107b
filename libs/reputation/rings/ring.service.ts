import { Injectable } from '@nestjs/common';
import { VoteAsideService } from '#forum';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { notFound } from '#platform/graphql';
import { BookingService } from '../points/booking.service.js';
import { findRings, type RingFinding, type VotePair, type VoterTotals } from './ring.finder.js';
import { RING_RULES } from './ring.rules.js';
import { type DecideVoteFindingInput, VoteFindingState } from './ring.type.js';

const ALIKE = 0.5; // of their members, from which on two findings are one
const QUIET_DAYS = 90; // what the staff have decided is not found again for so long

/** Looks for votes that were agreed upon, once a night, and sets them aside, or puts them back, when staff say so. */
@Injectable()
export class RingService {
  constructor(
    private readonly db: Database,
    private readonly aside: VoteAsideService,
    private readonly booking: BookingService,
  ) {}

  /** How many were found that were not known. */
  async find(): Promise<number> {
    const { since } = (await this.db.one<{ since: Date }>(`select now() - interval '${RING_RULES.days} days' as since`))!;
    const findings = findRings(...(await this.counted(since)));
    let found = 0;
    for (const finding of findings) if (await this.keep(finding, since)) found += 1;
    return found;
  }

  /** All that was given, set aside in one step; or put back. Points follow exactly. Twice is fine. */
  decide(actor: Actor, { findingId, state }: DecideVoteFindingInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('finding', findingId);
      const finding = key && (await this.db.one<{ state: VoteFindingState; kind: string; since: Date }>('select state, kind, since from vote_finding where id = $1 for no key update', [key]));
      if (!finding) throw notFound();
      if (finding.state === state) return key;
      await this.db.query(
        `update vote_finding set state = $2, decided_by = case when $2 <> 'open' then $3::bigint end, decided_at = case when $2 <> 'open' then now() end where id = $1`, [key, state, actor.memberId]);
      if (state !== VoteFindingState.undone && finding.state !== VoteFindingState.undone) return key;
      const members = await this.db.query<{ id: string; gives: boolean; gets: boolean }>('select member_id as id, gives, gets from vote_finding_member where finding_id = $1', [key]);
      const of = (role: 'gives' | 'gets') => members.filter((member) => member[role]).map(({ id }) => id);
      const posts = state === VoteFindingState.undone
        ? await this.aside.setAside(key, { givers: of('gives'), getters: of('gets'), value: finding.kind === 'against' ? -1 : 1, since: finding.since })
        : await this.aside.putBack(key);
      await this.booking.book({ posts, rules: ['upVoted', 'downVoted'] });
      return key;
    });
  }

  private async counted(since: Date): Promise<[VotePair[], Map<string, VoterTotals>]> {
    const pairs = await this.db.query<VotePair>(
      `select v.member_id as voter, p.author_id as author, count(*) filter (where v.value = 1)::int as ups, count(*) filter (where v.value = -1)::int as downs
       from vote v join post p on p.id = v.post_id where v.created_at >= $1 and p.author_id is not null
       group by 1, 2 having count(*) >= ${RING_RULES.votesLeast}`, [since]);
    const concerned = [...new Set(pairs.flatMap(({ voter, author }) => [voter, author]))];
    const totals = await this.db.query<VoterTotals & { id: string }>(
      `select m.id, coalesce(v.ups, 0) as ups, coalesce(v.downs, 0) as downs, coalesce(p.posts, 0) as posts from unnest($1::bigint[]) m (id)
       left join (select member_id, count(*) filter (where value = 1)::int as ups, count(*) filter (where value = -1)::int as downs from vote where member_id = any($1) and created_at >= $2 group by 1) v on v.member_id = m.id
       left join (select author_id, count(*)::int as posts from post where author_id = any($1) and kind <> 'comment' and state = 'visible'
         and (created_at >= $2 or exists (select from vote v where v.post_id = post.id and v.created_at >= $2)) group by 1) p on p.author_id = m.id`,
      [concerned, since]);
    return [pairs, new Map(totals.map(({ id, ...total }) => [id, total]))];
  }

  /** Whether it was not known, nor decided about not long ago. */
  private keep(finding: RingFinding, since: Date): Promise<boolean> {
    const { kind, givers, getters, votes, posts, share } = finding;
    const members = [...new Set([...givers, ...getters])];
    return this.db.transaction(async () => {
      await this.db.query(`select pg_advisory_xact_lock(hashtext('vote_finding'))`);
      const known = await this.db.one(
        `select from vote_finding f join vote_finding_member m on m.finding_id = f.id
         where f.kind = $1 and (f.state = 'open' or f.decided_at > now() - interval '${QUIET_DAYS} days')
         group by f.id having count(*) filter (where m.member_id = any($2)) >= ${ALIKE} * greatest(count(*), $3::int) limit 1`, [kind, members, members.length]);
      if (known) return false;
      const row = await this.db.one<{ id: string }>(
        `insert into vote_finding (kind, votes, posts, share, since, same_network, joined_days)
         select $1, $2, $3, $4, $5,
           (select count(*) from unnest($6::bigint[]) g (id) where exists (select from session s join session o on o.network = s.network and o.network <> '' and o.member_id <> s.member_id and o.member_id = any($6) where s.member_id = g.id)),
           (select case when count(*) > 1 then extract(day from max(created_at) - min(created_at))::int end from member where id = any($6)) returning id`,
        [kind, votes, posts, share, since, givers]);
      await this.db.query('insert into vote_finding_member (finding_id, member_id, gives, gets) select $1, id, id = any($3), id = any($4) from unnest($2::bigint[]) m (id) join member using (id)', [row!.id, members, givers, getters]);
      return true;
    });
  }
}
