import { copyFileSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, until } from './embedded.fixture.js';
import { verifiedProgram } from './meilisearch.binary.js';
import { startMeili, type MeilisearchServer } from './meilisearch.server.js';

describe('the embedded Meilisearch', () => {
  const folder = temporaryFolder();
  let server: MeilisearchServer | undefined;
  const lines: string[] = [];
  const start = async () => (server = (await startMeili({ dataDir: folder.path, log: (line) => lines.push(line) }))!);
  const ask = async (path: string, method = 'GET', body?: object, key = server!.key) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return fetch(server!.url + path, { method, headers, body: body && JSON.stringify(body) });
  };
  const indexes = async () => ((await (await ask('/indexes')).json()) as { results: { uid: string }[] }).results.map(({ uid }) => uid);
  afterEach(() => server?.stop());
  afterAll(() => folder.remove());

  it('starts from nothing, closed to those without the key', async () => {
    await start();
    expect((await ask('/version')).status).toBe(200);
    expect((await ask('/version', 'GET', undefined, 'wrong')).status).toBe(403);
    await ask('/indexes', 'POST', { uid: 'threads' });
    await until(async () => (await indexes()).includes('threads'));
  });

  it('keeps its index, key and port over a second start', async () => {
    const { key, url } = server!;
    await start();
    expect(server).toMatchObject({ key, url });
    expect(await indexes()).toEqual(['threads']);
  });

  it('is started again on the same port when it is killed', async () => {
    const { pid } = await start();
    process.kill(pid, 'SIGKILL');
    await until(() => lines.includes('Meilisearch runs again'));
    expect(await indexes()).toEqual(['threads']);
  });

  it('begins with an empty index when another version wrote the old one', async () => {
    writeFileSync(join(folder.path, 'meilisearch/data.ms/VERSION'), '1.3.0');
    await start();
    expect(await indexes()).toEqual([]);
    expect(lines.at(-1)).toContain('made anew');
  });

  it('is not run when its checksum is wrong, also not on the word of an earlier good one', async () => {
    const program = join(folder.path, 'program');
    copyFileSync('/bin/true', program);
    chmodSync(program, 0o755);
    const { createHash } = await import('node:crypto');
    const sum = createHash('sha256').update((await import('node:fs')).readFileSync(program)).digest('hex');
    expect(await verifiedProgram(program, folder.path, sum)).toBe(program);
    await expect(verifiedProgram(program, folder.path)).rejects.toMatchObject({ line: expect.stringContaining('its checksum differs') });
    writeFileSync(program, 'something else');
    await expect(verifiedProgram(program, folder.path, sum)).rejects.toMatchObject({ remedy: expect.stringContaining('npm ci') });
  });
});
