import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Doings, WINDOW_DAYS } from './rank.rules.js';

export interface MemberDoings {
  memberKey: string;
  rank: number;
  role: string;
  /** Days since they have this rank; 0 where nobody knows, and it is not counted for long enough to say what they have done; else null. */
  since: number | null;
  /** Staff have said which rank it is. */
  fixed: boolean;
  doings: Doings;
}

const FROM = `now() - interval '${WINDOW_DAYS} days'`;

/** What members have done in the time that ranks look at: one statement for all who are asked for. */
@Injectable()
export class DoingsReader {
  constructor(private readonly db: Database) {}

  of(memberKeys: readonly string[]): Promise<MemberDoings[]> {
    return this.db.query<MemberDoings>(
      `select m.id as "memberKey", m.rank, m.role, coalesce((select extract(day from now() - c.created_at)::int from rank_change c where c.member_id = m.id order by c.id desc limit 1),
           (select 0 from reputation_state where started_at > ${FROM})) as since,
         exists (select from rank_fixed f where f.member_id = m.id) as fixed,
         json_build_object('daysRead', coalesce(r.days, 0), 'threadsRead', coalesce(r.threads, 0), 'postsRead', coalesce(r.posts, 0), 'minutesRead', coalesce(r.minutes, 0),
           'answered', (select count(distinct p.thread_id) from post p join thread t on t.id = p.thread_id where p.author_id = m.id and p.kind = 'answer' and p.state = 'visible' and p.created_at > ${FROM} and t.author_id is distinct from m.id),
           'accepted', (select count(*) from reputation_entry e where e.member_id = m.id and e.rule = 'accepted' and e.points > 0 and e.day > (${FROM})::date
             and exists (select from thread t where t.accepted_post_id = e.post_id)),
           'points', (select coalesce(sum(e.points), 0) from reputation_entry e where e.member_id = m.id and e.day > (${FROM})::date)) as doings
       from member m left join lateral (
         select count(*) as days, sum(d.threads) as threads, sum(d.posts) as posts, sum(d.minutes) as minutes from reading_day d where d.member_id = m.id and d.day > (${FROM})::date) r on true
       where m.id = any($1)`,
      [memberKeys],
    );
  }
}
