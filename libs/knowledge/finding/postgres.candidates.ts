import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type CandidateSource, type Found, MOST_CANDIDATES } from './found.js';
import { combinations } from './combinations.js';
import { type Matching, nothingMatches } from './matching.js';
import type { Question } from './question.js';
import { rarity } from './ranking.js';
import type { Facet, SearchFilter } from './search.filter.js';
import { lastWord, soughtStems } from './widening.js';
import { TermCounts } from './term-counts.reader.js';

const COUNTED = 2_000; // threads that have a term: whether it is 2,000 or 20,000, it is common
const PER_QUERY = 100; // threads that one term, or a few together, may bring: bounds the work whatever is asked
const RAREST = 8;
const BEGUN = { least: 5, most: 80 }; // characters: fewer begin everything, and who typed more has typed enough to be found by its words; of one word, it is the word that counts
const BEGINNING = 20; // threads whose title begins so: more is not yet a beginning that says anything
const LAST_CHARACTER = '\u{10FFFF}';
const MOST_MATCHING = 5_000; // threads whose facets are counted

/** What documents stand for. */
const OF_DOCUMENT = `cross join lateral (
  select id, category_id, kind, language, solved, has_official from thread where id = d.thread_id and state = 'visible'
  union all select null, category_id, kind, language, true, true from knowledge_entry where id = d.entry_id and state in ('published', 'needs_review') and not withdrawn) t`;

/** What it must be like, by `narrowing()`. */
const NARROWED = `true
  and ($1::int[] is null or t.category_id = any($1))
  and ($2::int is null or exists (select from thread_tag tt where tt.thread_id = t.id and tt.tag_id = $2))
  and ($3::boolean is null or t.solved = $3)
  and ($4::text is null or case $4 when 'solved' then t.solved when 'unsolved' then not t.solved and t.kind = 'question' else t.has_official end)
  and ($5::text is null or t.kind = $5)
  and ($6::text is null or t.language = $6)`;

interface Part {
  query: string;
  worth: number;
}

/** The same question asked of search_document, for when Meilisearch is slow, down or not there. No typing mistakes are forgiven. */
@Injectable()
export class PostgresCandidates implements CandidateSource {
  constructor(
    private readonly db: Database,
    private readonly counts: TermCounts,
  ) {}

  async find(question: Question, filter: SearchFilter): Promise<Found> {
    const { threads, having, rarest, prefix } = await this.parts(question);
    const telling = rarest.length > 1 ? rarest.filter((part) => part.having < COUNTED) : rarest; // of what so many have, any hundred say nothing
    const ids = await this.sharing([...telling, ...combinations(rarest), ...prefix], filter);
    const completed = prefix.length > 0 ? await this.sharing(prefix, filter) : [];
    // a word begun is as good as one the engine completes
    const liking = new Map([...ids.map((id) => [id, 0] as const), ...completed.map((id) => [id, 1] as const)]);
    const whole = ids.length < MOST_CANDIDATES && completed.length < PER_QUERY && rarest.every((part) => part.having < PER_QUERY);
    return { liking, having, threads, whole };
  }

  async count(question: Question, filter: SearchFilter): Promise<Matching> {
    const { rarest, prefix } = await this.parts(question);
    const matching = nothingMatches();
    if (rarest.length + prefix.length === 0) return matching;
    const rows = await this.db.query<{ facet: Facet | 'total'; value: string; threads: number }>(
      `with found as materialized (
         select t.id, t.category_id, t.kind, t.language, t.solved, t.has_official from search_document d ${OF_DOCUMENT}
         where d.terms @@ $7::tsquery and ${NARROWED} limit ${MOST_MATCHING}
       )
       select 'total' as facet, '' as value, count(*)::int as threads from found
       union all select 'category', category_id::text, count(*)::int from found group by 2
       union all select 'tag', tt.tag_id::text, count(*)::int from found join thread_tag tt on tt.thread_id = found.id group by 2
       union all select 'state', s.state, count(*)::int from found, lateral (values ('solved', solved), ('unsolved', not solved and kind = 'question'), ('official', has_official)) s (state, holds) where s.holds group by 2
       union all select 'kind', kind, count(*)::int from found group by 2
       union all select 'language', language, count(*)::int from found group by 2`,
      [...narrowing(filter), [...rarest, ...prefix].map((part) => `(${part.query})`).join(' | ')],
    );
    for (const { facet, value, threads } of rows) {
      if (facet === 'total') matching.total = threads;
      else matching.values[facet].set(value, threads);
    }
    return matching;
  }

