import type { Settings } from '#platform/config';
import { joinEmbedded, prepareDataFolder } from '#platform/embedded';
import { openConnections, type OpenConnections } from './connections.open.js';

/**
 * The servers for a command typed at the terminal: those of the Kundig that runs on this data folder now,
 * else others' by address, else our own for as long as the command takes.
 */
export async function joinConnections(settings: Settings): Promise<OpenConnections> {
  if (!settings.databaseUrl) {
    prepareDataFolder(settings.dataDir);
    const running = joinEmbedded(settings.dataDir);
    if (running?.database) return { ...running, database: running.database };
  }
  return openConnections(settings, () => {});
}
