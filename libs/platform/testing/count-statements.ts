import type { DataSource } from 'typeorm';

/** Runs the work and answers the SQL statements it sent, whoever sent them: what shows an N+1. */
export async function countStatements(source: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const driver = source.driver as unknown as { master: Pool };
  const statements: string[] = [];
  const restore = watch(driver.master, statements);
  try {
    await work();
  } finally {
    restore();
  }
  return statements;
}

interface Client {
  query: (...args: unknown[]) => unknown;
}
interface Pool {
  connect: (...args: unknown[]) => unknown;
}

/** Every client that leaves the pool meanwhile tells what it is asked. */
function watch(pool: Pool, statements: string[]): () => void {
  const connect = pool.connect;
  const watched = new Map<Client, Client['query']>();
  const follow = (client: Client) => {
    if (watched.has(client)) return;
    const query = client.query;
    watched.set(client, query);
    client.query = (...args: unknown[]) => {
      const [first] = args;
      statements.push(typeof first === 'string' ? first : (first as { text: string }).text);
      return query.apply(client, args);
    };
  };
  pool.connect = (...args: unknown[]) => {
    const [callback] = args;
    if (typeof callback === 'function') {
      return connect.call(pool, (error: unknown, client: Client, done: unknown) => {
        if (client) follow(client);
        (callback as (...all: unknown[]) => void)(error, client, done);
      });
    }
    return (connect.call(pool) as Promise<Client>).then((client) => (follow(client), client));
  };
  return () => {
    pool.connect = connect;
    for (const [client, query] of watched) client.query = query;
  };
}
