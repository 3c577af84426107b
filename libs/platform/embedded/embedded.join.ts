import { join, resolve } from 'node:path';
import type { Embedded } from './embedded.servers.js';
import { isLocked } from './folder.lock.js';
import { meilisearchAddress, type MeilisearchSecrets } from './meilisearch.server.js';
import type { PostgresSecrets } from './postgres.cluster.js';
import { postgresUrls } from './postgres.server.js';
import { readPrivate } from './private.file.js';

/**
 * The servers of a Kundig that runs on this folder now, for a command typed beside it (an import, a new admin).
 * Undefined when none runs. `stop` leaves them alone: they belong to the other one.
 */
export function joinEmbedded(dataDir: string): Embedded | undefined {
  const folder = resolve(dataDir);
  if (!isLocked(folder)) return undefined;
  const postgres = readPrivate<PostgresSecrets>(join(folder, 'postgres.secret.json'));
  const meili = readPrivate<MeilisearchSecrets>(join(folder, 'meilisearch.secret.json'));
  return {
    database: postgres?.port ? postgresUrls(postgres, postgres.port) : undefined,
    meili: meili?.port ? meilisearchAddress(meili, meili.port) : undefined,
    stop: async () => {},
    onLost: () => {},
  };
}
