/** PostgreSQL and Meilisearch out of npm, as children of this process: what `npm start` runs on. */
export { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded.servers.js';
/** The same servers, when another Kundig runs them on this folder already. */
export { joinEmbedded } from './embedded.join.js';
/** One PostgreSQL, for tests and tools: empty at first, restarted when it dies, stopped by `stop()`. */
export { startPostgres, type PostgresOptions, type PostgresServer, type PostgresUrls } from './postgres.server.js';
/** One Meilisearch, likewise. */
export { startMeili, type MeilisearchOptions, type MeilisearchServer } from './meilisearch.server.js';
/** Makes the data folder, or says why it cannot be written to. */
export { prepareDataFolder } from './data.folder.js';
/** Makes a folder this process's own while it lives. */
export { lockFolder } from './folder.lock.js';
/** A loopback port that nobody holds now. */
export { freePort } from './port.free.js';
/** Why Kundig cannot start, for the person at the terminal. */
export { StartError } from './start.error.js';
/** A JSON file in the data folder that only its owner may read. */
export { readPrivate, writePrivate } from './private.file.js';
