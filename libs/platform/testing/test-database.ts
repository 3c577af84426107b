import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readSettings, type Settings } from '#platform/config';
import type { Runtime } from '#platform/runtime';

interface TestServers {
  url: string;
  ownerUrl: string;
  adminUrl: string;
  meili?: { url: string; key: string };
}

/** The servers that the run's set-up started. */
export function testServers(): TestServers {
  const told = process.env.KUNDIG_TEST_SERVERS;
  if (!told) throw new Error('No test servers: run the specs through jest.config.mjs, whose set-up starts them.');
  return JSON.parse(told) as TestServers;
}

export interface TestDatabase {
  url: string;
  ownerUrl: string;
  adminUrl: string;
  drop(): Promise<void>;
}

/** A fresh migrated database; `drop` it afterwards. */
export async function testDatabase(): Promise<TestDatabase> {
  const servers = testServers();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = new URL(servers.ownerUrl).pathname.slice(1);
  const owner = decodeURIComponent(new URL(servers.ownerUrl).username);
  await asAdmin(servers.adminUrl, `create database ${name} template ${template} owner ${owner}`);
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  return {
    url: on(servers.url),
    ownerUrl: on(servers.ownerUrl),
    adminUrl: on(servers.adminUrl),
    drop: async () => {
      await asAdmin(servers.adminUrl, `drop database if exists ${name} with (force)`);
      await rm(dataDirOf(on(servers.url)), { recursive: true, force: true });
    },
  };
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  // not the template itself: cloning it needs it to be without connections
  const client = new pg.Client({ connectionString: Object.assign(new URL(adminUrl), { pathname: '/postgres' }).toString() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A folder of its own for the files that a test sends; made when the first one comes. */
function dataDirOf(databaseUrl: string): string {
  return join(tmpdir(), `kundig-files-${new URL(databaseUrl).pathname.slice(1)}`);
}

/** What a program under test runs with. */
export function testRuntime(database: TestDatabase, overrides: Partial<Settings> = {}): Runtime {
  return {
    settings: { ...readSettings({ LOG_LEVEL: 'error', KUNDIG_LIMITS: 'wide', KUNDIG_SCREENING: 'off' }), dataDir: dataDirOf(database.url), ...overrides },
    databaseUrl: database.url,
    databaseOwnerUrl: database.ownerUrl,
    meili: testServers().meili,
  };
}
