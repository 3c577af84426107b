import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { countsIn } from '../indexing/thread.document.js';
import type { Found } from './found.js';
import type { Term } from './question.js';
import type { Alike } from './vocabulary.js';
import type { Candidate, Corpus, PerField, Wording } from './ranking.js';

const CORPUS_MS = 60_000; // averages move slowly; those of few threads, which cost nothing to read, less so: a millisecond a thread
const SAMPLED_ABOVE = 50_000; // threads: beyond, a part of them tells the average as well

interface Row {
  id: string;
  accepted: boolean;
  official: boolean;
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

  /** The candidates with their counts, in one statement. */
  async of({ liking }: Found, terms: readonly Term[], begins: ReadonlySet<string>): Promise<Candidate[]> {
    const sayings = terms.map(sayingsOf);
    const stems = sayings.flatMap((saying) => saying.map(({ stem }) => stem));
    const rows = await this.db.query<Row>(
      `select d.key as id, t.id is null or t.accepted_post_id is not null as accepted, t.id is null or t.has_official as official, d.title_length, d.body_length, d.answer_length, d.asked,
         array(select coalesce((d.counts ->> s.stem)::int, 0) from unnest($2::text[]) with ordinality as s (stem, place) order by place) as counts
       from ( -- joined to nothing, so that the stored value is unpacked once and not once a stem: 13 ms instead of 65 for 200 threads
         select key, thread_id, title_length, body_length, answer_length, asked, counts || '{}' as counts from search_document where key = any($1) offset 0
       ) d left join thread t on t.id = d.thread_id`,
      [[...new Set([...liking.keys(), ...begins])], stems],
    );
    const termsOf = termsByStem(sayings);
    return rows.map((row) => ({
      id: row.id,
      accepted: row.accepted,
      official: row.official,
      length: { title: row.title_length, body: row.body_length, answers: row.answer_length },
      counts: perTerm(sayings, row.counts),
      asked: row.asked.map((wording) => meeting(termsOf, wording.split(' '))),
      begins: begins.has(row.id),
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

/** All that may stand for a term: its own stems in full, and what is like them. */
function sayingsOf({ stems, alike }: Term): Alike[] {
  return [...stems.map((stem) => ({ stem, worth: 1 })), ...alike];
}

type Met = Wording['terms'][number];

/** By stem, which terms of the question it may stand for: looked up for each of thousands of wordings. */
function termsByStem(sayings: readonly Alike[][]): ReadonlyMap<string, readonly Met[]> {
  const found = new Map<string, Met[]>();
  for (const [place, saying] of sayings.entries()) for (const { stem, worth } of saying) found.set(stem, [...(found.get(stem) ?? []), { place, worth }]);
  return found;
}

/** Which terms of the question a wording has, each as well as it can, and how long it is; its stems are all different. */
function meeting(termsOf: ReadonlyMap<string, readonly Met[]>, wording: readonly string[]): Wording {
  const met = new Map<number, number>();
  for (const stem of wording) for (const { place, worth } of termsOf.get(stem) ?? []) met.set(place, Math.max(worth, met.get(place) ?? 0));
  return { terms: [...met].map(([place, worth]) => ({ place, worth })), length: wording.length };
}

/** All that stands for one term counts as one word. */
function perTerm(sayings: readonly Alike[][], packed: readonly number[]): PerField[] {
  let at = 0;
  return sayings.map((saying) => {
    const sum = { title: 0, body: 0, answers: 0 };
    for (const { worth } of saying) {
      const found = packed[at++];
      if (!found) continue; // most threads lack most words
      const counts = countsIn(found);
      sum.title += worth * counts.title;
      sum.body += worth * counts.body;
      sum.answers += worth * counts.answers;
    }
    return sum;
  });
}
