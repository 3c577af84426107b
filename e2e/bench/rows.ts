import type { Client } from 'pg';
import { COMMON_WORDS, RARE_WORDS, SENTENCES } from './corpus.text.js';
import { questions } from './questions.js';
import { FULL_ANSWERS, SESSIONS, sessionToken } from './corpus.js';
import type { Shot } from './load.js';

export interface Row {
  name: string;
  of: 'program' | 'floor' | 'meilisearch';
  /** The row that says what the same would cost at the least. */
  floor?: string;
  /** So many a second, whatever comes back: measured at no other pace. */
  pace?: number;
  /** The next so many requests, each on another thread, post or word as long as there are some. */
  next(count: number): Shot[];
}

const LIST_PAGE = 20;
const DEEP_PAGE = 1000;
const MIXED = 6_000; // different ones: no run asks any of them twice
const FINDING_PACE = 20; // a second: a community of a hundred thousand threads when it is busy

const THREAD = `query($id: ID!) { thread(id: $id) {
  id title path tags answerCount solved category { slug name }
  opening { ...P } answers(first: 20) { nodes { ...P } pageInfo { hasNextPage endCursor } } } }
  fragment P on Post { id html score official accepted createdAt author { id name role } }`;
const THREAD_SIGNED_IN = THREAD.replace('author { id name role }', 'author { id name role } viewer { vote canVoteUp { allowed } canAccept { allowed } }');
const LIST = `query($after: String) { threads(first: ${LIST_PAGE}, after: $after) { nodes { id title path answerCount solved lastActivityAt category { slug name } author { id name } tags } pageInfo { hasNextPage endCursor } } }`;
const SEARCH = 'query($text: String!) { search(text: $text, first: 20) { degraded nodes { thread { id title path } snippet { text hit } } } }';
const SUGGEST = 'query($text: String!) { suggest(text: $text, first: 5) { degraded threads { id title path } } }';
const ANSWER = 'mutation($input: AnswerInput!) { answer(input: $input) { problem { message } post { id } thread { id path answerCount } } }';
const VOTE = 'mutation($input: VoteInput!) { vote(input: $input) { problem { message } post { id score } } }';

const DEGRADED = '"degraded":true';

const cookie = (at: number) => ({ cookie: `kundig=${sessionToken(at % SESSIONS)}` });
const page = (path: string, headers?: Record<string, string>): Shot => ({ method: 'GET', path, headers, holds: '</html>' });
const graphql = (query: string, variables: object, holds: string, headers?: Record<string, string>): Shot => ({ method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query, variables }), holds });
const get = (path: string): Shot => ({ method: 'GET', path, holds: '"data":[{' });