  /** What is looked for: the rarest terms, and a word that was begun. */
  private async parts(question: Question) {
    const { threads } = await this.counts.corpus();
    const queries = question.terms.map((term) => soughtStems(term).map(lexeme).join(' | '));
    const having = await this.having(queries, question.terms.map((term) => Math.max(...soughtStems(term).map((stem) => question.spread.get(stem) ?? 0))));
    const parts = queries.map((query, i) => ({ query: `(${query})`, worth: rarity(having[i]!, threads), having: having[i]! })).filter((part) => part.having > 0);
    return { threads, having, rarest: parts.sort((a, b) => a.having - b.having).slice(0, RAREST), prefix: unfinished(question) };
  }

  /** How many threads have each, counted where they are not known to be many: counting those is most of the work. */
  private async having(queries: readonly string[], about: readonly number[]): Promise<number[]> {
    const few = queries.flatMap((query, i) => (about[i]! < COUNTED ? [query] : []));
    const rows = few.length === 0 ? [] : await this.db.query<{ having: number }>(
      `select (select count(*)::int from (select from search_document d where d.terms @@ q.query limit ${COUNTED}) counted) as having
       from unnest($1::tsquery[]) with ordinality as q (query, place) order by place`,
      [few],
    );
    const counted = rows.map((row) => row.having);
    return about.map((many) => (many < COUNTED ? counted.shift()! : many));
  }

  /** Documents whose title begins with what was typed so far. */
  async beginning({ text }: Question, filter: SearchFilter): Promise<Set<string>> {
    const begun = text.toLowerCase();
    if (begun.length < BEGUN.least || begun.length > BEGUN.most || !begun.includes(' ') || begun.includes('\0')) return new Set();
    const rows = await this.db.prepared<{ id: string }>(
      // a range and not "like", which a plan made for any beginning could not look up
      `(select t.id::text as id from thread t where lower(t.title) ~>=~ $7 and lower(t.title) ~<~ $8 and t.state = 'visible' and ${NARROWED} limit ${BEGINNING})
       union all
       (select 'e' || e.id from knowledge_entry e cross join lateral (select null::bigint as id, e.category_id, e.kind, e.language, true as solved, true as has_official) t
        where lower(e.title) ~>=~ $7 and lower(e.title) ~<~ $8 and e.state in ('published', 'needs_review') and not e.withdrawn and ${NARROWED} limit ${BEGINNING})`,
      [...narrowing(filter), begun, `${begun}${LAST_CHARACTER}`],
    );
    return new Set(rows.map((row) => row.id));
  }

  private async sharing(parts: readonly Part[], filter: SearchFilter): Promise<string[]> {
    if (parts.length === 0) return [];
    const rows = await this.db.query<{ id: string }>(
      `select f.key as id
       from unnest($7::tsquery[], $8::float8[]) as q (query, worth)
       cross join lateral (
         select d.key from search_document d ${OF_DOCUMENT}
         where d.terms @@ q.query and ${NARROWED}
         limit ${PER_QUERY}
       ) f
       group by f.key order by sum(q.worth) desc limit ${MOST_CANDIDATES}`,
      [...narrowing(filter), parts.map((part) => part.query), parts.map((part) => part.worth)],
    );
    return rows.map((row) => row.id);
  }
}

function narrowing({ categoryIds, tagId, solved, state, kind, language }: SearchFilter): unknown[] {
  return [categoryIds, tagId, solved, state, kind, language];
}

/** Stems hold letters, digits and signs that mean nothing within quotes; what could end them is doubled all the same. */
function lexeme(stem: string): string {
  return `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Typing: the last word may go on. */
function unfinished({ mode, text }: Question): Part[] {
  const last = mode === 'typing' ? lastWord(text) : undefined;
  return last ? [{ query: `${lexeme(last)}:*`, worth: 1 }] : [];
}
