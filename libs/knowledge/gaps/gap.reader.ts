import { Injectable } from '@nestjs/common';
import { type ThreadRow, ThreadReader } from '#forum';
import type { Actor } from '#platform/access';
import { Database, encodeId, type Page, pageOf } from '#platform/database';
import type { Gap, GapConnection } from './gap.type.js';

export const GAP_CURSOR = ['number', 'key'] as const;

const DAYS = 30; // what nobody has missed for a month is no gap any more
const QUESTIONS_SHOWN = 5;

/** Searches in vain and open questions, a gap each: those of a group under its number, a wording alone under the number of its latest search. */
const GAPS = `
  select coalesce(grouped, alone) as key, sum(searches)::int as searches, sum(people)::int as people, (sum(searches) + sum(people))::int as need, max(last_at) as "lastAt",
    (array_agg(words order by people > 0 desc, searches + people desc, last_at desc))[1] as words, (array_agg(language order by people > 0 desc, searches + people desc, last_at desc))[1] as language,
    (array_agg(nearest order by last_at desc) filter (where nearest is not null))[1] as "nearestKey", coalesce((array_agg(thread order by people desc, thread) filter (where thread is not null))[:${QUESTIONS_SHOWN}], '{}') as "threadKeys"
  from (
    select s.group_id * 2 + 1 as grouped, max(g.id) * 2 as alone, sum(g.searches) as searches, 0 as people, max(g.last_at) as last_at, (array_agg(g.words order by g.last_at desc))[1] as words,
      (array_agg(g.language order by g.last_at desc))[1] as language, (array_agg(g.nearest_thread_id order by g.last_at desc))[1] as nearest, null::bigint as thread
    from search_gap g left join gap_search s on s.stems = g.stems where g.day > current_date - ${DAYS} and not g.closed group by g.stems, s.group_id
    union all
    select q.group_id * 2 + 1, null, 0, 1 + t.same_problem_count, t.created_at, t.title, t.language, null, t.id
    from gap_question q join thread t on t.id = q.thread_id where t.state = 'visible' and not t.solved and t.closed_at is null and 1 + t.same_problem_count > coalesce(q.settled_people, 0)
      and not exists (select from knowledge_question answered join knowledge_entry e on e.id = answered.entry_id where answered.thread_id = t.id and e.state in ('published', 'needs_review') and not e.withdrawn)) one
  group by 1`;

type Row = Pick<Gap, 'key' | 'words' | 'language' | 'searches' | 'people' | 'need' | 'lastAt'> & { nearestKey: string | null; threadKeys: string[] };

/** What people miss, what is missed most first. */
@Injectable()
export class GapReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
  ) {}

  async list(actor: Actor, page: Page): Promise<GapConnection> {
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.db.query<Row>(
      `select * from (${GAPS}) g ${page.from ? `where (g.need, g.key) ${sign} ($1::int, $2::bigint)` : ''} order by g.need ${order}, g.key ${order} limit ${page.limit + 1}`,
      [...(page.from ?? [])],
    );
    const threads = await this.threads.byIds(actor, [...new Set(rows.flatMap(({ nearestKey, threadKeys }) => [...threadKeys, ...(nearestKey ? [nearestKey] : [])]))]);
    return pageOf(page, rows.map((row) => gapOf(row, threads)), ({ need, key }) => [need, key]);
  }

  async count(): Promise<number> {
    const row = await this.db.one<{ gaps: number }>(`select count(*)::int as gaps from (${GAPS} limit 100) g`);
    return row!.gaps;
  }
}

function gapOf({ nearestKey, threadKeys, ...row }: Row, threads: ReadonlyMap<string, ThreadRow>): Gap {
  return { ...row, id: encodeId('gap', row.key), nearest: (nearestKey && threads.get(nearestKey)) || null, questions: threadKeys.flatMap((key) => threads.get(key) ?? []) };
}
