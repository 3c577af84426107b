import { Injectable } from '@nestjs/common';
import { ThreadReader } from '#forum';
import { type Actor, visibleTo } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import type { AskedWords, AskedWordsConnection, DeflectedThread, DeflectionOutcome, Deflections } from './deflection.type.js';

export const DEFLECTED_CURSOR = ['number', 'key'] as const;
export const ASKED_CURSOR = ['key'] as const;

const READING_MINUTES = 30; // whoever opened it since may still be reading: they have not left

/** What of deflections `d` counts as what. */
const COUNTS = `count(*) filter (where d.outcome = 'confirmed')::int as confirmed,
  count(*) filter (where d.outcome = 'likely' and d.created_at < now() - interval '${READING_MINUTES} minutes')::int as likely,
  count(*) filter (where d.outcome = 'failed')::int as failed`;
const WITHIN = 'd.created_at >= $1 and d.created_at < $2';

/** What became of those who were about to ask: for staff, and for whatever learns from it. */
@Injectable()
export class DeflectionReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
  ) {}

  async within(actor: Actor, from: Date, to: Date, page: Page): Promise<Deflections> {
    const time = [from, to];
    const counts = (await this.db.one<Pick<Deflections, 'confirmed' | 'likely' | 'failed'>>(`select ${COUNTS} from deflection d where ${WITHIN}`, time))!;
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const found = await this.db.query<Omit<DeflectedThread, 'thread'>>(
      `select * from (select d.thread_id as key, ${COUNTS} from deflection d join thread t on t.id = d.thread_id where ${WITHIN} and ${visibleTo(actor, 't')} group by d.thread_id) s
       ${page.from ? `where (s.confirmed, s.key) ${sign} ($3::int, $4::bigint)` : ''} order by s.confirmed ${order}, s.key ${order} limit ${page.limit + 1}`,
      [...time, ...(page.from ?? [])],
    );
    const threads = await this.threads.byIds(actor, found.map(({ key }) => key));
    const rows = found.flatMap((row): DeflectedThread[] => {
      const thread = threads.get(row.key);
      return thread ? [{ ...row, thread }] : [];
    });
    return { ...counts, ...pageOf(page, rows, ({ confirmed, key }) => [confirmed, key]) };
  }

  async askedAs(actor: Actor, threadKey: string | null, outcome: DeflectionOutcome | null, page: Page): Promise<AskedWordsConnection> {
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.db.query<AskedWords>(
      `select d.id as key, d.asked as words, d.outcome, d.created_at as "createdAt" from deflection d join thread t on t.id = d.thread_id
       where d.thread_id = $1 and d.asked is not null and ($2::text is null or d.outcome = $2) and ${visibleTo(actor, 't')} ${page.from ? `and d.id ${sign} $3::bigint` : ''} order by d.id ${order} limit ${page.limit + 1}`,
      [threadKey, outcome, ...(page.from ?? [])],
    );
    return pageOf(page, rows, ({ key }) => [key]);
  }
}
