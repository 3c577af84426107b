import type { Settings } from '#platform/config';
import { joinEmbedded, prepareDataFolder, startEmbedded, StartError } from '#platform/embedded';
import { checkDatabase } from './database.check.js';

export interface OpenDatabase {
  url: string;
  ownerUrl: string;
  /** Ends the server if it was started for this command alone. */
  stop(): Promise<void>;
}

/** The database for a command typed at the terminal: that of the settings, that of a Kundig running on this folder, or one started for the command. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const { databaseUrl: url, databaseOwnerUrl: ownerUrl = url } = settings;
  if (url && ownerUrl) {
    await checkDatabase('DATABASE_URL', url);
    return { url, ownerUrl, stop: async () => {} };
  }
  prepareDataFolder(settings.dataDir);
  const embedded = joinEmbedded(settings.dataDir) ?? (await startEmbedded({ dataDir: settings.dataDir, postgres: true, meili: false, log: () => {} }));
  if (!embedded.database) throw new StartError('a Kundig runs on this data folder, but on another database', 'set DATABASE_URL to that one, as it does');
  return { ...embedded.database, stop: () => embedded.stop() };
}
