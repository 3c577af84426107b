import pg from 'pg';
import { loadSettings } from '#platform/config';
import { migrate } from '#platform/database';
import type { Command } from './command.type.js';
import { openDatabase } from './database.open.js';

/** `kundig reindex`: has the worker build the search index anew, beside the one in use, which answers until the new one is whole. */
export const reindexCommand: Command = {
  async run() {
    const database = await openDatabase(loadSettings());
    try {
      await migrate(database.ownerUrl, database.url);
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      // the worker compares what it indexed last with what it should have; nothing is never right
      await client.query(`delete from search_state where name = 'threads'`);
      await client.end();
      console.log('The worker builds the index anew, at once where it runs, else when it starts. /health tells how far behind it is.');
      return 0;
    } finally {
      await database.stop();
    }
  },
};
