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
