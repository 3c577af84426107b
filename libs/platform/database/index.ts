/** PostgreSQL: the connection, transactions that nobody can forget to pass, migrations, keys and keyset pages. */
export { DatabaseModule, dataSourceOptions } from './database.module.js';
export { Database } from './database.js';
export { decodeId, encodeId, isKey, type Key } from './key.js';
export { type CursorPart, decodeCursor, encodeCursor, type Page, PAGE_LIMIT, type PageInput, pageOf, readPage } from './page.js';
export { migrate } from './migrate.js';
