import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { until } from '../community.fixture.js';
import { SoleDrainer } from './sole-drainer.js';

let database: TestDatabase;
let one: SoleDrainer;
let other: SoleDrainer;

beforeEach(async () => {
  database = await testDatabase();
  [one, other] = [new SoleDrainer(database.url), new SoleDrainer(database.url)];
});

afterEach(async () => {
  await one.release();
  await other.release();
  await database.drop();
});

describe('the right to drain', () => {
  it('belongs to one at a time, and passes on when it is given back', async () => {
    expect([await one.take(), await other.take(), await one.take()]).toEqual([true, false, true]);
    expect([one.isHeld, other.isHeld]).toEqual([true, false]);
    await one.release();
    expect([await other.take(), await one.take()]).toEqual([true, false]);
  });

  it('is known to be lost with the connection', async () => {
    await one.take();
    const admin = new Client(database.adminUrl);
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kundig search drainer' and datname = current_database()`);
    await admin.end();
    await until(async () => !one.isHeld, 5_000);
    expect(await other.take()).toBe(true);
  });
});
