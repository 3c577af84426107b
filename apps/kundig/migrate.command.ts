import { loadSettings } from '#platform/config';
import { migrate } from '#platform/database';
import type { Command } from './command.type.js';
import { joinConnections } from './connections.join.js';

/** `kundig migrate`: brings the database to this version; `start` does the same. For deployments that migrate before they roll out. */
export const migrateCommand: Command = {
  async run() {
    const connections = await joinConnections(loadSettings());
    try {
      const ran = await migrate(connections.database.ownerUrl, connections.database.url);
      console.log(ran.length > 0 ? `ran ${ran.join(', ')}` : 'the database is at this version already');
      return 0;
    } finally {
      await connections.stop();
    }
  },
};
