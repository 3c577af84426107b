import type { Settings } from '#platform/config';
import { startEmbedded, type Embedded } from '#platform/embedded';
import { checkDatabase } from './database.check.js';

/** How this process reaches its servers, its own or others'. */
export interface Connections {
  /** `url` is the application's role, `ownerUrl` the one that migrates. */
  database: { url: string; ownerUrl: string };
  /** Absent: search runs on PostgreSQL alone. */
  meili?: { url: string; key?: string };
}

export interface OpenConnections extends Connections {
  /** Ends the servers that this process started; those of others are left alone. */
  stop: Embedded['stop'];
  onLost: Embedded['onLost'];
}

/** Starts the servers that no address was given for, and makes sure that the database answers. */
export async function openConnections(settings: Settings, log: (line: string) => void): Promise<OpenConnections> {
  const { databaseUrl, databaseOwnerUrl = databaseUrl, meiliUrl, meiliKey } = settings;
  if (databaseUrl) await checkDatabase('DATABASE_URL', databaseUrl);
  if (databaseOwnerUrl && databaseOwnerUrl !== databaseUrl) await checkDatabase('DATABASE_OWNER_URL', databaseOwnerUrl);

  const embedded = await startEmbedded({
    dataDir: settings.dataDir,
    postgres: !databaseUrl,
    meili: !meiliUrl && embedsMeilisearch(settings),
    meiliBinary: settings.meiliBinary,
    log,
  });
  const database = databaseUrl && databaseOwnerUrl ? { url: databaseUrl, ownerUrl: databaseOwnerUrl } : embedded.database;
  if (!database) throw new Error('startEmbedded was asked for a database and gave none');
  return {
    database: { url: database.url, ownerUrl: database.ownerUrl },
    meili: meiliUrl ? { url: meiliUrl, key: meiliKey } : embedded.meili,
    stop: embedded.stop,
    onLost: embedded.onLost,
  };
}

/** Several processes on one database would each start an index that the others do not see, so only a process that does everything may. */
function embedsMeilisearch({ databaseUrl, roles }: Settings): boolean {
  return !databaseUrl || roles.length === 3;
}
