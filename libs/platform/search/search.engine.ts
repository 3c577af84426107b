import { Inject, Injectable } from '@nestjs/common';
import { Meilisearch } from 'meilisearch';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { CircuitBreaker } from './circuit.breaker.js';
import { SearchReader, SearchRefused } from './search.reader.js';

const READ_TIMEOUT_MS = 300; // whoever waits longer has a better answer from PostgreSQL by then
const ASIDE_TIMEOUT_MS = 500; // of what makes an answer better, and need not be in it
const WRITE_TIMEOUT_MS = 10_000;

/** The connection to Meilisearch, where there is one. */
@Injectable()
export class SearchEngine {
  private readonly reader: SearchReader | undefined;
  private readonly aside: SearchReader | undefined;
  private readonly writer: Meilisearch | undefined;
  private readonly breaker = new CircuitBreaker(isServersFault);
  private readonly asideBreaker = new CircuitBreaker(() => true);
  private prefix: string | undefined;

  constructor(
    @Inject(RUNTIME) runtime: Pick<Runtime, 'meili'>,
    private readonly db: Database,
  ) {
    this.reader = runtime.meili && new SearchReader(runtime.meili, READ_TIMEOUT_MS);
    this.aside = runtime.meili && new SearchReader(runtime.meili, ASIDE_TIMEOUT_MS);
    this.writer = runtime.meili && new Meilisearch({ host: runtime.meili.url, apiKey: runtime.meili.key, timeout: WRITE_TIMEOUT_MS });
  }

  get isConfigured(): boolean {
    return this.writer !== undefined;
  }

  /** Several searches in one request, for somebody who waits: it fails soon, and at once while the server is known to be away. */
  search<T>(asked: object): Promise<T> {
    return this.breaker.run(() => this.known(this.reader).search<T>(asked));
  }

  /** The same where Meilisearch asks others in turn: their failure is not its own, and keeps nobody from searching. */
  searchAside<T>(asked: object): Promise<T> {
    return this.asideBreaker.run(() => this.known(this.aside).search<T>(asked));
  }

  /** The client for writing, with its own patience. */
  get writing(): Meilisearch {
    return this.known(this.writer);
  }

  /** The name of an index on the server. Several installations (and all tests) share a server, so each has a prefix, kept in its database. */
  async nameOf(index: string): Promise<string> {
    this.prefix ??= await this.installation();
    return `kundig_${this.prefix}_${index}`;
  }

  private async installation(): Promise<string> {
    await this.db.query(
      `insert into search_state (name, value) values ('installation', to_jsonb(left(replace(gen_random_uuid()::text, '-', ''), 12))) on conflict (name) do nothing`,
    );
    const row = await this.db.one<{ id: string }>(`select value #>> '{}' as id from search_state where name = 'installation'`);
    return row!.id;
  }

  private known<Client>(client: Client | undefined): Client {
    if (!client) throw new Error('There is no Meilisearch here: ask isConfigured first.');
    return client;
  }
}

/** A refusal is an answer; everything else means that the server is not well. */
function isServersFault(error: unknown): boolean {
  return !(error instanceof SearchRefused) || error.status >= 500;
}
