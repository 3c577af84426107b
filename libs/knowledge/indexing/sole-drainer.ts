import pg from 'pg';

const DRAINER_LOCK = 7_206_002; // any fixed number; beside it stands the migration's

/**
 * The right to drain: at most one process has it, and a peer gets it within moments when that one dies, because it is a session's lock and
 * goes with the connection. A connection of its own, hence, that no pool hands on or closes.
 */
export class SoleDrainer {
  private client: pg.Client | undefined;

  constructor(private readonly databaseUrl: string) {}

  get isHeld(): boolean {
    return this.client !== undefined;
  }

  /** Whether we have it now. Asking again is cheap. */
  async take(): Promise<boolean> {
    if (this.client) return true;
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'kundig search drainer', keepAlive: true, connectionTimeoutMillis: 5_000 });
    const lost = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lost); // more than one may come from one lost connection
    client.once('end', lost);
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [DRAINER_LOCK]);
    if (rows[0]?.taken) this.client = client;
    else await client.end();
    return this.isHeld;
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }
}
