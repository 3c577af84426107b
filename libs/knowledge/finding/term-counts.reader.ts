import { Injectable } from '@nestjs/common';
import { type Actor, visibleTo } from '#platform/access';
import { Database } from '#platform/database';
import { apart } from '../document.key.js';
import { hashOf, reading } from '../indexing/packed.counts.js';
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
  counts: string;
  asked: string[] | null;
}

const COUNTED = `d.key as id, d.title_length, d.body_length, d.answer_length, d.counts, nullif(d.asked, '{}') as asked`; // most have none, and a list is dear to read

/** What ranking needs to know of the candidates and of all threads. */
@Injectable()
export class TermCounts {
  private known: { corpus: Corpus; at: number } | undefined;

  constructor(private readonly db: Database) {}

  /** Those of the candidates that the actor may see, with their counts. What guests no longer see is found by nobody: those who review have other ways to it. */
  async of(actor: Actor, { liking }: Found, terms: readonly Term[], begins: ReadonlySet<string>): Promise<Candidate[]> {
    const sayings = terms.map(sayingsOf);
    const hashed = sayings.map((saying) => saying.map(({ stem, worth }) => ({ hash: hashOf(stem), worth })));
    const termsOf = termsByStem(sayings);
    return (await this.rows(actor, [...new Set([...liking.keys(), ...begins])])).map((row) => ({
      id: row.id,
      accepted: row.accepted,
      official: row.official,
      length: { title: row.title_length, body: row.body_length, answers: row.answer_length },
      counts: perTerm(hashed, reading(row.counts)),
      asked: row.asked?.map((wording) => meeting(termsOf, wording.split(' '))) ?? [],
      begins: begins.has(row.id),
      engineScore: liking.get(row.id) ?? 0,
    }));
  }

  private async rows(actor: Actor, ids: readonly string[]): Promise<Row[]> {
    const { threads, entries } = apart(ids);
    const ofThreads = this.db.prepared<Row>(
      `select ${COUNTED}, t.accepted_post_id is not null as accepted, t.has_official as official
       from thread t join search_document d on d.thread_id = t.id where t.id = any($1) and ${visibleTo(actor, 't')} and t.state = 'visible'`,
      [threads],
    );
    if (entries.length === 0) return ofThreads;
    const ofEntries = this.db.prepared<Row>(
      `select ${COUNTED}, true as accepted, true as official
       from knowledge_entry e join search_document d on d.entry_id = e.id where e.id = any($1) and e.state in ('published', 'needs_review') and not e.withdrawn`,
      [entries],
    );
    return (await Promise.all([ofThreads, ofEntries])).flat();
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
function perTerm(sayings: readonly { hash: number; worth: number }[][], read: ReturnType<typeof reading>): PerField[] {
  return sayings.map((saying) => {
    const sum = { title: 0, body: 0, answers: 0 };
    for (const { hash, worth } of saying) {
      const counts = read(hash);
      if (!counts) continue; // most threads lack most words
      sum.title += worth * counts.title;
      sum.body += worth * counts.body;
      sum.answers += worth * counts.answers;
    }
    return sum;
  });
}
