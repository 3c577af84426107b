import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedProcess, query, temporaryFolder, until } from './embedded.fixture.js';
import { joinEmbedded } from './embedded.join.js';
import { startEmbedded, type Embedded } from './embedded.servers.js';
import { processesIn } from './process.identity.js';

describe('the embedded servers', () => {
  const folder = temporaryFolder();
  chmodSync(folder.path, 0o711);
  const serversIn = () => [...processesIn(folder.path, 'postgres'), ...processesIn(folder.path, 'meilisearch'), ...processesIn(folder.path, 'initdb')];
  let running: ChildProcess | undefined;
  const startApart = () => {
    const apart = embeddedProcess(folder.path);
    running = apart.child;
    return apart;
  };
  afterEach(async () => {
    if (running?.kill('SIGTERM')) await once(running, 'exit'); // only where a spec failed before it killed it
  });
  afterAll(() => folder.remove());

  it('are begun anew when the first start was killed half-way through initdb', async () => {
    const { child } = startApart();
    const place = join(folder.path, 'postgres');
    await until(() => existsSync(place) && readdirSync(place).some((name) => name.startsWith('new-')));
    await until(() => serversIn().length > 0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(place, 'data'))).toBe(false);

    const embedded = await startEmbedded({ dataDir: folder.path, postgres: true, meili: true, log: () => {} });
    await query(embedded.database!.ownerUrl, "create table kept as select 'word' as word");
    expect(readdirSync(place).filter((name) => name.startsWith('new-'))).toEqual([]);
    await embedded.stop();
    expect(serversIn()).toEqual([]);
  });

  it('are refused to a second process, which can join them, and are stopped by the next start when theirs was killed', async () => {
    const { child, said } = startApart();
    await until(() => said.some((line) => line.startsWith('ready ')));
    const first = JSON.parse(said.at(-1)!.slice(6)) as Embedded;
    const before = serversIn();

    await expect(startEmbedded({ dataDir: folder.path, postgres: true, meili: true, log: () => {} })).rejects.toMatchObject({
      line: `The folder ${folder.path} is in use by another Kundig (process ${child.pid}).`,
    });
    expect(joinEmbedded(folder.path)).toMatchObject({ database: first.database, meili: first.meili });
    expect(await query(first.database!.ownerUrl, 'select word from kept')).toEqual([{ word: 'word' }]);

    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(joinEmbedded(folder.path)).toBeUndefined();
    expect(serversIn().length).toBeGreaterThan(1);
    const lines: string[] = [];
    const embedded = await startEmbedded({ dataDir: folder.path, postgres: true, meili: true, log: (line) => lines.push(line) });
    try {
      expect(lines.filter((line) => line.includes('an earlier Kundig left behind'))).toHaveLength(2);
      expect(serversIn().filter((pid) => before.includes(pid))).toEqual([]);
      expect(await query(embedded.database!.ownerUrl, 'select word from kept')).toEqual([{ word: 'word' }]);
    } finally {
      await embedded.stop();
    }
    expect(serversIn()).toEqual([]);
  });
});
