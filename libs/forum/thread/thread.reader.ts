import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import { type Actor, visibleTo } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import { movedByOthers } from '../closing/moved.rows.js';
import type { ThreadKind } from '../forum.entities.js';
import { fieldsJson } from '../fields/field.reader.js';
import type { ThreadField, ThreadFieldInput } from '../fields/field.type.js';
import { datedNotice, noticeJson } from '../notice/notice.json.js';
import type { ServiceNotice } from '../notice/notice.type.js';
import { claimJson } from '../work/claim.json.js';
import { datedClaim, type QuestionClaim } from '../work/claim.type.js';
import { THREAD_KINDS } from './closed.sets.js';
import { type Thread, type ThreadConnection, ThreadFilter, type ThreadStanding } from './thread.type.js';

/** A row of the statement below: a thread with its category, author and tags, in one go. */
export type ThreadRow = Thread & { activityKey: string; /** Whether an entry of the knowledge base was made from one of its answers. */ hasKnowledge: boolean; notice: ServiceNotice | null; fields: ThreadField[] | null; /** Who is on it; null where nobody is. */ claim: QuestionClaim | null; /** Whether it concerns the category that was asked about, where one was. */ inCategory?: boolean };

const COLUMNS = `
  t.id as key, 'thr_' || t.id as id, t.kind, t.title, '/t/' || t.id || '/' || t.slug as path, t.language,
    t.answer_count as "answerCount", t.same_problem_count as "sameProblemCount", t.solved_for as "solvedFor", t.solved, t.has_official as "hasOfficial", t.accepted_post_id is not null as "hasAccepted", t.has_knowledge as "hasKnowledge",
    t.closed_at is not null as closed, t.close_reason as "closeReason", t.created_at as "createdAt", t.last_activity_at as "lastActivityAt",
    (extract(epoch from t.last_activity_at) * 1000000)::bigint as "activityKey", t.author_id as "askerId", t.accepted_post_id as "acceptedKey", t.duplicate_of as "duplicateKey", t.state, t.closed_by as "closedBy",
    json_build_object('id', 'cat_' || c.id, 'slug', c.slug, 'name', c.name) as category,
    ${memberJson('a')} as author, t.author_name as "authorName",
    case when t.kind = 'announcement' then ${noticeJson('t.id')} end as notice,
    case when t.kind = 'question' and t.closed_at is null then ${claimJson('t.id')} end as claim,
    ${fieldsJson('t.id')} as fields,
    array(select tag.name from thread_tag tt join tag on tag.id = tt.tag_id where tt.thread_id = t.id order by tag.name) as tags`;

const FROM = 'from thread t join category c on c.id = t.category_id left join member a on a.id = t.author_id';
const SELECT = `select ${COLUMNS} ${FROM}`;

/** How the actor, a member, stands to a thread. */
const standingOf = ({ memberId }: Actor) => `json_build_object(
  'same', exists (select from same_problem s where s.thread_id = t.id and s.member_id = actor(${memberId})),
  'works', (select w.works from notice_word w where w.thread_id = t.id and w.member_id = actor(${memberId})),
  'answered', exists (select from thread own join post o on o.thread_id = own.id where own.id = t.id and own.author_id = actor(${memberId})
    and o.kind = 'answer' and o.state = 'visible' and o.author_id is distinct from own.author_id),
  'moved', exists (select from thread own where own.id = t.id and own.author_id = actor(${memberId}) and ${movedByOthers('own.id', 'own.author_id')}),
  'following', exists (select from subscription s where s.member_id = actor(${memberId}) and s.kind = 'thread' and s.target_id = t.id and s.following))`;

const FILTERS: Record<ThreadFilter, string> = {
  [ThreadFilter.all]: 'true',
  [ThreadFilter.unanswered]: `t.kind = 'question' and t.answer_count = 0 and t.closed_at is null`,
  [ThreadFilter.unsolved]: `t.kind = 'question' and not t.solved`,
  [ThreadFilter.solved]: 't.solved',
};

export interface ThreadListOptions {
  filter: ThreadFilter;
  kind?: ThreadKind | null | undefined;
  /** Name of the category in addresses; those below it count too. */
  category?: string | null | undefined;
  tag?: string | null | undefined;
  /** Each with this value in a field of this key; case does not count. */
  fields?: readonly ThreadFieldInput[] | null | undefined;
}

const USUAL_LIMITS: ReadonlySet<number> = new Set([5, 10, 20, 25, 50]);

/** Cursor of a thread list: the latest activity, then the key. */
export const THREAD_CURSOR = ['moment', 'key'] as const;

@Injectable()
export class ThreadReader {
  constructor(private readonly db: Database) {}

  /** Those of the threads that the actor may see, by key. */
  async byIds(actor: Actor, keys: readonly string[]): Promise<Map<string, ThreadRow>> {
    const standing = actor.id === null ? '' : `, ${standingOf(actor)} as standing`;
    const rows = await this.db.prepared<ThreadRow>(`select ${COLUMNS}${standing} ${FROM} where t.id = any($1) and ${visibleTo(actor, 't')}`, [keys]);
    return new Map(rows.map((row) => [row.key, dated(row)]));
  }

  /** What a thread became part of, where it did, and the post that was its opening. */
  async merged(key: string): Promise<{ into: string; opening: string | null } | null> {
    const rows = await this.db.prepared<{ into: string; opening: string | null }>('select merged_into as into, merged_opening_id as opening from thread where id = $1 and merged_into is not null', [key]);
    return rows[0] ?? null;
  }

