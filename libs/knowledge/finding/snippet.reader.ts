import { Injectable } from '@nestjs/common';
import { type Actor, visibleTo } from '#platform/access';
import { plainText } from '#platform/content';
import { Database } from '#platform/database';
import type { Question } from './question.js';
import { type Segment, snippetOf } from './snippet.js';

const HTML_READ = 4_000; // characters of the opening and of the best answer: a snippet from further down explains nothing

/** What a hit shows of its thread: the words around what was asked, from the answer that solved it or else from the question. */
@Injectable()
export class SnippetReader {
  constructor(private readonly db: Database) {}

  async of(actor: Actor, ids: readonly string[], question: Question): Promise<Map<string, Segment[]>> {
    const rows = await this.db.prepared<{ id: string; answer: string | null; opening: string | null }>(
      `select t.id,
         coalesce(
           (select left(p.html, ${HTML_READ}) from post p where p.id = t.accepted_post_id and p.state = 'visible'),
           case when t.has_official then (select left(p.html, ${HTML_READ}) from post p
             where p.thread_id = t.id and p.kind = 'answer' and p.official and p.state = 'visible' order by p.score desc limit 1) end) as answer,
         (select left(p.html, ${HTML_READ}) from post p where p.thread_id = t.id and p.kind = 'opening' and p.state = 'visible') as opening
       from thread t where t.id = any($1) and ${visibleTo(actor, 't')}`,
      [ids],
    );
    return new Map(rows.map(({ id, answer, opening }) => [id, best([answer, opening], question)]));
  }
}

/** The answer, unless only the question has the words. */
function best(html: (string | null)[], question: Question): Segment[] {
  let first: Segment[] | undefined;
  for (const part of html) {
    if (part === null) continue;
    const segments = snippetOf(plainText(part), question);
    if (segments.some((segment) => segment.hit)) return segments;
    first ??= segments;
  }
  return first ?? [];
}
