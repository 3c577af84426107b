import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { query, temporaryFolder, until } from './embedded.fixture.js';
import { packagedPostgres, runnablePostgres } from './postgres.binaries.js';
import { startPostgres, type PostgresServer } from './postgres.server.js';
import { postgresPerson } from './server.person.js';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
if (!isRoot) console.warn('skipped, because not run as root: what concerns root and a folder of mode 0700');

describe('the embedded PostgreSQL', () => {
  const folder = temporaryFolder();
  const other = temporaryFolder();
  let server: PostgresServer | undefined;
  const start = async (more = {}) => (server = await startPostgres({ dataDir: folder.path, durable: false, ...more }));
  afterEach(() => server?.stop());
  afterAll(() => {
    folder.remove();
    other.remove();
  });

  it('starts from nothing, as PostgreSQL 18 with ICU and UTF-8, on the loopback address alone', async () => {
    const { adminUrl, url } = await start();
    const [row] = await query(adminUrl, `select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens,
      current_setting('unix_socket_directories') as sockets, datlocprovider as provider, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'kundig'`);
    expect(row).toEqual({ major: 18, listens: '127.0.0.1', sockets: '', provider: 'i', encoding: 'UTF8' });
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
  });

  asRoot('keeps a throw-away database inside its temporary folder, though mkdtemp made that for its owner alone', async () => {
    expect((await start()).folder).toBe(join(folder.path, 'postgres'));
  });

  it('lets the owner make tables and the application only in', async () => {
    const { url, ownerUrl } = await start();
    await query(ownerUrl, 'create extension if not exists pg_trgm');
    await query(ownerUrl, 'create table kept (word text)');
    await query(ownerUrl, "insert into kept values ('Glasfaseranschluß')");
    await expect(query(url, 'create table mine ()')).rejects.toThrow('permission denied for schema public');
    await expect(query(url, 'create temp table mine ()')).rejects.toThrow('permission denied');
    await expect(query(url, 'select * from kept')).rejects.toThrow('permission denied for table kept');
  });

  it('keeps data, passwords and port over a second start', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'Glasfaseranschluß' }]);
    expect(statSync(join(folder.path, 'postgres.secret.json')).mode & 0o777).toBe(0o600);
  });

  it('is started again on the same port when it is killed, with its data', async () => {
    const lines: string[] = [];
    const { ownerUrl, pid } = await start({ log: (line: string) => lines.push(line) });
    process.kill(pid, 'SIGKILL');
    await until(() => lines.includes('PostgreSQL runs again'));
    expect(server?.pid).not.toBe(pid);
    expect(await query(ownerUrl, 'select word from kept')).toHaveLength(1);
  });

  it('does not mind that its old number belongs to another process now, and leaves that one alone', async () => {
    await (await start()).stop();
    const stranger = spawn('sleep', ['60'], postgresPerson());
    try {
      const data = join(server!.folder, 'data');
      writeFileSync(join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n1\n1\n\n\n\nready\n`);
      await start();
      expect(stranger.exitCode).toBeNull();
      expect(stranger.signalCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('takes another port when its own is taken', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const squatter = spawn(process.execPath, ['-e', `require('net').createServer().listen(${port},'127.0.0.1',()=>console.log('on'))`], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => squatter.stdout.once('data', resolve));
    try {
      expect(new URL((await start()).url).port).not.toBe(String(port));
    } finally {
      squatter.kill();
    }
  });

  it('refuses data without its passwords instead of making new ones', async () => {
    await (await start()).stop();
    const file = join(folder.path, 'postgres.secret.json');
    const content = readFileSync(file);
    rmSync(file);
    await expect(start()).rejects.toMatchObject({ line: expect.stringContaining('passwords'), remedy: expect.stringContaining('backup') });
    writeFileSync(file, content, { mode: 0o600 });
  });

  asRoot('lies elsewhere when its user cannot enter the folder of root, says where, and is found again', async () => {
    const closed = join(other.path, 'home/kundig');
    const elsewhere = join(other.path, 'elsewhere');
    chmodSync(other.path, 0o755);
    mkdirSync(closed, { recursive: true });
    chmodSync(join(other.path, 'home'), 0o700);
    const lines: string[] = [];
    const options = { dataDir: closed, elsewhere, durable: true, log: (line: string) => lines.push(line) };
    const first = await start(options);
    expect(first.folder).toMatch(new RegExp(`^${elsewhere}/[0-9a-f]{16}$`));
    expect(lines[0]).toContain(first.folder);
    await query(first.ownerUrl, 'create table here ()');
    await first.stop();
    expect((await start(options)).folder).toBe(first.folder);
    expect(await query(server!.ownerUrl, 'select * from here')).toEqual([]);
    await server!.stop();
    rmSync(first.folder, { recursive: true });
    await expect(start(options)).rejects.toMatchObject({ line: `The database of ${closed} should lie in ${first.folder}, which is not there.` });
  });

  asRoot('says clearly when nothing can be reached', async () => {
    const closed = join(other.path, 'home/second');
    await expect(start({ dataDir: closed, durable: true, elsewhere: join(other.path, 'home/elsewhere') })).rejects.toMatchObject({ remedy: expect.stringContaining('KUNDIG_DATA') });
  });

  asRoot('runs from a copy when its user cannot enter node_modules, links included that no install script made', async () => {
    const packaged = packagedPostgres()!;
    const native = join(other.path, 'closed/native');
    mkdirSync(join(other.path, 'closed'), { mode: 0o700 });
    cpSync(packaged.native, native, { recursive: true, filter: (path) => !/\.so$|\.so\.60$|libpq\.so\.5$/.test(path) });
    const copies = join(other.path, 'copies');
    chmodSync(other.path, 0o755);
    const place = await runnablePostgres({ native, version: '18' }, postgresPerson(), copies);
    expect(place).toBe(join(copies, 'postgres-18'));
    expect(readdirSync(copies)).toEqual(['postgres-18']);

    rmSync(join(place, 'share'), { recursive: true });
    await runnablePostgres({ native, version: '18' }, postgresPerson(), copies);
    expect(existsSync(join(place, 'share/postgresql/postgres.bki'))).toBe(true);
  });
});
