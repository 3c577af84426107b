import { Injectable } from '@nestjs/common';
import { type Actor, visibleTo } from '#platform/access';
import { Database } from '#platform/database';
import { apart } from '../document.key.js';
import { type Count, type Match, type Matching, matchingOf } from './matching.js';
import type { Question } from './question.js';
import { RankedSearch } from './ranked.search.js';
import { EVERYWHERE } from './search.filter.js';

/**
 * What matches a question, under any narrowing. Where all that match were found, they are read as the actor may see them and counted here:
 * then a count is exactly what one gets. Where more match, the one who finds them counts: about, and as fresh as its index.
 */
@Injectable()
export class MatchReader {
  constructor(
    private readonly ranked: RankedSearch,
    private readonly db: Database,
  ) {}

  async of(actor: Actor, question: Question): Promise<Count> {
    const { ids, whole } = await this.ranked.find(actor, question, EVERYWHERE);
    if (whole) {
      const matches = await this.byIds(actor, ids);
      return (filter) => Promise.resolve(matchingOf(matches, filter));
    }
    const counted = new Map<string, Promise<Matching>>(); // facets nothing was chosen of are counted under the same narrowing
    return (filter) => {
      const key = JSON.stringify(filter);
      const known = counted.get(key) ?? this.ranked.count(question, filter);
      counted.set(key, known);
      return known;
    };
  }

  private async byIds(actor: Actor, ids: readonly string[]): Promise<Match[]> {
    const keys = apart(ids);
    // what guests no longer see is found by nobody
    const rows = await this.db.query<Match & { title: string | null; ofEntry: boolean }>(
      `select t.category_id::int as "categoryId", array(select tt.tag_id::int from thread_tag tt where tt.thread_id = t.id) as "tagIds",
         t.kind, t.language, t.solved, t.has_official as official, case when t.has_knowledge then t.title end as title, false as "ofEntry"
       from thread t where t.id = any($1) and ${visibleTo(actor, 't')} and t.state = 'visible'
       union all
       select e.category_id::int, '{}', e.kind, e.language, true, true, e.title, true from knowledge_entry e where e.id = any($2) and e.state in ('published', 'needs_review') and not e.withdrawn`,
      [keys.threads, keys.entries],
    );
    const entries = new Map(rows.filter(({ ofEntry }) => ofEntry).map((row) => [row.title, row]));
    return rows.map((row) => ({ ...row, saidBy: row.ofEntry || row.title === null ? undefined : entries.get(row.title) }));
  }
}
