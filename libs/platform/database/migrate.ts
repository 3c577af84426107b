import { runMigrations as migrateJobs } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

const MIGRATION_LOCK = 7_206_001; // any fixed number: two programs that start at once migrate one after the other

/** Brings the database to this version: our migrations, the job queue's, then the application role's grants. Returns the names of those it ran. */
export async function migrate(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: ownerUrl });
  guard.on('error', () => undefined); // a server that goes away is told by the statement under way
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTransactionMode: 'each' }).initialize();
    try {
      const ran = await source.runMigrations();
      await migrateJobs({ connectionString: ownerUrl });
      await grant(guard, roleOf(ownerUrl), roleOf(applicationUrl));
      return ran.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end(); // the lock goes with the connection
  }
}

/** The application reads and writes rows; it owns no table, so that nothing it is tricked into can change one. */
async function grant(client: pg.Client, owner: string, application: string): Promise<void> {
  if (owner === application) return; // one role for both: the operator's choice
  const role = client.escapeIdentifier(application);
  // what is ours alone: an operator's own extension beside it, pg_stat_statements say, is not ours to give
  const { rows: ours } = await client.query<{ grants: string }>(`
    select format('grant usage on schema %I to %I', n.nspname, $2::text) as grants from pg_namespace n where n.nspname = any($1)
    union all select format(case c.relkind when 'S' then 'grant usage, select on sequence %s to %I' else 'grant select, insert, update, delete on %s to %I' end, c.oid::regclass, $2::text)
      from pg_class c where c.relnamespace::regnamespace::text = any($1) and c.relkind in ('r', 'p', 'v', 'S') and pg_has_role(c.relowner, 'usage')
    union all select format('grant execute on function %s to %I', p.oid::regprocedure, $2::text)
      from pg_proc p where p.pronamespace::regnamespace::text = any($1) and pg_has_role(p.proowner, 'usage')`,
    [['public', 'graphile_worker'], application]);
  await client.query(ours.map(({ grants }) => grants).join(';'));
  // the job queue switches row security on and leaves no policy behind: without one, only the owner would see its jobs
  const guarded = await client.query<{ relname: string }>(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'kundig_application')`);
  for (const { relname } of guarded.rows) {
    const table = client.escapeIdentifier(relname);
    await client.query(`create policy kundig_application on graphile_worker.${table} to ${role} using (true) with check (true)`);
  }
}

function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
