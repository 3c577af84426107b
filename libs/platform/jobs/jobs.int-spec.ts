import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TaskList } from 'graphile-worker';
import pg from 'pg';
import { dispatchTasks, Events, type Listener } from '#platform/events';
import { Database } from '#platform/database';
import { type TestContext, testContext, testRuntime } from '#platform/testing';
import { JobRunner } from './job.runner.js';

const until = async (what: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 500; i += 1) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('waited in vain');
};

describe('events and jobs', () => {
  let test: TestContext;
  let db: Database;
  let events: Events;
  let memberId: string;
  const runners: JobRunner[] = [];

  beforeAll(async () => {
    test = await testContext([]);
    db = test.context.get(Database);
    events = new Events(db);
    [{ id: memberId }] = (await db.query<{ id: string }>(`insert into member (name, name_key) values ('Ada', 'ada') returning id`)) as [{ id: string }];
  });
  afterAll(async () => {
    await Promise.all(runners.map((runner) => runner.onApplicationShutdown()));
    await test.close();
  });

  const run = async (tasks: TaskList) => {
    const runner = new JobRunner(testRuntime(test.database), tasks);
    runners.push(runner);
    await runner.onApplicationBootstrap();
  };

  it('tells every listener of what was committed, alone again the one that failed, and nobody of what was rolled back', async () => {
    const heard: string[] = [];
    let failures = 1;
    const listener = (name: string, hear: Listener['hear']): Listener => ({ name, kinds: ['QuestionAsked'], hear });
    await run(dispatchTasks(db, [
      listener('calm', async (event) => { heard.push(`calm ${(event.subject as { threadId: string }).threadId}`); }),
      listener('shaky', async () => {
        if (failures-- > 0) throw new Error('the first time fails (on purpose)');
        heard.push('shaky');
      }),
      { name: 'deaf', kinds: ['Voted'], hear: async () => { heard.push('deaf'); } },
    ]));
    await db.transaction(() => events.record('QuestionAsked', memberId, { threadId: '1' }));
    await expect(db.transaction(async () => {
      await events.record('QuestionAsked', memberId, { threadId: '2' });
      throw new Error('rolled back');
    })).rejects.toThrow('rolled back');
    await until(() => heard.includes('shaky'));
    expect(heard.sort()).toEqual(['calm 1', 'shaky']);
  });

  it('refuses to record outside a transaction', async () => {
    await expect(events.record('QuestionAsked', memberId, { threadId: '1' })).rejects.toThrow(/outside a transaction/);
  });

  it('frees within seconds the jobs that a worker killed with -9 has left locked', async () => {
    // a process that holds its lifeline and a job, and dies
    const script = `
      import pg from 'pg';
      const client = new pg.Client({ connectionString: ${JSON.stringify(test.database.url)} });
      await client.connect();
      await client.query('select pg_advisory_lock(7206002, 42)');
      await client.query("insert into worker_process values (42, '{dead-worker}')");
      await client.query("select graphile_worker.add_job('orphan')");
      await client.query("update graphile_worker._private_jobs set locked_by = 'dead-worker', locked_at = now(), attempts = 1 where task_id = (select id from graphile_worker._private_tasks where identifier = 'orphan')");
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    let ran = 0;
    await run({ orphan: async () => { ran += 1; } });
    await new Promise((done) => setTimeout(done, 300));
    expect(ran).toBe(0); // it lives: its job is its own
    child.kill('SIGKILL');
    await once(child, 'exit');
    await until(() => ran === 1);
    const client = new pg.Client({ connectionString: test.database.url });
    await client.connect();
    expect((await client.query('select from worker_process where lock_key = 42')).rowCount).toBe(0);
    await client.end();
  }, 20_000);

  it('holds its jobs under the name that its lifeline tells', async () => {
    let held: object[] = [];
    await run({
      named: async () => {
        held = await db.query(`select from graphile_worker._private_jobs j join worker_process w on j.locked_by = any(w.worker_ids)
          where j.task_id = (select id from graphile_worker._private_tasks where identifier = 'named')`);
        if (held.length === 0) throw new Error('the lifeline is written down in a moment');
      },
    });
    await db.query(`select graphile_worker.add_job('named')`);
    await until(() => held.length === 1);
  });

  it('goes on when the database could not be told that a job is done', async () => {
    const admin = new pg.Client({ connectionString: test.database.ownerUrl });
    await admin.connect();
    let ran = 0;
    await run({
      lost: async () => {
        ran += 1;
        if (ran === 1) await admin.query('alter table graphile_worker._private_jobs rename to away');
      },
    });
    await db.query(`select graphile_worker.add_job('lost')`);
    await until(() => ran === 1);
    await new Promise((done) => setTimeout(done, 700));
    await admin.query('alter table graphile_worker.away rename to _private_jobs');
    await until(() => ran === 2);
    await admin.end();
  }, 20_000);
});
