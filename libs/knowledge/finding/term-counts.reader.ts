import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { countsIn } from '../indexing/thread.document.js';
import type { Found } from './found.js';
import type { Term } from './question.js';
import type { Candidate, Corpus, PerField, Wording } from './ranking.js';

const CORPUS_MS = 60_000; // averages move slowly; those of few threads, which cost nothing to read, less so: a millisecond a thread
const SAMPLED_ABOVE = 50_000; // threads: beyond, a part of them tells the average as well

interface Row {
  id: string;
  accepted: boolean;
  official: boolean;
  begins: boolean;
  title_length: number;
  body_length: number;
  answer_length: number;
  counts: number[];
  asked: string[];
}

/** What ranking needs to know of the candidates and of all threads. */
@Injectable()
export class TermCounts {
  private known: { corpus: Corpus; at: number } | undefined;

  constructor(private readonly db: Database) {}

  /** The candidates with their counts, in one statement. `beginning`: of a title, perhaps, where somebody types. */
  async of({ liking }: Found, terms: readonly Term[], beginning: string | null): Promise<Candidate[]> {
    const stems = terms.flatMap((term) => term.stems);
    const rows = await this.db.query<Row>(
      `select d.key as id, t.id is null or t.accepted_post_id is not null as accepted, t.id is null or t.has_official as official,
         $3::text is not null and starts_with(lower(coalesce(t.title, (select e.title from knowledge_entry e where e.id = d.entry_id))), $3) as begins, d.title_length, d.body_length, d.answer_length, d.asked,
         array(select coalesce((d.counts ->> s.stem)::int, 0) from unnest($2::text[]) with ordinality as s (stem, place) order by place) as counts
       from ( -- joined to nothing, so that the stored value is unpacked once and not once a stem: 13 ms instead of 65 for 200 threads
         select key, thread_id, entry_id, title_length, body_length, answer_length, asked, counts || '{}' as counts from search_document where key = any($1) offset 0
       ) d left join thread t on t.id = d.thread_id`,
      [[...liking.keys()], stems, beginning],
    );
    const termsOf = termsByStem(terms);
    return rows.map((row) => ({
      id: row.id,
      accepted: row.accepted,
      official: row.official,
      begins: row.begins,
      length: { title: row.title_length, body: row.body_length, answers: row.answer_length },
      counts: perTerm(terms, row.counts),
      asked: row.asked.map((wording) => meeting(termsOf, wording.split(' '))),
      engineScore: liking.get(row.id) ?? 0,
    }));
  }

  async corpus(): Promise<Corpus> {
    if (!this.known || Date.now() - this.known.at > Math.min(this.known.corpus.threads, CORPUS_MS)) {
      this.known = { corpus: await this.readCorpus(), at: Date.now() };
    }
    return this.known.corpus;
  }

  private async readCorpus(): Promise<Corpus> {
    const about = await this.db.one<{ threads: number }>(`select greatest(reltuples, 0)::float8 as threads from pg_class where oid = 'search_document'::regclass`);
    const percent = about!.threads > SAMPLED_ABOVE ? (100 * SAMPLED_ABOVE) / about!.threads : 100;
    const row = await this.db.one<{ threads: number; title: number; body: number; answers: number }>(
      `select count(*)::float8 as threads, coalesce(avg(title_length), 1)::float8 as title, coalesce(avg(body_length), 1)::float8 as body,
         coalesce(avg(answer_length), 1)::float8 as answers
       from search_document ${percent < 100 ? `tablesample system (${percent})` : ''}`,
    );
    const { threads, ...averageLength } = row!;
    return { threads: Math.round((threads * 100) / percent), averageLength };
  }
}

/** By stem, which terms of the question have it among their variants: looked up for each of thousands of wordings. */
function termsByStem(terms: readonly Term[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [place, { stems }] of terms.entries()) for (const stem of stems) found.set(stem, [...(found.get(stem) ?? []), place]);
  return found;
}

/** Which terms of the question a wording has, and how long it is; its stems are all different. */
function meeting(termsOf: ReadonlyMap<string, readonly number[]>, wording: readonly string[]): Wording {
  const met = new Set<number>();
  for (const stem of wording) for (const term of termsOf.get(stem) ?? []) met.add(term);
  return { terms: [...met], length: wording.length };
}

/** The variants of one term count as one word. */
function perTerm(terms: readonly Term[], packed: readonly number[]): PerField[] {
  let place = 0;
  return terms.map((term) => {
    const sum = { title: 0, body: 0, answers: 0 };
    for (let i = 0; i < term.stems.length; i++) {
      const counts = countsIn(packed[place++] ?? 0);
      sum.title += counts.title;
      sum.body += counts.body;
      sum.answers += counts.answers;
    }
    return sum;
  });
}
