import { resolve } from 'node:path';
import { lockFolder } from './folder.lock.js';
import { startMeili } from './meilisearch.server.js';
import { startPostgres, type PostgresUrls } from './postgres.server.js';

export interface EmbeddedOptions {
  /** The folder of this instance: KUNDIG_DATA. */
  dataDir: string;
  postgres: boolean;
  meili: boolean;
  /** The operator's own Meilisearch program. */
  meiliBinary?: string;
  log(line: string): void;
}

export interface Embedded {
  database?: PostgresUrls;
  meili?: { url: string; key: string };
  /** Ends both. Asked again with `hurried`, it waits for nothing any more. */
  stop(how?: 'orderly' | 'hurried'): Promise<void>;
  /** A server died so often that it was given up. Without PostgreSQL nothing works; without Meilisearch search degrades. */
  onLost(listener: (which: 'postgres' | 'meili', reason: string) => void): void;
}

/** Starts, side by side, the servers that were not given by address. */
export async function startEmbedded({ dataDir, postgres, meili, meiliBinary, log }: EmbeddedOptions): Promise<Embedded> {
  if (!postgres && !meili) return { stop: async () => {}, onLost: () => {} };
  const folder = resolve(dataDir);
  // First of all: who is second must not take what the first one runs for leftovers.
  const lock = await lockFolder(folder);
  const [database, search] = await Promise.allSettled([
    postgres ? startPostgres({ dataDir: folder, log }) : undefined,
    meili ? startMeili({ dataDir: folder, binary: meiliBinary, log }) : undefined,
  ]);
  const servers = [database, search].flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : []));
  const stop = async (how: 'orderly' | 'hurried' = 'orderly') => {
    await Promise.all(servers.map((server) => server.stop(how)));
    lock.release();
  };
  if (database.status === 'rejected' || search.status === 'rejected') {
    await stop();
    throw database.status === 'rejected' ? database.reason : (search as PromiseRejectedResult).reason;
  }
  return {
    database: database.value && addressesOf(database.value),
    meili: search.value && { url: search.value.url, key: search.value.key },
    stop,
    onLost: (listener) => {
      database.value?.onLost((reason) => listener('postgres', reason));
      search.value?.onLost((reason) => listener('meili', reason));
    },
  };
}

function addressesOf({ url, ownerUrl, adminUrl }: PostgresUrls): PostgresUrls {
  return { url, ownerUrl, adminUrl };
}
