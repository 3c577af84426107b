import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#platform/database';
import { Vocabulary } from './vocabulary.js';

const SAMPLED_ABOVE = 20_000; // threads: what none of so many says is rare enough to be looked for as it is
const MOST_STEMS = 50_000; // the commonest: ten megabytes
const SHARE = 200; // reading takes one two-hundredth of the time: of few threads, which are soon read, the words are always fresh
const OLD_MS = 600_000;
const WAITED_FOR_MS = 50; // what takes longer is read while the words of before serve

/** The vocabulary of the community, read now and then. */
@Injectable()
export class VocabularyReader {
  private readonly log = new Logger('search');
  private known: { vocabulary: Vocabulary; took: number; at: number } | undefined;
  private reading: Promise<Vocabulary> | undefined;

  constructor(private readonly db: Database) {}

  async current(): Promise<Vocabulary> {
    const { known } = this;
    if (known && Date.now() - known.at < Math.min(known.took * SHARE, OLD_MS)) return known.vocabulary;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return known && known.took > WAITED_FOR_MS ? known.vocabulary : this.reading;
  }

  /** Without it a question is searched for in its own words, which is no reason to fail. */
  private async read(): Promise<Vocabulary> {
    const started = Date.now();
    try {
      const about = await this.db.one<{ threads: number }>(`select greatest(reltuples, 0)::float8 as threads from pg_class where oid = 'search_document'::regclass`);
      const percent = about!.threads > SAMPLED_ABOVE ? (100 * SAMPLED_ABOVE) / about!.threads : 100;
      const rows = await this.db.query<{ stem: string; threads: number }>(
        `select word as stem, ndoc as threads from ts_stat($1) order by ndoc desc, word limit ${MOST_STEMS}`,
        [`select terms from search_document ${percent < 100 ? `tablesample system (${percent})` : ''}`],
      );
      const vocabulary = new Vocabulary(new Map(rows.map(({ stem, threads }) => [stem, Math.round((threads * 100) / percent)])));
      this.known = { vocabulary, took: Date.now() - started, at: Date.now() };
      return vocabulary;
    } catch (error) {
      this.log.warn(`The community's vocabulary could not be read: ${(error as Error).message}`);
      return this.known?.vocabulary ?? new Vocabulary(new Map());
    }
  }
}
