import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { fold } from '#platform/language';
import { type CandidateSource, type Found, MOST_CANDIDATES } from './found.js';
import { combinations } from './combinations.js';
import type { Question } from './question.js';
import { rarity } from './ranking.js';
import type { SearchFilter } from './search.filter.js';
import { TermCounts } from './term-counts.reader.js';

const COUNTED = 2_000; // threads that have a term: whether it is 2,000 or 20,000, it is common
const PER_QUERY = 100; // threads that one term, or a few together, may bring: bounds the work whatever is asked
const RAREST = 8;

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
    const { threads } = await this.counts.corpus();
    const queries = question.terms.map((term) => term.stems.map(lexeme).join(' | '));
    const having = await this.having(queries);
    const parts = queries.map((query, i) => ({ query: `(${query})`, worth: rarity(having[i]!, threads), having: having[i]! })).filter((part) => part.having > 0);
    const rarest = parts.sort((a, b) => a.having - b.having).slice(0, RAREST);
    const prefix = unfinished(question);
    const ids = await this.sharing([...rarest, ...combinations(rarest), ...prefix], filter);
    const completed = prefix.length > 0 ? await this.sharing(prefix, filter) : [];
    // a word begun is as good as one the engine completes
    const liking = new Map([...ids.map((id) => [id, 0] as const), ...completed.map((id) => [id, 1] as const)]);
    return { liking, having, threads, total: liking.size };
  }

  private async having(queries: readonly string[]): Promise<number[]> {
    const rows = await this.db.query<{ having: number }>(
      `select (select count(*)::int from (select from search_document d where d.terms @@ q.query limit ${COUNTED}) counted) as having
       from unnest($1::tsquery[]) with ordinality as q (query, place) order by place`,
      [queries],
    );
    return rows.map((row) => row.having);
  }

  private async sharing(parts: readonly Part[], filter: SearchFilter): Promise<string[]> {
    if (parts.length === 0) return [];
    const rows = await this.db.query<{ id: string }>(
      `select f.thread_id as id
       from unnest($1::tsquery[], $2::float8[]) as q (query, worth)
       cross join lateral (
         select d.thread_id from search_document d join thread t on t.id = d.thread_id
         where d.terms @@ q.query and t.state = 'visible'
           and ($3::int[] is null or t.category_id = any($3))
           and ($4::int is null or exists (select from thread_tag tt where tt.thread_id = t.id and tt.tag_id = $4))
           and ($5::boolean is null or t.solved = $5)
         limit ${PER_QUERY}
       ) f
       group by f.thread_id order by sum(q.worth) desc limit ${MOST_CANDIDATES}`,
      [parts.map((part) => part.query), parts.map((part) => part.worth), filter.categoryIds, filter.tagId, filter.solved],
    );
    return rows.map((row) => row.id);
  }
}

/** Stems hold letters, digits and signs that mean nothing within quotes; what could end them is doubled all the same. */
function lexeme(stem: string): string {
  return `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Typing: the last word may go on. */
function unfinished({ mode, text }: Question): Part[] {
  const last = mode === 'typing' ? /[\p{L}\p{N}]{2,}$/u.exec(fold(text))?.[0] : undefined;
  return last ? [{ query: `${lexeme(last)}:*`, worth: 1 }] : [];
}
