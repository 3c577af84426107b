import { loadSettings } from '#platform/config';
import { migrate } from '#platform/database';
import type { Command } from './command.type.js';
import { openDatabase } from './database.open.js';

/** `kundig migrate`: brings the database to this version; `start` does the same. For deployments that migrate before they roll out. */
export const migrateCommand: Command = {
  async run() {
    const database = await openDatabase(loadSettings());
    try {
      const ran = await migrate(database.ownerUrl, database.url);
      console.log(ran.length > 0 ? `ran ${ran.join(', ')}` : 'the database is at this version already');
      return 0;
    } finally {
      await database.stop();
    }
  },
};
