// Once for the whole run: one real PostgreSQL and one real Meilisearch. A migrated database is the template that each spec clones.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function setup() {
  const { startPostgres, startMeili } = await import('../../dist/libs/platform/embedded/index.js');
  const { migrate } = await import('../../dist/libs/platform/database/index.js');
  const { unpackedChromium } = await import('../../dist/e2e/support/chromium.js');
  const folder = mkdtempSync(join(tmpdir(), 'kundig-test-'));
  const [database, meili] = await Promise.all([
    startPostgres({ dataDir: join(folder, 'postgres'), durable: false }),
    startMeili({ dataDir: join(folder, 'meili') }),
    // Here, so that the workers need not each do it. Where it fails, only the specs with a browser shall: they try again and say why.
    process.env.KUNDIG_TEST_CHROME || unpackedChromium().catch(() => undefined),
  ]);
  await migrate(database.ownerUrl, database.url);
  process.env.KUNDIG_TEST_SERVERS = JSON.stringify({
    url: database.url,
    ownerUrl: database.ownerUrl,
    adminUrl: database.adminUrl,
    meili: meili && { url: meili.url, key: meili.key },
  });
  globalThis.stopTestServers = async () => {
    await Promise.all([database.stop(), meili?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
