import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { helpedAs } from './helped-as.js';
import type { ThreadSource } from './thread.document.js';

const HTML_LIMIT = 60_000; // characters: the text is cut shorter still
const OTHER_WORDS = 40; // of each kind
const WORDS_LIMIT = 300; // characters of a wording: a question in a sentence or two

/** What everyone reads. The answer of an FAQ entry stands where a thread's accepted one does; the questions it answers are other wordings of it, and the words of those whom it helped. */
const SELECT = `
  select 'e' || e.id as id, e.title, e.kind, e.language, e.category_id::int as "categoryId", true as solved, true as official, 1 as "answerCount",
    extract(epoch from e.published_at)::float8 as "createdAt", extract(epoch from e.changed_at)::float8 as "lastActivityAt",
    case when e.kind = 'article' then left(e.html, ${HTML_LIMIT}) end as opening,
    array(select tag.name from knowledge_entry_tag et join tag on tag.id = et.tag_id where et.entry_id = e.id order by tag.name) as tags,
    array(select et.tag_id::int from knowledge_entry_tag et where et.entry_id = e.id) as "tagIds",
    case when e.kind = 'faq' then json_build_array(json_build_object('html', left(e.html, ${HTML_LIMIT}), 'chosen', true)) else '[]' end as answers,
    array(select left(words, ${WORDS_LIMIT}) from (
      (select m.title as words from knowledge_entry m where m.merged_into = e.id order by m.id desc limit ${OTHER_WORDS})
      union
      (select t.title from knowledge_source s join post p on p.id = s.post_id join thread t on t.id = p.thread_id where s.entry_id = e.id and t.state = 'visible' and t.title <> e.title order by t.id desc limit ${OTHER_WORDS})
      union
      (select t.title from knowledge_question q join thread t on t.id = q.thread_id where q.entry_id = e.id and t.state = 'visible' and t.title <> e.title order by t.same_problem_count desc, t.id desc limit ${OTHER_WORDS})
      union
      ${helpedAs('entry_id', 'e.id', OTHER_WORDS)}
    ) w) as asked
  from knowledge_entry e where e.state in ('published', 'needs_review') and not e.withdrawn`;

/** Articles and FAQ entries as the index wants them. */
@Injectable()
export class EntrySourceReader {
  constructor(private readonly db: Database) {}

  byKeys(keys: readonly string[]): Promise<ThreadSource[]> {
    return keys.length === 0 ? Promise.resolve([]) : this.db.query<ThreadSource>(`${SELECT} and e.id = any($1)`, [keys]);
  }

  /** The next ones by key. */
  after(key: string, limit: number): Promise<ThreadSource[]> {
    return this.db.query<ThreadSource>(`${SELECT} and e.id > $1 order by e.id limit ${limit}`, [key]);
  }
}
