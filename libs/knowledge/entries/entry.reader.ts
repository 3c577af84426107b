import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import type { Actor, Language } from '#platform/access';
import { cleanText } from '#platform/content';
import { Database, encodeId, type Page, pageOf } from '#platform/database';
import { entryVisibleTo } from './entry.policy.js';
import type { EntryKind, EntryState } from './entry.sets.js';
import type { EntriesWaiting, EntryVersion, FaqTopic, GoneEntry, KnowledgeAddress, KnowledgeEntry, KnowledgeEntryConnection } from './entry.type.js';

export const ENTRY_CURSOR = ['number', 'key'] as const;
export const WAITING_CURSOR = ['number', 'number', 'key'] as const;
export const VERSION_CURSOR = ['number'] as const;

const TOPICS_MOST = 200;
const QUESTIONS_SHOWN = 20;
const ADDRESSES_MOST = 5_000; // what no company writes more of


const PUBLIC = `e.state in ('published', 'needs_review') and not e.withdrawn`;

const COLUMNS = `
  e.id as key, e.kind, e.state, ${PUBLIC} as "isPublic", e.title, '/kb/' || e.id || '/' || e.slug as path, e.html, e.source, e.version, e.language, e.helpful, e.not_helpful as "notHelpful", e.need, e.need as "needKey",
    e.published_at as "publishedAt", e.changed_at as "changedAt", e.owner_id as "ownerId", e.reasons, e.reasons_at as "reasonsAt", e.review_due::timestamptz as "reviewDue",
    e.rejected_reason as "rejectedReason", e.merged_into as "mergedKey", e.original_id as "originalKey", array(select tag.name from knowledge_entry_tag et join tag on tag.id = et.tag_id where et.entry_id = e.id order by tag.name) as tags, e.proposal as proposed,
    json_build_object('id', 'cat_' || c.id, 'slug', c.slug, 'name', c.name) as category, ${memberJson('o')} as "ownerMember",
    case when e.waiting_source is not null then json_build_object('title', e.waiting_title, 'source', e.waiting_source, 'author', ${memberJson('w')}, 'at', e.waiting_at) end as "waitingEdit"`;
const FROM = `from knowledge_entry e join category c on c.id = e.category_id left join member o on o.id = e.owner_id left join member w on w.id = e.waiting_by`;
const SELECT = `select ${COLUMNS} ${FROM}`;

/** How soon that has to be decided: what everyone reads and may be wrong, changes of it, what people began, and what proposed itself. */
const RANK = `case when e.state = 'needs_review' then 0 when e.waiting_source is not null then 1 when e.proposal is null then 2 else 3 end`;
const WAITS = `(e.state in ('draft', 'needs_review') or e.waiting_source is not null) and e.merged_into is null`;

export interface EntryFilter {
  kind?: EntryKind | null | undefined;
  category?: string | null | undefined;
  language?: Language | null | undefined;
}

@Injectable()
export class EntryReader {
  constructor(private readonly db: Database) {}

  /** Those that the actor reads, by key. */
  async byIds(actor: Actor, keys: readonly string[]): Promise<Map<string, KnowledgeEntry>> {
    const rows = await this.db.prepared<KnowledgeEntry>(`${SELECT} where e.id = any($1) and ${entryVisibleTo(actor, 'e')}`, [keys]);
    return new Map(rows.map((row) => [row.key, entryOf(row)]));
  }

  /** What an entry became part of, where it did: its address leads there. */
  async merged(key: string): Promise<string | null> {
    return (await this.db.one<{ into: string }>('select merged_into as into from knowledge_entry where id = $1 and merged_into is not null', [key]))?.into ?? null;
  }

  /** What everyone read once, and nobody does any more. */
  async gone(key: string): Promise<GoneEntry | null> {
    return (await this.db.one<GoneEntry>(`select e.id as key, e.state = 'archived' as "forGood" from knowledge_entry e where e.id = $1 and e.published_at is not null and e.merged_into is null and not (${PUBLIC})`, [key])) ?? null;
  }

  /** The key of a question that it answered and that everyone sees: that of its best answer first. */
  async askedIn(key: string): Promise<string[]> {
    const rows = await this.db.query<{ key: string }>(
      `select t.id as key from thread t where t.state = 'visible' and t.id = (select thread_id from (
         select p.thread_id, 0 as rank, -p.score as less, p.id from knowledge_source s join post p on p.id = s.post_id join thread there on there.id = p.thread_id and there.state = 'visible' where s.entry_id = $1
         union all select q.thread_id, 1, -there.same_problem_count, q.thread_id from knowledge_question q join thread there on there.id = q.thread_id and there.state = 'visible' where q.entry_id = $1) asked
       order by rank, less, id limit 1)`,
      [key],
    );
    return rows.map((row) => row.key);
  }

