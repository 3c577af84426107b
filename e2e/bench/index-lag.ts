import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { SESSIONS, sessionToken } from './corpus.js';
import { at } from './measure.js';

const ACCEPTANCES_PER_SECOND = 7; // three writes each: question, answer, acceptance
const PATIENCE_MS = 30_000;

export interface Lag {
  acceptances: number;
  p50: number;
  p99: number;
  longest: number;
}

/** How long after its commit an accepted answer is found by searching, while the community goes on writing 20 times a second. */
export async function indexLag(port: number, seconds: number): Promise<Lag> {
  const measured: Promise<number>[] = [];
  const started = performance.now();
  for (let nth = 0; nth < ACCEPTANCES_PER_SECOND * seconds; nth += 1) {
    const due = started + (nth * 1000) / ACCEPTANCES_PER_SECOND; // open loop: a slow answer does not slow the writers down
    await new Promise((done) => { setTimeout(done, Math.max(0, due - performance.now())); });
    measured.push(oneLag(port, nth));
  }
  const lags = await Promise.all(measured);
  return { acceptances: lags.length, p50: at(lags, 0.5), p99: at(lags, 0.99), longest: at(lags, 1) };
}

/** Asks, answers and accepts under a word of its own, then searches for it until it is found: milliseconds from the reply to the acceptance. */
async function oneLag(port: number, nth: number): Promise<number> {
  const word = `zx${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const ask = <T>(query: string, input: object) => graphql<T>(port, nth, query, { input });
  const { done: asked } = await ask<{ done: { thread: { id: string } } }>('mutation($input: AskQuestionInput!) { done: askQuestion(input: $input) { problem { message } thread { id } } }', { title: 'A question of the bench', body: 'Nothing else to say here.', categoryId: 'cat_5' });
  const { done: answered } = await ask<{ done: { post: { id: string } } }>('mutation($input: AnswerInput!) { done: answer(input: $input) { problem { message } post { id } } }', { threadId: asked.thread.id, body: `The answer is ${word} and nothing else.` });
  await ask('mutation($input: AnswerIdInput!) { done: acceptAnswer(input: $input) { problem { message } } }', { postId: answered.post.id });
  const committed = performance.now();
  for (;;) {
    const { search } = await graphql<{ search: { nodes: { solved: boolean }[] } }>(port, nth, 'query($text: String!) { search(text: $text, first: 3) { nodes { solved } } }', { text: word });
    if (search.nodes.length === 1 && search.nodes[0]!.solved) return performance.now() - committed;
    if (performance.now() - committed > PATIENCE_MS) throw new Error(`${word} was not found within ${PATIENCE_MS} ms`);
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

async function graphql<T>(port: number, nth: number, query: string, variables: object): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `kundig=${sessionToken(nth % SESSIONS)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T & { done?: { problem: unknown } }; errors?: { message: string }[] };
  if (errors || data?.done?.problem) throw new Error(JSON.stringify(errors ?? data?.done?.problem));
  return data!;
}

/** What the measuring wrote must not be found by the next run, whose rows have the same keys. */
export async function forgetDocuments(db: Client, meili: { url: string; key: string }, index: string, corpusThreads: number): Promise<void> {
  const { rows } = await db.query<{ id: string }>('select id from thread where id > $1', [corpusThreads]);
  await fetch(`${meili.url}/indexes/${index}/documents/delete-batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${meili.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(rows.map(({ id }) => id)),
  });
}
