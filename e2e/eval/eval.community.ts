import { setTimeout as pause } from 'node:timers/promises';
import { slugOf } from '#platform/content';
import type { Database } from '#platform/database';
import { SearchMarks } from '#knowledge';
import type { EvalSet } from './eval.data.js';

/** Fills the community with the set, as rows; what makes them searchable is the product's own drainer. Returns key -> the set's id. */
export async function fill(db: Database, { threads, language }: EvalSet): Promise<Map<string, string>> {
  const category = await db.one<{ id: string }>(`insert into category (slug, name) values ('eval', 'Eval') returning id`);
  const ids = new Map<string, string>();
  for (const { id, title, body, answers, asked } of threads) {
    const thread = await db.one<{ id: string }>(
      `insert into thread (kind, title, slug, category_id, author_name, language, answer_count) values ('question', $1, $2, $3, 'eval', $4, $5) returning id`,
      [title, slugOf(title) || 'eval', category!.id, language, answers.length],
    );
    ids.set(thread!.id, id);
    // who asked the same was merged into it
    await db.query(`insert into thread (kind, title, slug, category_id, author_name, language, state, merged_into) select 'question', left(words, 200), 'eval', $1, 'eval', $2, 'merged', $3 from unnest($4::text[]) words`, [category!.id, language, thread!.id, asked]);
    const posts = [{ kind: 'opening', text: body || title }, ...answers.map((text) => ({ kind: 'answer', text }))];
    await db.query(
      `insert into post (thread_id, kind, author_name, source, html, renderer) select $1, p.kind, 'eval', p.text, p.html, 0 from jsonb_to_recordset($2) as p (kind text, text text, html text)`,
      [thread!.id, JSON.stringify(posts.map((post) => ({ ...post, html: `<p>${escaped(post.text)}</p>` })))],
    );
  }
  return ids;
}

/** Until the drainer has nothing left to do. */
export async function drained(marks: SearchMarks): Promise<void> {
  while ((await marks.lag()).marks > 0) await pause(50);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
