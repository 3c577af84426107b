import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { RENDERER } from '#platform/content';
import { LANGUAGES, RARE_WORDS, rendered, type Texts, textsOf } from './corpus.text.js';
import { randomFrom } from '../../apps/kundig/demo/random.js';

/** Raise it when the same seed gives another corpus: kept ones are written anew. */
export const CORPUS_VERSION = 1;

export const FULL_ANSWERS = 20; // what the page shows at once
const FULL_EVERY = 10; // each tenth thread is full; the others have two answers on average
const POSTS_A_THREAD = 5;
const THREADS_WITH_A_RARE_WORD = 12;
const BATCH = 500; // threads
const MINUTE = 60_000;
const START = Date.UTC(2022, 0, 1);
export const SESSIONS = 500;

/** A session that the corpus holds open, so that nobody has to sign in: its cookie's value. */
export function sessionToken(at: number): string {
  return createHash('sha256').update(`bench session ${at}`).digest('base64url');
}

/** Writes the whole corpus by a superuser's connection: no triggers and no checks of references, which would only cost time. */
export async function writeCorpus(db: Client, posts: number, seed: number, say: (line: string) => void): Promise<void> {
  const random = randomFrom(seed);
  const some = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const threads = Math.round(posts / POSTS_A_THREAD);
  const members = Math.max(SESSIONS, Math.round(posts / 20));
  const minutes = Math.max(1, Math.floor((4 * 365 * 24 * 60) / threads));
  const texts = LANGUAGES.map((language, at) => textsOf(language, seed + at));
  const rareAt = new Map(RARE_WORDS.flatMap((word, at) => Array.from({ length: THREADS_WITH_A_RARE_WORD }, (_, nth) => [1 + ((at * 97 + nth * Math.floor(threads / THREADS_WITH_A_RARE_WORD)) % threads), word] as const)));
  await db.query('set session_replication_role = replica; set synchronous_commit = off');
  await writePeopleAndPlaces(db, members);

  let postId = 0;
  for (let first = 1; first <= threads; first += BATCH) {
    const rows = { thread: [] as object[], post: [] as object[], thread_tag: [] as object[] };
    for (let id = first; id < Math.min(first + BATCH, threads + 1); id += 1) {
      const language = random() < 0.5 ? 0 : 1;
      const opened = START + id * minutes * MINUTE;
      const answers = id % FULL_EVERY === 0 ? FULL_ANSWERS : some(0, 4) + (random() < 0.22 ? 1 : 0);
      const post = (kind: string, at: number, { source, html }: { source: string; html: string }, parent?: number) => {
        postId += 1;
        const author = random() < 0.03 ? null : 1 + Math.floor(random() ** 2 * members);
        const comments = kind === 'comment' || random() > 0.2 ? 0 : some(1, 3);
        const row = {
          id: postId, thread_id: id, kind, parent_id: parent ?? null, author_id: author, author_name: author === null ? `guest${postId}` : null, source, html, renderer: RENDERER,
          imported_up: kind === 'comment' ? 0 : Math.floor(random() ** 4 * 30), imported_down: random() < 0.1 ? 1 : 0, comment_count: comments,
          created_at: new Date(at), official_at: null as Date | null, official_by: null as number | null, edited_at: random() < 0.1 ? new Date(at + MINUTE) : null,
        };
        rows.post.push(row);
        for (let nth = 0; nth < comments; nth += 1) post('comment', at + (nth + 2) * MINUTE, texts[language]!.comment(), row.id);
        return row;
      };
      const opening = post('opening', opened, withRareWord(texts[language]!, rareAt.get(id)));
      const given = Array.from({ length: answers }, (_, nth) => post('answer', opened + (nth + 1) * 20 * MINUTE, texts[language]!.body()));
      const official = answers > 0 && random() < 0.06 ? given[0]! : null;
      if (official) Object.assign(official, { official_at: new Date(opened + 30 * MINUTE), official_by: 1 });
      const accepted = answers > 0 && random() < 0.5 ? given[some(0, answers - 1)]!.id : null;
      rows.thread.push({
        id, kind: 'question', title: texts[language]!.title(), slug: `thread-${id}`, category_id: some(4, 12), author_id: opening.author_id, author_name: opening.author_name,
        language: LANGUAGES[language], accepted_post_id: accepted, has_official: official !== null, answer_count: answers, created_at: new Date(opened), last_activity_at: new Date(opened + (answers + 1) * 20 * MINUTE),
      });
      for (const tag of new Set(Array.from({ length: some(1, 3) }, () => some(1, 30)))) rows.thread_tag.push({ thread_id: id, tag_id: tag });
    }
    for (const [table, some] of Object.entries(rows)) await insert(db, table, some);
    if ((first - 1) % (BATCH * 10) === 0) say(`corpus: ${first - 1} of ${threads} threads`);
  }
  await db.query(`
    update category c set thread_count = (select count(*) from thread t where t.category_id = c.id);
    update tag g set thread_count = (select count(*) from thread_tag tt where tt.tag_id = g.id)`);
  for (const table of ['member', 'category', 'tag', 'thread', 'post']) await db.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
}

function withRareWord(texts: Texts, word: string | undefined) {
  const body = texts.body();
  if (!word) return body;
  const remark = rendered(`The box says ${word}.`);
  return { source: `${body.source}\n\n${remark.source}`, html: body.html + remark.html };
}

async function writePeopleAndPlaces(db: Client, members: number): Promise<void> {
  await db.query(`insert into member (id, name, name_key, email, role, rank) overriding system value
    select n, 'Member ' || n, 'member ' || n, 'member' || n || '@example.org', case when n = 1 then 'staff' else 'customer' end, n % 5 from generate_series(1, $1::int) n`, [members]);
  const hashes = Array.from({ length: SESSIONS }, (_, at) => createHash('sha256').update(sessionToken(at)).digest());
  await db.query(`insert into session (token_hash, member_id, expires_at) select hash, n, now() + interval '10 years' from unnest($1::bytea[]) with ordinality as h (hash, n)`, [hashes]);
  await db.query(`insert into category (id, parent_id, slug, name, position) overriding system value
    select n, case when n > 3 then 1 + n % 3 end, 'topic-' || n, 'Topic ' || n, n from generate_series(1, 12) n`);
  await db.query(`insert into tag (id, name) overriding system value select n, 'tag-' || n from generate_series(1, 30) n`);
}

/** One statement, whose columns are those of the first row. */
async function insert(db: Client, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await db.query(`insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}
