import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** What several miss, in whatever words. */
export interface Missed {
  /** Keys of questions that nobody has answered well. */
  threads: string[];
  /** Keys of searches in vain. */
  searches: string[];
}

interface Known {
  threads: Map<string, string>;
  searches: Map<string, { stems: string; group: string | null }>;
}

/** Which questions and which searches are one gap. Grouped anew, a gap keeps its number as long as most of it is what it was. */
@Injectable()
export class GapGroups {
  constructor(private readonly db: Database) {}

  /** In the place of what was kept before; what staff have settled stays so. */
  keep(missed: readonly Missed[]): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.query(`select pg_advisory_xact_lock(hashtext('gap groups'))`);
      const known = await this.known(missed);
      const taken = new Set<string>();
      const [threads, searches]: [Map<string, string>, Map<string, string>] = [new Map(), new Map()];
      for (const gap of missed) {
        const before = mostOf([...gap.threads.map((key) => known.threads.get(key)), ...gap.searches.map((key) => known.searches.get(key)?.group)]);
        const group = before && !taken.has(before) ? before : await this.next();
        taken.add(group);
        for (const key of gap.threads) threads.set(key, group);
        for (const key of gap.searches) if (known.searches.has(key)) searches.set(known.searches.get(key)!.stems, group);
      }
      await this.db.query('delete from gap_question where thread_id <> all($1)', [[...threads.keys()]]);
      await this.db.query(
        'insert into gap_question (thread_id, group_id) select t.id, q.of from unnest($1::bigint[], $2::bigint[]) q (key, of) join thread t on t.id = q.key on conflict (thread_id) do update set group_id = excluded.group_id',
        [[...threads.keys()], [...threads.values()]],
      );
      await this.db.query('delete from gap_search where stems <> all($1)', [[...searches.keys()]]);
      await this.db.query('insert into gap_search (stems, group_id) select * from unnest($1::text[], $2::bigint[]) on conflict (stems) do update set group_id = excluded.group_id', [[...searches.keys()], [...searches.values()]]);
    });
  }

  private async known(missed: readonly Missed[]): Promise<Known> {
    const threads = await this.db.query<{ key: string; group: string }>('select thread_id as key, group_id as group from gap_question where thread_id = any($1)', [missed.flatMap((gap) => gap.threads)]);
    const searches = await this.db.query<{ key: string; stems: string; group: string | null }>(
      'select g.id as key, g.stems, s.group_id as group from search_gap g left join gap_search s on s.stems = g.stems where g.id = any($1)', [missed.flatMap((gap) => gap.searches)]);
    return { threads: new Map(threads.map(({ key, group }) => [key, group])), searches: new Map(searches.map(({ key, ...of }) => [key, of])) };
  }

  private async next(): Promise<string> {
    return (await this.db.one<{ group: string }>(`select nextval('gap_group') as group`))!.group;
  }
}

/** What stands there most often. */
function mostOf(values: readonly (string | null | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
