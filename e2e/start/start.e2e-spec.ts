import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { build, freePort, Program, removeFolder, temporaryFolder, until } from './program.fixture.js';

/** Every process that works below this folder, whatever its name. */
function workersBelow(folder: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return pid !== process.pid && readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`);
    } catch {
      return false;
    }
  });
}

async function health(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  await response.arrayBuffer();
  return response.status;
}

describe('kundig start', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  let port: number;
  let program: Program | undefined;
  const start = async () => {
    program = new Program(['start'], folder, { KUNDIG_DATA: data, PORT: String(port) });
    await program.saysReady();
    return program;
  };
  beforeAll(async () => {
    build();
    port = await freePort();
  });
  afterEach(async () => {
    await program?.stop();
  });
  afterAll(() => removeFolder(folder));

  it('runs everything from nothing, tells where, and SIGTERM ends it with code 0 and nothing left', async () => {
    const { said } = await start();
    expect(said).toMatch(new RegExp(`Kundig is ready at http://localhost:${port} \\(started in \\d+\\.\\d s`));
    expect(said).toContain(`data in ${data}`);
    expect(await health(port)).toBe(200);
    expect(workersBelow(data).length).toBeGreaterThan(2);
    expect(await program!.stop('SIGTERM')).toBe(0);
    expect(workersBelow(data)).toEqual([]);
  });

  it('runs again, and Ctrl-C that arrives twice at once (terminal and npm) is one orderly end', async () => {
    await start();
    program!.child.kill('SIGINT');
    await until(() => program!.said.includes('stopping')); // the system would make one of two that are pending
    program!.child.kill('SIGINT');
    expect(await program!.ends()).toBe(0);
    expect(workersBelow(data)).toEqual([]);
    const log = readFileSync(join(data, 'logs/postgres.log'), 'utf8').trimEnd();
    expect(log).toMatch(/database system is shut down$/);
    expect(log).not.toContain('immediate shutdown');
  });

  it('lets a request finish when asked to stop, but not when asked again', async () => {
    await start();
    const slow = connect(port, '127.0.0.1');
    slow.on('error', () => {}); // it is cut off, which is the point
    slow.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{');
    await new Promise((later) => setTimeout(later, 200));
    program!.child.kill('SIGINT');
    await new Promise((later) => setTimeout(later, 1_500));
    expect(program!.child.exitCode).toBeNull();
    const asked = Date.now();
    expect(await program!.stop('SIGINT')).toBe(0);
    expect(Date.now() - asked).toBeLessThan(4_000);
    expect(workersBelow(data)).toEqual([]);
    slow.destroy();
  });

  it('starts after kill -9 as if nothing had been, and leaves no orphan', async () => {
    const killed = await start();
    expect(await killed.stop('SIGKILL')).toBe('SIGKILL');
    const orphans = workersBelow(data);
    expect(orphans.length).toBeGreaterThan(2);

    await start();
    expect(await health(port)).toBe(200);
    expect(workersBelow(data).filter((pid) => orphans.includes(pid))).toEqual([]);
    expect(await program!.stop()).toBe(0);
    expect(workersBelow(data)).toEqual([]);
  });

  it('stays up while PostgreSQL and Meilisearch are killed under it', async () => {
    await start();
    const before = workersBelow(data);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await until(() => program!.said.includes('PostgreSQL runs again') && program!.said.includes('Meilisearch runs again'));
    expect(workersBelow(data).filter((pid) => before.includes(pid))).toEqual([]);
    await until(async () => (await health(port)) === 200);
  });

  it('refuses the same folder to a second one', async () => {
    await start();
    const second = new Program(['start'], folder, { KUNDIG_DATA: data, PORT: String(await freePort()) });
    expect(await second.ends()).toBe(1);
    expect(second.complained).toBe(`kundig: The folder ${data} is in use by another Kundig (process ${program!.child.pid}).\n  Stop that one first, or give this one a folder of its own: KUNDIG_DATA=./another-folder\n`);
    expect(await health(port)).toBe(200);
  });

  it('refuses a busy port before it starts any server', async () => {
    await start();
    const untouched = join(folder, 'untouched');
    const second = new Program(['start'], folder, { KUNDIG_DATA: untouched, PORT: String(port) });
    expect(await second.ends()).toBe(1);
    expect(second.complained).toBe(`kundig: Port ${port} on 127.0.0.1 is in use by another program.\n  End that one (perhaps another Kundig), or choose another port: for example PORT=${port + 1} npm start\n`);
    expect(readdirSync(untouched)).toEqual([]);
  });
});

describe('kundig start refuses, in one line and what to do,', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const refusal = async (env: Record<string, string>) => {
    const program = new Program(['start'], folder, { KUNDIG_DATA: data, PORT: String(await freePort()), ...env });
    expect(await program.ends()).toBe(1);
    return program.complained;
  };
  beforeAll(build);
  afterAll(() => removeFolder(folder));

  it('a data folder that cannot be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal({ KUNDIG_DATA: join(folder, 'file/below') })).toMatch(/^kundig: The data folder .*file\/below cannot be written to \(a part of that path is a file\)\.\n {2}Make it writable .*KUNDIG_DATA=.*\n$/);
    expect(await refusal({ KUNDIG_DATA: '/proc/kundig' })).toMatch(/cannot be written to \(it cannot be made there\)/);
  });

  it('a DATABASE_URL where nothing answers, without saying its password', async () => {
    const port = await freePort();
    const complaint = await refusal({ DATABASE_URL: `postgres://ada:hunter2@127.0.0.1:${port}/kundig` });
    expect(complaint).toBe(`kundig: The database of DATABASE_URL at 127.0.0.1:${port} does not answer: nothing listens there.\n  Correct DATABASE_URL, or remove it and Kundig starts a PostgreSQL of its own.\n`);
    expect(await refusal({ DATABASE_URL: 'postgres://ada:hunter2@no-such-host.invalid/kundig' })).toContain('at no-such-host.invalid:5432 does not answer: no host has that name');
  });

  it('all settings that are wrong, together', async () => {
    writeFileSync(join(folder, '.env'), 'KUNDIG_ROLE=api\n');
    const complaint = await refusal({ PORT: 'eighty', KUNDIG_LANGUAGE: 'fr', MEILI_KEY: 'k' });
    removeFolder(join(folder, '.env'));
    expect(complaint).toMatch(/^kundig: 4 settings are wrong\n/);
    expect(complaint.match(/^ {2}\w+:/gm)).toEqual(['  PORT:', '  KUNDIG_LANGUAGE:', '  MEILI_KEY:', '  KUNDIG_ROLE:']);
    expect(complaint).toContain('did you mean KUNDIG_ROLES?');
  });

  it('a command that there is not, with the ones that there are', async () => {
    const program = new Program(['strat'], folder);
    expect(await program.ends()).toBe(2);
    expect(program.complained).toMatch(/there is no command "strat"[\s\S]*\n {2}start /);
  });
});