/** What is measured, over the rows of this very corpus. */
export async function rowsOf(db: Client, meili: { key: string; index: string }, run: string): Promise<Row[]> {
  const ids = async (sql: string) => (await db.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const full = await ids(`select id from thread where answer_count = ${FULL_ANSWERS} order by id`);
  const all = await ids('select id from thread order by md5(id::text)');
  const small = await ids(`select id from thread where answer_count < 5 order by md5(id::text)`);
  const { rows: votable } = await db.query<{ id: string; author: number }>(`select p.id, coalesce(p.author_id, 0)::int as author from post p where p.kind = 'answer' order by md5(p.id::text)`);
  const slugs = (id: string) => `/t/${id}/thread-${id}`;
  const deep = await cursors(db);
  const over = <T>(items: readonly T[], shot: (item: T, at: number) => Shot): Row['next'] => {
    let at = 0;
    return (count) => Array.from({ length: count }, () => {
      at += 1;
      return shot(items[(at - 1) % items.length]!, at);
    });
  };
  const directly = (words: readonly string[]) => over(words, (q) => ({
    method: 'POST' as const, path: `/indexes/${meili.index}/search`, headers: { authorization: `Bearer ${meili.key}`, 'accept-encoding': 'identity' },
    body: JSON.stringify({ q, limit: 20, attributesToRetrieve: ['id', 'title'] }), holds: '"hits":[{',
  }));
  const searching = (words: readonly string[], holds = '"nodes":[{') => over(words, (text) => ({ ...graphql(SEARCH, { text }, holds), degraded: DEGRADED }));
  const suggesting = (words: readonly string[]) => over(words, (text) => ({ ...graphql(SUGGEST, { text }, '"threads":['), degraded: DEGRADED }));
  const mixed = await questions(db, MIXED);
  const program = 'program' as const;
  return [
    { name: 'floor: thread', of: 'floor', next: over(full, (id) => get(`/thread/${id}`)) },
    { name: 'thread page, guest', of: program, floor: 'floor: thread', next: over(full, (id) => page(slugs(id))) },
    { name: 'thread page, signed in', of: program, floor: 'floor: thread', next: over(full, (id, at) => page(slugs(id), cookie(at))) },
    { name: 'thread GraphQL, guest', of: program, floor: 'floor: thread', next: over(full, (id) => graphql(THREAD, { id: `thr_${id}` }, '"nodes":[{')) },
    { name: 'thread GraphQL, signed in', of: program, floor: 'floor: thread', next: over(full, (id, at) => graphql(THREAD_SIGNED_IN, { id: `thr_${id}` }, '"nodes":[{', cookie(at))) },
    { name: 'every thread once, guest', of: program, next: over(all, (id) => page(slugs(id))) },
    { name: 'floor: list, page 1', of: 'floor', next: over(['/list'], get) },
    { name: `floor: list, page ${deep.page}`, of: 'floor', next: over(deep.places, ({ at }) => get(`/list/${encodeURIComponent(at)}`)) },
    { name: 'list page 1', of: program, floor: 'floor: list, page 1', next: over(['/threads'], (path) => page(path)) },
    { name: 'list GraphQL, page 1', of: program, floor: 'floor: list, page 1', next: over([null], (after) => graphql(LIST, { after }, '"nodes":[{')) },
    { name: `list GraphQL, page ${deep.page}`, of: program, floor: `floor: list, page ${deep.page}`, next: over(deep.places, ({ after }) => graphql(LIST, { after }, '"nodes":[{')) },
    { name: 'Meilisearch: rare word', of: 'meilisearch', next: directly(RARE_WORDS) },
    { name: 'Meilisearch: common word', of: 'meilisearch', next: directly(COMMON_WORDS) },
    { name: 'search, rare word', of: program, floor: 'Meilisearch: rare word', next: searching(RARE_WORDS) },
    { name: 'search, common word', of: program, floor: 'Meilisearch: common word', next: searching(COMMON_WORDS) },
    { name: 'search, sentence', of: program, floor: 'Meilisearch: common word', next: searching(SENTENCES) },
    { name: 'suggest', of: program, floor: 'Meilisearch: common word', next: suggesting(SENTENCES.map((text) => text.slice(0, 30))) },
    { name: `search, mixed at ${FINDING_PACE}/s`, of: program, pace: FINDING_PACE, next: searching(mixed, '"nodes":[') },
    { name: `suggest, mixed at ${FINDING_PACE}/s`, of: program, pace: FINDING_PACE, next: suggesting(mixed) },
    { name: 'answer', of: program, next: over(small, (id, at) => graphql(ANSWER, { input: { threadId: `thr_${id}`, body: `${SENTENCES[at % SENTENCES.length]} **It helped** to reset it, number ${at}.`, clientMutationId: `${run}-a${at}` } }, '"problem":null', cookie(at))) },
    { name: 'vote', of: program, next: over(votable, ({ id, author }, at) => graphql(VOTE, { input: { postId: `pst_${id}`, vote: 'up', clientMutationId: `${run}-v${at}` } }, '"problem":null', cookie((at % SESSIONS) + 1 === author ? at + 1 : at))) },
  ];
}

/** Places some thousand pages down the list, or as far as it goes. */
async function cursors(db: Client): Promise<{ page: number; places: { at: string; after: string }[] }> {
  const { rows: [{ threads }] } = (await db.query<{ threads: number }>('select count(*)::int as threads from thread')) as unknown as { rows: [{ threads: number }] };
  const page = Math.min(DEEP_PAGE, Math.floor(threads / LIST_PAGE));
  const { rows } = await db.query<{ at: string; micros: string; id: string }>(
    `select last_activity_at::text as at, (extract(epoch from last_activity_at) * 1000000)::bigint as micros, id from thread order by last_activity_at desc, id desc offset $1 limit 200`,
    [(page - 1) * LIST_PAGE - 200]);
  return { page, places: rows.map(({ at, micros, id }) => ({ at, after: Buffer.from(`${micros}~${id}`).toString('base64url') })) };
}
