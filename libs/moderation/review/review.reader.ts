import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId, type Page, pageOf } from '#platform/database';
import type { Flag } from '../flags/flag.type.js';
import type { AuthorRecord, EarlierDecision, ReviewFilter, ReviewItem, ReviewItemConnection } from './review.type.js';

export const REVIEW_CURSOR = ['key', 'key'] as const;
export const CLAIM_MINUTES = 10;
const COUNTED = 100;
const EARLIER_SHOWN = 5;

/** Under which an item `i` is claimed by somebody. */
export const IS_CLAIMED = `(i.claimed_by is not null and i.claimed_at > now() - interval '${CLAIM_MINUTES} minutes')`;
const KIND = `case when i.post_id is not null then case i.cause when 'held' then 'held' when 'edited' then 'edit' else 'post' end when i.appeal_id is not null then 'appeal' else 'renewal' end`;
const ITEM = `i.id as key, 'rev_' || i.id as id, ${KIND} as kind, i.signals,
  coalesce(i.post_id, a.post_id) as "postKey", a.entry_id as "entryKey", coalesce(i.renewal_id, a.sanction_id) as "renewalKey", coalesce(a.member_id, s.member_id) as "memberKey", i.place::text as place, i.flaggers, i.hidden as "isHidden", i.opened_at as "openedAt", i.mended_at as "mendedAt", i.decided_at is not null as "isDecided",
  case when ${IS_CLAIMED} then ${memberJson('c')} end as "claimedBy"`;
export const FROM_ITEM = 'from review_item i left join appeal a on a.id = i.appeal_id left join sanction s on s.id = i.renewal_id left join post p on p.id = coalesce(i.post_id, a.post_id) left join thread t on t.id = p.thread_id';
const FROM = `${FROM_ITEM} left join member c on c.id = i.claimed_by`;

/** What waits for the actor: nobody looks at what they wrote, decided or asked for themselves. `$1` to `$3`: only this reason, kind, category. */
export function waitsFor(actor: Actor): string {
  const own = `actor(${actor.memberId})`;
  return `i.decided_at is null and case
    when i.post_id is not null then p.state <> 'deleted' and p.author_id is distinct from ${own}
    when i.appeal_id is not null then a.member_id <> ${own} and a.decider_id is distinct from ${own} ${actor.isStaff ? '' : 'and not a.by_staff'}
    else ${actor.isStaff ? `s.member_id <> ${own} and s.imposed_by is distinct from ${own}` : 'false'} end
    and ($1::text is null or exists (select from flag f where f.item_id = i.id and f.reason = $1))
    and ($2::text is null or ${KIND} = $2)
    and ($3::bigint is null or t.category_id = $3)`;
}

/** The parameters `$1` to `$3` of that; a category that is none holds nothing. */
export function filtered({ reason, kind, categoryId }: ReviewFilter): [string | null, string | null, string | null] {
  return [reason ?? null, kind ?? null, categoryId == null ? null : (decodeId('category', categoryId) ?? '0')];
}

@Injectable()
export class ReviewReader {
  constructor(private readonly db: Database) {}

  async queue(actor: Actor, filter: ReviewFilter, page: Page): Promise<ReviewItemConnection> {
    const [sign, order] = page.backwards ? ['<', 'desc'] : ['>', 'asc'];
    const rows = await this.db.query<ReviewItem>(
      `select ${ITEM} ${FROM} where ${waitsFor(actor)} ${page.from ? `and (i.place, i.id) ${sign} ($4::bigint, $5::bigint)` : ''} order by i.place ${order}, i.id ${order} limit ${page.limit + 1}`,
      [...filtered(filter), ...(page.from ?? [])],
    );
    return pageOf(page, rows.map(itemOf), ({ place, key }) => [place, key]);
  }

  /** Counted no further than a hundred. */
  async count(actor: Actor): Promise<number> {
    return (await this.db.one<{ items: number }>(`select count(*)::int as items from (select ${FROM} where ${waitsFor(actor)} limit ${COUNTED}) i`, [null, null, null]))!.items;
  }

  async byKey(key: string): Promise<ReviewItem | null> {
    const row = await this.db.one<ReviewItem>(`select ${ITEM} ${FROM} where i.id = $1`, [key]);
    return row ? itemOf(row) : null;
  }

  /** The reports of each, the first first. */
  async flags(keys: readonly string[]): Promise<Map<string, Flag[]>> {
    const rows = await this.db.query<Flag & { item: string }>(
      `select f.item_id as item, f.reason, f.note, f.created_at as "createdAt", ${memberJson('m')} as member from flag f left join member m on m.id = f.member_id where f.item_id = any($1) order by f.item_id, f.created_at`,
      [keys],
    );
    const flags = new Map<string, Flag[]>();
    for (const { item, ...flag } of rows) flags.set(item, [...(flags.get(item) ?? []), { ...flag, member: flag.member && { ...flag.member, createdAt: new Date(flag.member.createdAt) } }]);
    return flags;
  }

  /** What was decided about the same post before, the latest first. */
  async earlier({ key, postKey }: ReviewItem): Promise<EarlierDecision[]> {
    const rows = await this.db.query<EarlierDecision>(
      `select i.decision, i.reason, i.decided_at as "decidedAt", ${memberJson('m')} as by from review_item i left join member m on m.id = i.decided_by
       where i.post_id = $2 and i.id <> $1 and i.decided_at is not null order by i.id desc limit ${EARLIER_SHOWN}`, [key, postKey]);
    return rows.map((row) => ({ ...row, by: row.by && { ...row.by, createdAt: new Date(row.by.createdAt) } }));
  }

  /** Of the authors of these posts: what was decided about others of theirs. */
  async records(postKeys: readonly string[]): Promise<Map<string, AuthorRecord>> {
    const of = (decision: string) => `count(*) filter (where i.decision = '${decision}')::int`;
    const rows = await this.db.query<AuthorRecord & { post: string }>(
      `select p.id as post, ${of('fine')} as fine, ${of('hidden')} as hidden, ${of('deleted')} as deleted from post p
       left join post other on other.author_id = p.author_id and other.id <> p.id left join review_item i on i.post_id = other.id where p.id = any($1) group by p.id`,
      [postKeys],
    );
    return new Map(rows.map(({ post, ...record }) => [post, record]));
  }
}

/** Inside JSON a moment is a text. */
function itemOf(row: ReviewItem): ReviewItem {
  return { ...row, claimedBy: row.claimedBy && { ...row.claimedBy, createdAt: new Date(row.claimedBy.createdAt) } };
}
