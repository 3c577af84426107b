import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { PrivateDataCheck } from '#forum';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import type { Question } from '../finding/question.js';

const FLUSH_MS = 3_000; // searching writes nothing: what was looked for is written in batches
const AT_ONCE = 200; // different questions of three seconds; beyond, somebody lets a program search
const A_DAY = 5_000; // different questions; more, nobody reads
const WORDS_MOST = 200; // characters that are shown
const STEMS_MOST = 12; // who tells a long story asks what nobody asks again

interface Gap {
  words: string;
  language: string | null;
  nearest: string | null;
  searches: number;
}

/** What was searched for and is not answered well: counted, so that somebody may write the answer. */
@Injectable()
export class GapCollector implements BeforeApplicationShutdown {
  private readonly log = new Logger('Gaps');
  private gaps = new Map<string, Gap>();
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly privateData: PrivateDataCheck,
  ) {}

  /** `nearest`: the key of the thread that was found first all the same. */
  noted({ terms, text, language }: Question, nearest: string | null): void {
    const stems = [...new Set(terms.map((term) => term.stems[0]!))].slice(0, STEMS_MOST).toSorted().join(' ');
    const known = this.gaps.get(stems);
    if (!known && this.gaps.size >= AT_ONCE) return;
    this.gaps.set(stems, { words: text, language, nearest, searches: (known?.searches ?? 0) + 1 });
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what was collected so far. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flushing = this.flushing.then(() => this.write());
    return this.flushing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private async write(): Promise<void> {
    const gaps = [...this.gaps];
    this.gaps = new Map();
    if (gaps.length === 0) return;
    try {
      // only now: whoever searches does not wait for it
      const masked = await this.privateData.masked(gaps.map(([stems, { words }]) => ({ field: stems, text: words })));
      const words = gaps.map(([stems]) => [...(cleanLine(masked.get(stems) ?? '') ?? '')].slice(0, WORDS_MOST).join(''));
      await this.db.query(
        `insert into search_gap (stems, words, language, searches, nearest_thread_id)
         select g.stems, g.words, g.language, g.searches, t.id from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[]) g (stems, words, language, searches, nearest)
         left join thread t on t.id = g.nearest
         where g.words <> '' and ((select count(*) from search_gap where day = current_date) < ${A_DAY} or exists (select from search_gap known where known.stems = g.stems and known.day = current_date))
         order by g.stems
         on conflict (stems, day) do update set searches = search_gap.searches + excluded.searches, words = excluded.words, language = excluded.language,
           nearest_thread_id = excluded.nearest_thread_id, closed = false, last_at = now()`,
        [gaps.map(([stems]) => stems), words, gaps.map(([, { language }]) => language), gaps.map(([, { searches }]) => searches), gaps.map(([, { nearest }]) => nearest)],
      );
    } catch (error) {
      this.log.warn(`What was searched for in the last seconds is not counted: ${(error as Error).message}`);
    }
  }
}
