import { randomUUID } from 'node:crypto';
import { acts } from '../api/acts.js';
import { type Person, runningApp } from '../support/running-app.js';

const ACCEPTANCES_PER_SECOND = 7; // three writes each: question, answer, acceptance
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);

/** How long after its commit an accepted answer is found by searching, while the community goes on writing. */
it(`is found, at ${3 * ACCEPTANCES_PER_SECOND} writes a second for ${SECONDS} s`, async () => {
  const app = await runningApp({ trustProxy: 1 });
  try {
    const admin = await app.person('Bench Admin', 'admin');
    const { category } = await acts(admin).createCategory('Bench');
    const measured: Promise<number>[] = [];
    const started = performance.now();
    for (let i = 0; i < ACCEPTANCES_PER_SECOND * SECONDS; i += 1) {
      const due = started + (i * 1000) / ACCEPTANCES_PER_SECOND; // open loop: a slow answer does not slow the writers down
      await new Promise((done) => { setTimeout(done, Math.max(0, due - performance.now())); });
      measured.push(oneLag(admin, category!.id));
    }
    const lags = (await Promise.all(measured)).sort((a, b) => a - b);
    const at = (share: number) => Math.round(lags[Math.min(lags.length - 1, Math.floor(share * lags.length))]!);
    console.log(`index lag over ${lags.length} acceptances: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
  } finally {
    await app.close();
  }
}, 600_000);

/** Asks, answers and accepts under a word of its own, then searches for it until it is found: milliseconds from the reply to the acceptance. */
async function oneLag(person: Person, categoryId: string): Promise<number> {
  const word = `zx${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const { thread } = await acts(person).ask({ title: 'A question of the bench', body: 'Nothing else to say here.', categoryId });
  const { post } = await acts(person).answer(thread!.id, `The answer is ${word} and nothing else.`);
  await acts(person).accept(post!.id);
  const committed = performance.now();
  for (;;) {
    const { search } = await person.ask<{ search: { nodes: { solved: boolean }[]; degraded: boolean } }>('query($text: String!) { search(text: $text, first: 3) { degraded nodes { solved } } }', { text: word });
    if (search.nodes.length === 1 && search.nodes[0]!.solved) return performance.now() - committed;
    if (performance.now() - committed > 30_000) throw new Error(`${word} was not found within 30 s`);
    await new Promise((done) => { setTimeout(done, 50); });
  }
}