  /** What everyone reads, what most need first. */
  async list({ kind, category, language }: EntryFilter, page: Page): Promise<KnowledgeEntryConnection> {
    if (category != null && cleanText(category) === null) return pageOf(page, [], () => []); // PostgreSQL could not even be asked
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.db.query<KnowledgeEntry>(
      `${SELECT} where e.id in (
         select e.id from knowledge_entry e where ${PUBLIC} and ($1::text is null or e.kind = $1) and ($2::text is null or e.language = $2)
           and ($3::text is null or e.category_id in (with recursive below as (select id from category where slug = $3 union select c.id from category c join below on c.parent_id = below.id) select id from below))
           ${page.from ? `and (e.need, e.id) ${sign} ($4::int, $5::bigint)` : ''} order by e.need ${order}, e.id ${order} limit ${page.limit + 1})
       order by e.need ${order}, e.id ${order}`,
      [kind ?? null, language ?? null, category ?? null, ...(page.from ?? [])],
    );
    return pageOf(page, rows.map(entryOf), ({ needKey, key }) => [needKey, key]);
  }

  /** The FAQ: every topic with what most need of it, in one statement. */
  async faq(language: Language | null, first: number): Promise<FaqTopic[]> {
    const rows = await this.db.query<KnowledgeEntry & { total: number }>(
      `select ${COLUMNS}, e.total from (
         select e.*, count(*) over (partition by e.category_id)::int as total, row_number() over (partition by e.category_id order by e.need desc, e.id desc) as place
         from knowledge_entry e where ${PUBLIC} and e.kind = 'faq' and ($1::text is null or e.language = $1)
       ) e join category c on c.id = e.category_id left join member o on o.id = e.owner_id left join member w on w.id = e.waiting_by
       where e.place <= $2 order by c.position, c.name, c.id, e.place limit $2 * ${TOPICS_MOST}`,
      [language, first],
    );
    const topics = new Map<string, FaqTopic>();
    for (const { total, ...row } of rows) {
      const topic = topics.get(row.category.id) ?? { category: row.category, entries: [], total };
      topic.entries.push(entryOf(row));
      topics.set(row.category.id, topic);
    }
    return [...topics.values()].slice(0, TOPICS_MOST);
  }

  /** What was changed last, for feeds. */
  async newest(first: number, language: Language | null): Promise<KnowledgeEntry[]> {
    return (await this.db.query<KnowledgeEntry>(`${SELECT} where ${PUBLIC} and ($2::text is null or e.language = $2) order by e.changed_at desc, e.id desc limit $1`, [first, language])).map(entryOf);
  }

  /** Where everything that everyone reads is found. */
  addresses(): Promise<KnowledgeAddress[]> {
    return this.db.query<KnowledgeAddress>(`select '/kb/' || e.id || '/' || e.slug as path, e.language, e.changed_at as "changedAt" from knowledge_entry e where ${PUBLIC} order by e.id limit ${ADDRESSES_MOST}`);
  }

  /** For those who review: what waits, the oldest first; or all in one state. */
  async waiting(actor: Actor, state: EntryState | null, page: Page): Promise<KnowledgeEntryConnection> {
    const [sign, order] = page.backwards ? ['<', 'desc'] : ['>', 'asc'];
    const rows = await this.db.query<KnowledgeEntry & { rank: number; less: number }>(
      `select * from (select ${COLUMNS}, ${RANK} as rank, case when e.proposal is not null then -e.need else 0 end as less ${FROM} where ${state ? 'e.state = $1' : `$1::text is null and ${WAITS}`} and ${ownedBy(actor)}) w
       ${page.from ? `where (w.rank, w.less, w.key) ${sign} ($2::int, $3::int, $4::bigint)` : ''} order by w.rank ${order}, w.less ${order}, w.key ${order} limit ${page.limit + 1}`,
      [state, ...(page.from ?? [])],
    );
    return pageOf(page, rows.map((row) => ({ ...entryOf(row), rank: row.rank, less: row.less })), ({ rank, less, key }) => [rank, less, key]);
  }

  /** How many wait, by why. */
  async waitingByWhy(actor: Actor): Promise<EntriesWaiting> {
    const of = (rank: number) => `count(*) filter (where rank = ${rank})::int`;
    return (await this.db.one<EntriesWaiting>(
      `select ${of(0)} as "needReview", ${of(1)} as changed, ${of(2)} as drafts, ${of(3)} as proposed from (select ${RANK} as rank from knowledge_entry e where ${WAITS} and ${ownedBy(actor)}) e`,
    ))!;
  }

