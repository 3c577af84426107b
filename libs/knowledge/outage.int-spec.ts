import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMeili } from '#platform/embedded';
import { Community, until } from './community.fixture.js';

type Server = NonNullable<Awaited<ReturnType<typeof startMeili>>>;

const RIGHT_AGAIN_MS = 15_000; // promised are 60 s

let folder: string;
let server: Server;
let community: Community;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kundig-outage-'));
  server = (await startMeili({ dataDir: folder }))!;
  community = await Community.open({ url: server.url, key: server.key });
});

afterAll(async () => {
  await community.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('while Meilisearch is away', () => {
  it.each(['with its data', 'without its data'])('answers at once, knows what is new, and is right soon after it is back %s', async (how) => {
    const before = await community.ask(`The otter floats on its back, ${how}`);
    const gone = await community.ask(`The otter sleeps, ${how}`);
    await community.indexed();
    expect((await community.search('otter')).degraded).toBe(false);

    await server.stop('hurried');
    if (how === 'without its data') rmSync(join(folder, 'meilisearch/data.ms'), { recursive: true });

    const started = Date.now();
    for (let i = 0; i < 5; i++) {
      const { degraded, nodes } = await community.search(`Why would an otter float on its back, ${how}?`);
      expect(degraded).toBe(true);
      expect(nodes[0]!.thread!.key).toBe(before);
    }
    expect(Date.now() - started).toBeLessThan(2_000);

    const meanwhile = await community.ask(`Otter news, ${how}`);
    await community.setState(gone, 'hidden');
    await until(async () => (await community.found(`otter news, ${how}`))[0] === meanwhile, 8_000);
    const later = await community.ask(`Otter gossip, ${how}`); // when it is known by then that Meilisearch is away
    await until(async () => (await community.found(`otter gossip, ${how}`))[0] === later, 8_000);

    server = (await startMeili({ dataDir: folder }))!;
    const isRight = async () => {
      const { degraded, nodes } = await community.search(`otter ${how}`);
      const found = nodes.map((hit) => hit.thread!.key);
      return !degraded && found.includes(before) && found.includes(meanwhile) && found.includes(later) && !found.includes(gone);
    };
    await until(isRight, RIGHT_AGAIN_MS);
    await community.indexed();
    expect(await isRight()).toBe(true);
  });
});
