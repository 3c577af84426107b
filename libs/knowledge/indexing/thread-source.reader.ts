import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { helpedAs } from './helped-as.js';
import type { ThreadSource } from './thread.document.js';

const BEST_ANSWERS = 20; // more never fit into the limit on their text
const OTHER_WORDS = 100; // of each kind: those who ask the most asked question still say it in new words
const WORDS_LIMIT = 300; // characters of a wording: a question in a sentence or two
const HTML_LIMIT = 60_000; // characters of one post's HTML: its text is cut shorter still

/** Only what is visible to guests: what is held, hidden or deleted is found by nobody. */
const SELECT = `
  select t.id, t.title, t.kind, t.language, t.category_id::int as "categoryId", t.solved, t.has_official as official, t.answer_count as "answerCount",
    extract(epoch from t.created_at)::float8 as "createdAt", extract(epoch from t.last_activity_at)::float8 as "lastActivityAt",
    (select left(o.html, ${HTML_LIMIT}) from post o where o.thread_id = t.id and o.kind = 'opening' and o.state = 'visible') as opening,
    array(select g.name from thread_tag tt join tag g on g.id = tt.tag_id where tt.thread_id = t.id order by g.name) as tags,
    array(select tt.tag_id::int from thread_tag tt where tt.thread_id = t.id order by tt.tag_id) as "tagIds",
    coalesce((select json_agg(a) from (
      select left(p.html, ${HTML_LIMIT}) as html, true as chosen from post p where p.id = t.accepted_post_id and p.state = 'visible'
      union all
      (select left(p.html, ${HTML_LIMIT}), p.official from post p
       where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible' and p.id is distinct from t.accepted_post_id
       order by p.official desc, p.score desc, (-p.id) desc limit ${BEST_ANSWERS})
    ) a), '[]') as answers,
    array(select left(words, ${WORDS_LIMIT}) from (
      (select m.title as words from thread m where m.merged_into = t.id and m.state = 'merged' order by m.id desc limit ${OTHER_WORDS})
      union all
      (select m.title from thread m where m.duplicate_of = t.id and m.state = 'visible' order by m.id desc limit ${OTHER_WORDS})
      union all
      ${helpedAs('thread_id', 't.id', OTHER_WORDS)}
    ) w) as asked
  from thread t where t.state = 'visible'`;

/** Threads as the index wants them. */
@Injectable()
export class ThreadSourceReader {
  constructor(private readonly db: Database) {}

  byIds(ids: readonly string[]): Promise<ThreadSource[]> {
    return this.db.query<ThreadSource>(`${SELECT} and t.id = any($1)`, [ids]);
  }

  /** The next ones by key. */
  after(id: string, limit: number): Promise<ThreadSource[]> {
    return this.db.query<ThreadSource>(`${SELECT} and t.id > $1 order by t.id limit ${limit}`, [id]);
  }

  async count(): Promise<number> {
    const row = await this.db.one<{ threads: number }>(`select count(*)::int as threads from thread where state = 'visible'`);
    return row!.threads;
  }
}
