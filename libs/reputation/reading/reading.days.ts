import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type JustRead, ReadingCollector } from '#forum';
import { Database } from '#platform/database';

const POSTS_COUNTED = 100; // of one thread at one time: nobody reads more between two looks

/** How much members read, a row for each and day: written with the reading itself, in the same batch. */
@Injectable()
export class ReadingDays implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly collector: ReadingCollector,
  ) {}

  onModuleInit(): void {
    this.collector.alsoWrites((reads) => this.write(reads));
  }

  /** Before it is remembered how far they have read: only what is new counts. */
  private async write(reads: readonly JustRead[]): Promise<void> {
    await this.db.query(
      `with just as (
         select r.member_id, coalesce(t.merged_into, t.id) as thread_id, max(r.post_id) as post_id from unnest($1::bigint[], $2::bigint[], $3::bigint[]) r (member_id, thread_id, post_id)
         join member m on m.id = r.member_id join thread t on t.id = r.thread_id group by 1, 2)
       insert into reading_day (member_id, day, threads, posts, minutes, last_minute)
       select just.member_id, (now() at time zone 'UTC')::date, count(*) filter (where known.member_id is null), coalesce(sum(fresh.posts), 0), 1, date_trunc('minute', now())
       from just left join read_state known on known.member_id = just.member_id and known.thread_id = just.thread_id
       cross join lateral (select count(*) as posts from (
         select from post p where p.thread_id = just.thread_id and p.id > coalesce(known.last_post_id, 0) and p.id <= just.post_id and p.state = 'visible' order by p.id desc limit ${POSTS_COUNTED}) seen) fresh
       group by just.member_id order by just.member_id
       on conflict (member_id, day) do update set threads = reading_day.threads + excluded.threads, posts = reading_day.posts + excluded.posts,
         minutes = reading_day.minutes + (reading_day.last_minute < excluded.last_minute)::int, last_minute = greatest(reading_day.last_minute, excluded.last_minute)`,
      [reads.map(({ memberKey }) => memberKey), reads.map(({ threadKey }) => threadKey), reads.map(({ postKey }) => postKey)],
    );
  }
}
