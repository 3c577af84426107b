import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, freePort, Program, removeFolder, temporaryFolder, until } from './program.fixture.js';

const WRITERS = 4;
const EACH = 20; // answers between two kills
const pause = (milliseconds: number) => new Promise((done) => { setTimeout(done, milliseconds); });

interface Answers {
  nodes: { source: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** Answers are written all the time while one process after the other is killed with -9. What was acknowledged must be there, once. */
describe('kill -9 during writes', () => {
  let folder: string;
  let port: number;
  let program: Program;
  let cookie = '';

  beforeAll(async () => {
    build();
    folder = temporaryFolder();
    port = await freePort();
    await start();
  }, 60_000);
  afterAll(async () => {
    await program.stop();
    removeFolder(folder);
  });

  async function start(): Promise<void> {
    program = new Program(['start'], folder, { PORT: String(port), KUNDIG_DATA: join(folder, 'data'), LOG_LEVEL: 'fatal', KUNDIG_LIMITS: 'wide' });
    await program.saysReady();
  }

  async function signUpAdmin(): Promise<void> {
    const email = 'ruth@example.org';
    const response = await fetch(`http://127.0.0.1:${port}/auth/sign-up`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rules: '1', name: 'Ruth', email, password: 'a long enough password' }) });
    cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    execFileSync(process.execPath, [resolve('dist/apps/kundig/main.js'), 'create-admin', email, 'Ruth'], { cwd: folder, env: { PATH: process.env.PATH, KUNDIG_DATA: join(folder, 'data') }, input: 'a long enough password\n' });
  }

  async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(10_000) });
    const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]!.message);
    return data;
  }

  const pidOf = (name: 'postgres' | 'meilisearch') => {
    if (name === 'postgres') return Number(readFileSync(join(folder, 'data/postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
    return Number(execFileSync('pgrep', ['-f', `meilisearch.*${join(folder, 'data')}`]).toString().split('\n')[0]);
  };

  it('loses nothing that was acknowledged and doubles nothing that was sent again', async () => {
    await signUpAdmin();
    const { createCategory } = await ask<{ createCategory: { category: { id: string } } }>('mutation { createCategory(input: {name: "Killing"}) { category { id } } }');
    const { askQuestion } = await ask<{ askQuestion: { thread: { id: string } } }>(
      'mutation($c: ID!) { askQuestion(input: {title: "What survives being killed?", body: "Everything acknowledged.", categoryId: $c}) { thread { id } } }',
      { c: createCategory.category.id },
    );
    const t = askQuestion.thread.id;

    const acknowledged = new Set<string>();
    let refused = 0;
    let latest = '';
    const writing = new AbortController();
    // each answer is sent again under the same name until it is acknowledged: a client that lost its connection knows no better
    const writeOne = async (k: string) => {
      while (!writing.signal.aborted) {
        try {
          const { answer } = await ask<{ answer: { post: { id: string } | null } }>(
            'mutation($t: ID!, $b: String!, $k: String!) { answer(input: {threadId: $t, body: $b, clientMutationId: $k}) { post { id } } }',
            { t, b: `Answer ${k}`, k },
          );
          if (answer.post) acknowledged.add(k);
          return;
        } catch (error) {
          latest = String(error);
          refused += 1;
          await pause(50);
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!writing.signal.aborted) await writeOne(randomUUID());
    });

    // by what was written and not by the clock: each kill meets writers at work, however fast the machine is
    const moreAcknowledged = async () => {
      const goal = acknowledged.size + EACH;
      await until(() => acknowledged.size >= goal, () => `${acknowledged.size} of ${goal} acknowledged, ${refused} refused, at last with ${latest}\n${program.said}${program.complained}`);
    };
    try {
      await moreAcknowledged();
      process.kill(pidOf('meilisearch'), 'SIGKILL');
      await moreAcknowledged();
      process.kill(pidOf('postgres'), 'SIGKILL');
      await until(() => refused > 0);
      await moreAcknowledged(); // the database is back without the program having been started again
      program.child.kill('SIGKILL');
      await program.ends();
      await start();
      await moreAcknowledged();
    } finally {
      writing.abort();
      await Promise.all(writers);
    }

    const found: string[] = [];
    for (let a: string | null = null; ; ) {
      const { thread }: { thread: { answers: Answers } } = await ask('query($t: ID!, $a: String) { thread(id: $t) { answers(first: 100, after: $a) { nodes { source } pageInfo { hasNextPage endCursor } } } }', { t, a });
      found.push(...thread.answers.nodes.map((node) => node.source.replace('Answer ', '')));
      if (!thread.answers.pageInfo.hasNextPage) break;
      a = thread.answers.pageInfo.endCursor;
    }
    console.log(`${acknowledged.size} acknowledged, ${found.length} found, ${refused} tries refused while something was dead`);
    expect(acknowledged.size).toBeGreaterThanOrEqual(4 * EACH);
    expect(refused).toBeGreaterThan(0);
    expect([...acknowledged].filter((key) => !found.includes(key))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    const { thread } = await ask<{ thread: { answerCount: number } }>('query($t: ID!) { thread(id: $t) { answerCount } }', { t });
    expect(thread.answerCount).toBe(found.length);
  }, 90_000);
});
