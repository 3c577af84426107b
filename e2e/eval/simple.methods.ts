import type { Meilisearch } from 'meilisearch';
import pg from 'pg';
import type { EvalSet } from './eval.data.js';
import type { Answer } from './eval.figures.js';

type Search = (text: string) => Promise<Answer>;

/** The sentence sent to Meilisearch as it is, to an index with default settings. */
export async function meilisearchAlone(client: Meilisearch, { name, threads }: EvalSet): Promise<Search> {
  const index = client.index(`plain_${name.replace(/\W+/g, '_')}`);
  const documents = threads.map((thread, id) => ({ id, of: thread.id, title: thread.title, body: thread.body, answers: thread.answers.join('\n'), asked: thread.asked.join('\n') }));
  await index.addDocuments(documents, { primaryKey: 'id' }).waitTask({ timeout: 60_000 });
  return async (text) => {
    const { hits } = await index.search(text, { limit: 10, attributesToRetrieve: ['of'], showRankingScore: true });
    return { ids: hits.map((hit) => String(hit['of'])), sure: hits[0]?._rankingScore ?? 0 };
  };
}

/** Any word of the question in PostgreSQL's full text, best first by its own rank with the length taken into account: the best that it offers by itself. */
export async function fullText(ownerUrl: string, { language, threads }: EvalSet): Promise<{ search: Search; close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const dictionary = language === 'de' ? 'german' : 'english';
  await client.query(
    `create temporary table texts as select e.id, to_tsvector('${dictionary}', e.text) as words from jsonb_to_recordset($1) as e (id text, text text)`,
    [JSON.stringify(threads.map(({ id, title, body, answers, asked }) => ({ id, text: [title, title, body, ...answers, ...asked].join('\n') })))],
  );
  const search: Search = async (text) => {
    const { rows } = await client.query<{ id: string; rank: number }>(
      `select id, ts_rank(words, query, 1)::float8 as rank from texts, (select replace(plainto_tsquery('${dictionary}', $1)::text, '&', '|')::tsquery as query) asked where words @@ query order by rank desc limit 10`,
      [text],
    );
    return { ids: rows.map(({ id }) => id), sure: rows[0]?.rank ?? 0 };
  };
  return { search, close: () => client.end() };
}