  async waitingCount(actor: Actor): Promise<number> {
    return (await this.db.one<{ entries: number }>(`select count(*)::int as entries from (select from knowledge_entry e where ${WAITS} and ${ownedBy(actor)} limit 100) e`))!.entries;
  }

  async versions(key: string, page: Page) {
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.db.query<EntryVersion>(
      `select v.number, v.title, v.source, v.html, v.published_at as "publishedAt", ${memberJson('a')} as author, ${memberJson('p')} as "publishedBy"
       from knowledge_version v left join member a on a.id = v.author_id left join member p on p.id = v.published_by
       where v.entry_id = $1 ${page.from ? `and v.number ${sign} $2::int` : ''} order by v.number ${order} limit ${page.limit + 1}`,
      [key, ...(page.from ?? [])],
    );
    return pageOf(page, rows, ({ number }) => [number]);
  }

  /** The keys of the answers that each was made from. */
  async sources(keys: readonly string[]): Promise<Map<string, { postKey: string; threadKey: string }[]>> {
    const rows = await this.db.query<{ key: string; sources: { postKey: string; threadKey: string }[] }>(
      `select s.entry_id as key, json_agg(json_build_object('postKey', p.id::text, 'threadKey', p.thread_id::text) order by p.id) as sources
       from knowledge_source s join post p on p.id = s.post_id where s.entry_id = any($1) group by s.entry_id`,
      [keys],
    );
    return new Map(rows.map(({ key, sources }) => [key, sources]));
  }

  /** The keys of the threads that ask what each answers, those that most have first. */
  async questions(keys: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.query<{ key: string; threads: string[] }>(
      `select k.key, array(select q.thread_id::text from knowledge_question q join thread t on t.id = q.thread_id where q.entry_id = k.key and t.state = 'visible' order by t.same_problem_count + t.solved_for desc, t.id desc limit ${QUESTIONS_SHOWN}) as threads
       from unnest($1::bigint[]) k (key)`,
      [keys],
    );
    return new Map(rows.map(({ key, threads }) => [key, threads]));
  }

  /** What was made from the answers of threads, by the thread. */
  async ofThreads(actor: Actor, keys: readonly string[]): Promise<Map<string, KnowledgeEntry[]>> {
    const rows = await this.db.query<KnowledgeEntry & { threadKey: string }>(
      `select made."threadKey", entry.* from (select p.thread_id as "threadKey", s.entry_id from knowledge_source s join post p on p.id = s.post_id where p.thread_id = any($1)
         union select q.thread_id, q.entry_id from knowledge_question q where q.thread_id = any($1)) made
       join lateral (${SELECT} where e.id = made.entry_id and e.state <> 'rejected' and ${entryVisibleTo(actor, 'e')}) entry on true order by entry."publishedAt" desc nulls last, entry.key desc`,
      [keys],
    );
    const found = new Map<string, KnowledgeEntry[]>();
    for (const { threadKey, ...row } of rows) found.set(threadKey, [...(found.get(threadKey) ?? []), entryOf(row)]);
    return found;
  }

  /** The same in other languages. */
  async translations(actor: Actor, { key, originalKey }: Pick<KnowledgeEntry, 'key' | 'originalKey'>): Promise<KnowledgeEntry[]> {
    const rows = await this.db.query<KnowledgeEntry>(`${SELECT} where (e.id = $2 or e.original_id = $2) and e.id <> $1 and ${entryVisibleTo(actor, 'e')} order by e.id limit 10`, [key, originalKey ?? key]);
    return rows.map(entryOf);
  }

  /** What says something alike, the likest first: what everyone reads. */
  async related(key: string): Promise<KnowledgeEntry[]> {
    const rows = await this.db.query<KnowledgeEntry>(`${SELECT} join knowledge_related l on l.related_id = e.id and l.entry_id = $1 where ${PUBLIC} order by l.likeness desc, e.id`, [key]);
    return rows.map(entryOf);
  }

  /** What a member said of each. */
  async rated(actor: Actor, keys: readonly string[]): Promise<Map<string, boolean>> {
    const rows = await this.db.query<{ key: string; helpful: boolean }>('select entry_id as key, helpful from knowledge_rating where entry_id = any($1) and member_id = $2', [keys, actor.memberId]);
    return new Map(rows.map(({ key, helpful }) => [key, helpful]));
  }
}

/** Staff look after all, super users after their own. */
function ownedBy(actor: Actor): string {
  return actor.isStaff ? 'true' : `e.owner_id = actor(${actor.memberId})`;
}

/** Inside JSON a moment is a text. */
function entryOf(row: KnowledgeEntry): KnowledgeEntry {
  const { waitingEdit } = row;
  return { ...row, id: encodeId('entry', row.key), waitingEdit: waitingEdit && { ...waitingEdit, at: new Date(waitingEdit.at) } };
}
