import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import { PostReader } from '../post/post.reader.js';
import type { Post } from '../post/post.type.js';
import { ThreadReader } from '../thread/thread.reader.js';
import type { ThreadConnection } from '../thread/thread.type.js';
import { HOLDS } from './claim.json.js';
import { OWED } from './owed.rows.js';
import { type OwedConnection, type OwedReason, WORK_COUNTED, type Work } from './work.type.js';

/** Cursors: a moment and the key of a thread; of what is owed, the post alone. */
export const WORK_CURSOR = ['moment', 'key'] as const;
export const OWED_CURSOR = ['key'] as const;

const TAGGED_LOOKED_AT = 1_000; // the latest unanswered questions among which tags are looked for: what a thousand newer ones stand before waits for others than helpers

interface Place {
  key: string;
  at: string;
}

/** A list of threads in order of a moment: all rows of it, and which moment of theirs. */
interface Listed {
  rows: (beyond: string, order: string) => string;
  moment: string;
  /** Whether the earliest comes first. */
  rising?: boolean;
}

const MOMENT = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`;
const MINE = `select s.target_id from subscription s where s.member_id = $1 and s.following and s.kind`;
const WAITING = `t.state = 'visible' and t.answer_count = 0 and t.kind = 'question' and t.closed_at is null and t.author_id is distinct from $1`;
const ACTIVITY = 't.last_activity_at';

/** Each topic by its own index, however large the community: of each only so many as are shown. */
const IN_WHAT_I_FOLLOW: Listed = {
  moment: ACTIVITY,
  rows: (beyond, order) => `(
    with recursive topic (id) as (${MINE} = 'category' union select c.id from category c join topic on c.parent_id = topic.id)
    select found.* from topic cross join lateral (select t.id, ${ACTIVITY} from thread t where t.category_id = topic.id and ${WAITING} ${beyond} ${order}) found
    union
    select t.id, ${ACTIVITY} from (select t.id, t.author_id, t.last_activity_at from thread t where ${WAITING} order by ${ACTIVITY} desc, t.id desc limit ${TAGGED_LOOKED_AT}) t
    where exists (select from thread_tag tt where tt.thread_id = t.id and tt.tag_id in (${MINE} = 'tag')) ${beyond}) t`,
};
const ANYWHERE: Listed = { moment: ACTIVITY, rows: (beyond, order) => `(select t.id, ${ACTIVITY} from thread t where ${WAITING} ${beyond} ${order}) t` };
const CLAIMED: Listed = {
  moment: 't.claimed_at',
  rows: (beyond) => `(select t.* from (select c.thread_id as id, c.claimed_at from question_claim c where c.member_id = $1 and ${HOLDS}) t join thread on thread.id = t.id where thread.state = 'visible' and thread.kind = 'question' and thread.closed_at is null ${beyond}) t`,
};
const OVERDUE: Listed = {
  moment: 't.expected_end_at',
  rising: true,
  rows: (beyond) => `(select t.* from (select n.thread_id as id, n.expected_end_at from service_notice n where n.ended_at is null and n.expected_end_at < now() and $1::bigint is not null) t
    join thread on thread.id = t.id where thread.state = 'visible' ${beyond}) t`,
};

/** What waits for a member, at a cost that does not grow with the community. */
@Injectable()
export class WorkReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
    private readonly posts: PostReader,
  ) {}

  async counts(actor: Actor): Promise<Work> {
    const { followsCategoriesOrTags } = (await this.db.prepared<{ followsCategoriesOrTags: boolean }>(`select exists (select from subscription where member_id = $1 and following and kind in ('category', 'tag')) as "followsCategoriesOrTags"`, [actor.memberId]))[0]!;
    const counted = (listed: Listed) => `(select count(*)::int from (select from ${listed.rows('', `order by ${listed.moment} desc limit ${WORK_COUNTED}`)} limit ${WORK_COUNTED}) counted)`;
    const [row] = await this.db.prepared<Omit<Work, 'followsCategoriesOrTags'>>(
      `select ${counted(followsCategoriesOrTags ? IN_WHAT_I_FOLLOW : ANYWHERE)} as "unansweredCount", ${counted(CLAIMED)} as "claimedCount",
         (select count(*)::int from (select from (${OWED}) owed limit ${WORK_COUNTED}) counted) as "owedCount", ${actor.isStaff ? counted(OVERDUE) : '0'} as "overdueNoticesCount"`,
      [actor.memberId],
    );
    return { followsCategoriesOrTags, ...row! };
  }

  /** Open questions without an answer that others asked, the latest activity first: in the categories and under the tags the member follows; where they follow none, anywhere. */
  unanswered(actor: Actor, { followsCategoriesOrTags }: Work, page: Page): Promise<ThreadConnection> {
    return this.list(actor, followsCategoriesOrTags ? IN_WHAT_I_FOLLOW : ANYWHERE, page);
  }

  /** What the member is on, the latest first. */
  claimed(actor: Actor, page: Page): Promise<ThreadConnection> {
    return this.list(actor, CLAIMED, page);
  }

  /** Notices that last longer than was expected, the most overdue first. */
  async overdueNotices(actor: Actor, page: Page): Promise<ThreadConnection> {
    return actor.isStaff ? this.list(actor, OVERDUE, page) : pageOf(page, [], () => []);
  }

  /** Of each thread in which somebody waits for a word of the member, the latest post that does, the latest first. */
  async owed(actor: Actor, page: Page): Promise<OwedConnection> {
    const places = await this.db.query<{ key: string; why: OwedReason }>(
      `select id as key, why from (${OWED}) owed ${page.from ? `where id ${page.backwards ? '>' : '<'} $2::bigint` : ''} order by id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [actor.memberId, ...(page.from ?? [])],
    );
    const posts = await this.posts.byIds(actor, places.map(({ key }) => key));
    const rows = places.flatMap(({ key, why }) => {
      const post: Post | undefined = posts.get(key);
      return post ? [{ why, post }] : [];
    });
    return pageOf(page, rows, ({ post }) => [post.key]);
  }

  private async list(actor: Actor, { rows, moment, rising = false }: Listed, page: Page): Promise<ThreadConnection> {
    const isFalling = page.backwards === rising;
    const direction = isFalling ? 'desc' : 'asc';
    const order = `order by ${moment} ${direction}, t.id ${direction} limit ${page.limit + 1}`;
    const beyond = page.from ? `and (${moment}, t.id) ${isFalling ? '<' : '>'} ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::bigint)` : '';
    const places = await this.db.query<Place>(`select t.id as key, ${MOMENT(moment)} as at from ${rows(beyond, order)} ${order}`, [actor.memberId, ...(page.from ?? [])]);
    const found = await this.threads.byIds(actor, places.map(({ key }) => key));
    const listed = places.flatMap(({ key, at }) => {
      const row = found.get(key);
      return row ? [{ ...row, place: [at, key] }] : [];
    });
    return pageOf(page, listed, (row) => row.place);
  }
}
