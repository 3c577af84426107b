import type { Client } from 'pg';
import type { Generator } from './generator.js';
import { oneByOne } from './measure.js';
import type { Row } from './rows.js';

const COUNTED = 20;

/** SQL statements a request, `begin` and `commit` included: one request at a time against a program without a worker, which would ask in between. */
export async function countStatements(admin: Client, rows: readonly Row[], port: number, generator: Generator): Promise<Map<string, number>> {
  const calls = async () => {
    const { rows: [row] } = await admin.query<{ calls: number }>(`select coalesce(sum(calls), 0)::float8 as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = 'bench'`);
    return row!.calls;
  };
  const counted = new Map<string, number>();
  for (const row of rows.filter(({ of }) => of === 'program')) {
    await oneByOne(row, port, generator, 3);
    const before = await calls();
    await oneByOne(row, port, generator, COUNTED);
    counted.set(row.name, (await calls() - before) / COUNTED);
  }
  return counted;
}
