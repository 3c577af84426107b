import { Injectable } from '@nestjs/common';
import { type ThreadRow, ThreadReader } from '#forum';
import { type Actor, visibleTo } from '#platform/access';
import { Database, encodeId, type Page, pageOf } from '#platform/database';
import { entryVisibleTo } from '../entries/entry.policy.js';
import { EntryReader } from '../entries/entry.reader.js';
import type { KnowledgeEntry } from '../entries/entry.type.js';
import type { AskedWords, AskedWordsConnection, Deflected, DeflectionOutcome, Deflections } from './deflection.type.js';

export const DEFLECTED_CURSOR = ['number', 'number', 'key'] as const;
export const ASKED_CURSOR = ['key'] as const;

const READING_MINUTES = 30; // whoever opened it since may still be reading: they have not left

/** What of deflections `d` counts as what. */
const COUNTS = `count(*) filter (where d.outcome = 'confirmed')::int as confirmed,
  count(*) filter (where d.outcome = 'likely' and d.created_at < now() - interval '${READING_MINUTES} minutes')::int as likely,
  count(*) filter (where d.outcome = 'failed')::int as failed`;
const WITHIN = 'd.created_at >= $1 and d.created_at < $2';

/** Deflections `d` of what the actor sees: of threads and of entries. */
const seenBy = (actor: Actor) => `((d.thread_id is not null and exists (select from thread t where t.id = d.thread_id and ${visibleTo(actor, 't')}))
  or (d.entry_id is not null and exists (select from knowledge_entry e where e.id = d.entry_id and ${entryVisibleTo(actor, 'e')})))`;
const KEY = `coalesce(d.thread_id, d.entry_id) as key, d.entry_id is not null as "ofEntry"`;

type OnOpened = Pick<Deflected, 'key' | 'ofEntry'>;

/** What became of those who were about to ask: for staff, and for whatever learns from it. */
@Injectable()
export class DeflectionReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
    private readonly entries: EntryReader,
  ) {}

  async within(actor: Actor, from: Date, to: Date, page: Page): Promise<Deflections> {
    const time = [from, to];
    const counts = (await this.db.one<Pick<Deflections, 'confirmed' | 'likely' | 'failed'>>(`select ${COUNTS} from deflection d where ${WITHIN}`, time))!;
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const found = await this.db.query<Omit<Deflected, 'thread' | 'entry'>>(
      `select * from (select ${KEY}, ${COUNTS} from deflection d where ${WITHIN} and ${seenBy(actor)} group by d.thread_id, d.entry_id) s
       ${page.from ? `where (s.confirmed, s."ofEntry"::int, s.key) ${sign} ($3::int, $4::int, $5::bigint)` : ''} order by s.confirmed ${order}, s."ofEntry" ${order}, s.key ${order} limit ${page.limit + 1}`,
      [...time, ...(page.from ?? [])],
    );
    return { ...counts, ...pageOf(page, await this.withOpened(actor, found), ({ confirmed, ofEntry, key }) => [confirmed, Number(ofEntry), key]) };
  }

  /** Of one thread or one entry, or of all. */
  async askedAs(actor: Actor, of: { threadKey?: string | null; entryKey?: string | null }, outcome: DeflectionOutcome | null, page: Page): Promise<AskedWordsConnection> {
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const which = of.threadKey !== undefined ? 'd.thread_id = $1' : of.entryKey !== undefined ? 'd.entry_id = $1' : '$1::bigint is null';
    const rows = await this.db.query<Omit<AskedWords, 'id' | 'thread' | 'entry'>>(
      `select d.id as "wordingKey", ${KEY}, d.asked as words, d.outcome, d.created_at as "createdAt" from deflection d
       where ${which} and d.asked is not null and ($2::text is null or d.outcome = $2) and ${seenBy(actor)} ${page.from ? `and d.id ${sign} $3::bigint` : ''} order by d.id ${order} limit ${page.limit + 1}`,
      [of.threadKey ?? of.entryKey ?? null, outcome, ...(page.from ?? [])],
    );
    const withId = rows.map((row) => ({ ...row, id: encodeId('wording', row.wordingKey) }));
    return pageOf(page, await this.withOpened(actor, withId), ({ wordingKey }) => [wordingKey]);
  }

  private async withOpened<Row extends OnOpened>(actor: Actor, rows: Row[]): Promise<(Row & { thread: ThreadRow | null; entry: KnowledgeEntry | null })[]> {
    const keys = (ofEntry: boolean) => [...new Set(rows.filter((row) => row.ofEntry === ofEntry).map(({ key }) => key))];
    const [threads, entries] = await Promise.all([this.threads.byIds(actor, keys(false)), this.entries.byIds(actor, keys(true))]);
    return rows.flatMap((row) => {
      const [thread, entry] = row.ofEntry ? [null, entries.get(row.key) ?? null] : [threads.get(row.key) ?? null, null];
      return thread || entry ? [{ ...row, thread, entry }] : [];
    });
  }
}
