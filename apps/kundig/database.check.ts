import { StartError } from '#platform/embedded';
import { Client, type DatabaseError } from 'pg';

/** A database that does not answer by then is not going to serve pages either. Milliseconds. */
const PATIENCE = 5_000;

/** Connects once, so that a wrong address is one clear line and not a pool that fails later. Never says the password. */
export async function checkDatabase(setting: string, url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => {}); // told by connect() already
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`The database of ${setting} at ${placeOf(client)} does not answer: ${reasonOf(error as Error, client)}.`, `Correct ${setting}, or remove it and Kundig starts a PostgreSQL of its own.`);
  } finally {
    await client.end().catch(() => {});
  }
}

function placeOf({ host, port }: Client): string {
  return host.startsWith('/') ? host : `${host}:${port}`;
}

function reasonOf(error: Error, { user, database }: Client): string {
  switch ((error as DatabaseError).code) {
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no host has that name';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'no way leads there';
    case '28P01':
    case '28000':
      return `it refuses the user "${user}" with this password`;
    case '3D000':
      return `it has no database "${database}"`;
    default:
      return /timeout/i.test(error.message) ? `no answer within ${PATIENCE / 1000} seconds` : error.message || String((error as DatabaseError).code);
  }
}
