import { setTimeout as pause } from 'node:timers/promises';
import { type TestContext, testContext } from '#platform/testing';
import { Database } from './database.js';

let test: TestContext;
let db: Database;
beforeAll(async () => {
  test = await testContext([], { databasePool: 2 });
  db = test.context.get(Database, { strict: false });
});
afterAll(() => test.close());

const connection = async () => (await db.one<{ pid: number }>('select pg_backend_pid() as pid'))!.pid;

it('plans what is prepared once a connection, whatever it is asked about', async () => {
  const sql = 'select id from member where id = any($1)';
  const plans = await db.transaction(async () => {
    for (const keys of [['1'], ['1', '2', '3'], ['4'], ['5', '6'], ['7'], ['8'], ['9']]) await db.prepared(sql, [keys]);
    return db.query('select generic_plans::int as once, custom_plans::int as anew from pg_prepared_statements where statement = $1', [sql]);
  });
  expect(plans).toEqual([{ once: 7, anew: 0 }]);
});

it('keeps prepared what is asked all day, whatever else is put together meanwhile, and no more than so much', async () => {
  const hot = 'select id from member where id = $1';
  const shapes = 700;
  for (let i = 0; i < shapes; i += 1) {
    await db.prepared(hot, ['1']);
    await db.prepared(`select $1::bigint as shape_${i}`, ['1']);
  }
  const found = await db.query<{ statement: string; plans: number; uses: number; there: number }>(
    `select statement, generic_plans::int as plans, count(*) over ()::int as there from pg_prepared_statements where name like 'kundig%'`,
  );
  expect(found[0]!.there).toBeLessThanOrEqual(500 + 1); // what lost its name last goes with the next
  expect(found.find(({ statement }) => statement === hot)!.plans).toBe(shapes);
  expect(found.some(({ statement }) => statement === `select $1::bigint as shape_${shapes - 1}`)).toBe(true);
  expect(found.some(({ statement }) => statement === 'select $1::bigint as shape_0')).toBe(false);
});

it('prepares once more what had lost its name', async () => {
  await db.prepared('select $1::bigint as once', ['1']);
  for (let i = 0; i < 500; i += 1) await db.prepared(`select $1::bigint as other_${i}`, ['1']);
  expect(await db.prepared('select $1::bigint as once', ['2'])).toEqual([{ once: '2' }]);
  expect(await db.transaction(() => db.prepared('select $1::bigint as once', ['3']))).toEqual([{ once: '3' }]);
});

describe('a transaction', () => {
  it('is joined by what it waits for', async () => {
    expect(await db.transaction(async () => new Set([await connection(), await db.transaction(connection)]).size)).toBe(1);
  });

  it('is left by what it set going, as soon as it is over: never does that speak on a connection that is another’s by then', async () => {
    const { promise: over, resolve: isOver } = Promise.withResolvers<void>();
    const late = { inTransaction: true, pid: 0 };
    let later: Promise<void> | undefined;
    const first = await db.transaction(async () => {
      later = over.then(() => pause(0)).then(async () => {
        late.inTransaction = db.inTransaction;
        late.pid = await connection();
      });
      return connection();
    });
    await db.transaction(async () => {
      expect(await connection()).toBe(first); // the pool gives out the same again
      isOver();
      await later;
    });
    expect(late.inTransaction).toBe(false);
    expect(late.pid).not.toBe(first);
  });
});