  /** A page of threads, the latest activity first. */
  async list(options: ThreadListOptions, page: Page): Promise<ThreadConnection> {
    const parameters: unknown[] = [];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    // a list for everyone holds what everyone may see: what is held is found in the review queue and on its own page
    const where = [`t.state = 'visible'`, FILTERS[options.filter]];
    if (options.kind != null) where.push(`t.kind = '${THREAD_KINDS[options.kind]}'`); // in the text, so that the index of the few beside questions is seen to hold them
    if (options.tag != null) {
      where.push(`exists (select from thread_tag tt join tag on tag.id = tt.tag_id where tt.thread_id = t.id and tag.name = ${parameter(options.tag)})`);
    }
    for (const { key, value } of options.fields ?? []) {
      where.push(`exists (select from thread_field tf join category_field f on f.id = tf.field_id where tf.thread_id = t.id and f.key = ${parameter(key)} and lower(tf.value) = lower(${parameter(value)}))`);
    }
    if (page.from) {
      const [at, id] = page.from;
      where.push(`(t.last_activity_at, t.id) ${page.backwards ? '>' : '<'} ('epoch'::timestamptz + ${parameter(at)}::bigint * interval '1 microsecond', ${parameter(id)}::bigint)`);
    }
    const order = (alias: string) => `order by ${alias}.last_activity_at ${page.backwards ? 'asc' : 'desc'}, ${alias}.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`;
    const places = (more: string) => `select t.id, t.last_activity_at from thread t where ${where.join(' and ')} ${more} ${order('t')}`;
    // which threads first, and only then what belongs to them; below a category, the latest of each one by its own index, then the latest of these
    const found =
      options.category == null
        ? places('')
        : `select found.* from (${DESCENDANTS(parameter(options.category))}) c (id) cross join lateral (${places('and t.category_id = c.id')}) found ${order('found')}`;
    const sql = `${SELECT} where t.id in (select id from (${found}) page) ${order('t')}`;
    const isUsual = USUAL_LIMITS.has(page.limit) && !options.fields?.length; // any number of fields, and any limit, would be a statement each
    const rows = await (isUsual ? this.db.prepared<ThreadRow>(sql, parameters) : this.db.query<ThreadRow>(sql, parameters));
    return pageOf(page, rows.map(dated), (row) => [row.activityKey, row.key]);
  }

  /** A page of what is closed as a duplicate of a thread, the newest first. */
  async duplicates(actor: Actor, key: string, page: Page): Promise<ThreadConnection> {
    const order = `order by t.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`;
    const beyond = page.from ? `and t.id ${page.backwards ? '>' : '<'} $2::bigint` : '';
    const sql = `${SELECT} where t.id in (select t.id from thread t where t.duplicate_of = $1 and t.close_reason = 'duplicate' and ${visibleTo(actor, 't')} ${beyond} ${order}) ${order}`;
    const parameters = [key, ...(page.from ?? [])];
    const rows = await (USUAL_LIMITS.has(page.limit) ? this.db.prepared<ThreadRow>(sql, parameters) : this.db.query<ThreadRow>(sql, parameters));
    return pageOf(page, rows.map(dated), (row) => [row.key]);
  }

  /** Announcements whose service notice is not over: those in the reader's language first, then the newest. `near`: which category to say of whether it is concerned. */
  async withOngoingNotice(actor: Actor, most: number, near?: { key: string | null; slug: string | null }): Promise<ThreadRow[]> {
    const ongoing = `t.id in (select n.thread_id from service_notice n join thread t on t.id = n.thread_id
         where n.ended_at is null and t.state = 'visible' order by t.language = $1 desc, n.thread_id desc limit ${most}) order by t.language = $1 desc, t.id desc`;
    const rows = near
      ? await this.db.prepared<ThreadRow>(`${ABOVE} select ${COLUMNS}, ${CONCERNS} as "inCategory" ${FROM} where ${ongoing}`, [actor.language, near.key, near.slug])
      : await this.db.prepared<ThreadRow>(`${SELECT} where ${ongoing}`, [actor.language]);
    return rows.map(dated);
  }

  /** How the actor, a member, stands to threads that came without it. */
  async standings(actor: Actor, keys: readonly string[]): Promise<Map<string, ThreadStanding>> {
    const rows = await this.db.prepared<{ id: string; standing: ThreadStanding }>(`select t.id, ${standingOf(actor)} as standing from unnest($1::bigint[]) t (id)`, [keys]);
    return new Map(rows.map(({ id, standing }) => [id, standing]));
  }
}

const DESCENDANTS = (slug: string) => `
  with recursive below as (select id from category where slug = ${slug} union select c.id from category c join below on c.parent_id = below.id)
  select id from below`;

/** The category $2, or $3 by its name in addresses, and those above it: what concerns one of them concerns it. */
const ABOVE = `with recursive above as (select id, parent_id from category where id = $2 or ($2::bigint is null and slug = $3::text) union select c.id, c.parent_id from category c join above on above.parent_id = c.id)`;
const CONCERNS = `exists (select from above where above.id = t.category_id or above.id in (select nc.category_id from notice_category nc where nc.thread_id = t.id))`;

function dated(row: ThreadRow): ThreadRow {
  if (row.author) row.author.createdAt = new Date(row.author.createdAt);
  if (row.notice) row.notice = datedNotice(row.notice);
  if (row.claim) row.claim = datedClaim(row.claim);
  return row;
}

