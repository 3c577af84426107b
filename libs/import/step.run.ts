import type { DumpFile } from './dump.folder.js';
import { type Attributes, dumpRows } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { RowFault } from './row.read.js';

/** Where an item came from, for the report. */
export interface Placed {
  id: string;
  line: number;
}

/** One pass over one file: rows to items, items to the database. */
export interface Step<Item, Ready = Item> {
  name: string;
  file: DumpFile;
  batch: number;
  wanted?: RegExp;
  /** Null: not for this step. Throws RowFault: left out, and reported. */
  read(row: Attributes, run: ImportRun): Item | null;
  /** What is costly and needs no database; runs while the batch before is being written. */
  prepare?(items: (Item & Placed)[], run: ImportRun): Promise<(Ready & Placed)[]>;
  /** Inside a transaction. What it leaves out it reports by `run.skip`, through `left`. */
  write(items: (Ready & Placed)[], run: ImportRun, left: (item: Placed, reason: string) => void): Promise<void>;
}

/**
 * Runs a step from where it stopped. Each batch and the number of rows done are one transaction: killed at any moment,
 * the next run goes on at exactly the row after the last one written, and nothing is doubled.
 */
export async function runStep<Item, Ready>(run: ImportRun, step: Step<Item, Ready>): Promise<void> {
  const { client, source } = run;
  const found = await client.query<{ done_rows: string; finished: boolean }>(
    'select done_rows, finished_at is not null as finished from import_progress where source = $1 and step = $2', [source, step.name]);
  if (found.rows[0]?.finished) {
    run.doneBytes += run.dump.bytes(step.file);
    return;
  }
  const left = (item: Placed, reason: string) => run.skip({ file: `${step.file}.xml`, line: item.line, id: item.id || null, reason });
  let batch: (Item & Placed)[] = [];
  let lastRow = Number(found.rows[0]?.done_rows ?? 0);
  let writing: Promise<void> = Promise.resolve();

  const flush = async (finished: boolean) => {
    const rows = lastRow;
    const items = batch;
    batch = [];
    const ready = step.prepare ? step.prepare(items, run) : Promise.resolve(items as unknown as (Ready & Placed)[]);
    ready.catch(() => {}); // seen below, after the batch before
    await writing;
    writing = ready.then((made) => commit(run, step, made, rows, finished, left));
    writing.catch(() => {}); // seen at the next await: until then it must not end the process
  };

  for await (const { rows, bytes } of dumpRows(run.dump.path(step.file), { after: lastRow, wanted: step.wanted })) {
    for (const row of rows) {
      lastRow = row.number;
      const id = row.attributes?.['Id'] ?? '';
      try {
        if (!row.attributes) throw new RowFault('broken XML');
        const item = step.read(row.attributes, run);
        if (item) batch.push({ ...item, id, line: row.line });
      } catch (fault) {
        if (!(fault instanceof RowFault)) throw fault;
        left({ id, line: row.line }, fault.reason);
      }
      if (batch.length >= step.batch) await flush(false);
    }
    run.doneBytes += bytes;
    run.tell(step.name);
  }
  await flush(true);
  await writing;
}

async function commit<Item, Ready>(
  run: ImportRun, step: Step<Item, Ready>, items: (Ready & Placed)[], rows: number, finished: boolean, left: (item: Placed, reason: string) => void,
): Promise<void> {
  const { client, source } = run;
  await client.query('begin');
  try {
    if (items.length > 0) await writeOrSplit(run, step, items, left);
    await client.query(
      `insert into import_progress (source, step, done_rows, finished_at) values ($1, $2, $3, case when $4 then now() end)
       on conflict (source, step) do update set done_rows = excluded.done_rows, finished_at = excluded.finished_at`,
      [source, step.name, rows, finished]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

/** A row that PostgreSQL refuses (SQLSTATE 22 and 23: data, constraints) must not cost its neighbours: the batch is halved until it stands alone. */
async function writeOrSplit<Item, Ready>(
  run: ImportRun, step: Step<Item, Ready>, items: (Ready & Placed)[], left: (item: Placed, reason: string) => void,
): Promise<void> {
  const held: [Placed, string][] = [];
  await run.client.query('savepoint batch');
  try {
    await step.write(items, run, (item, reason) => held.push([item, reason]));
    await run.client.query('release savepoint batch');
    for (const [item, reason] of held) left(item, reason);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (!/^2[23]/.test(code)) throw error;
    await run.client.query('rollback to savepoint batch');
    if (items.length === 1) return left(items[0]!, `refused by the database (${code})`);
    const middle = Math.ceil(items.length / 2);
    await writeOrSplit(run, step, items.slice(0, middle), left);
    await writeOrSplit(run, step, items.slice(middle), left);
  }
}
