import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Meilisearch } from 'meilisearch';
import { KnowledgeModule, SearchIndexingModule, SearchMarks, SearchService } from '#knowledge';
import { Actor } from '#platform/access';
import { Database, DatabaseModule } from '#platform/database';
import { type Runtime, RuntimeModule } from '#platform/runtime';
import { testDatabase, testRuntime } from '#platform/testing';
import { ablationLines } from './ablation.js';
import { bm25 } from './bm25.js';
import { drained, fill } from './eval.community.js';
import { type EvalSet, readSets } from './eval.data.js';
import { type Answer, HEADING, line, measure, type Run } from './eval.figures.js';
import { grouping } from './grouping.measure.js';
import { type Pair, pairedLines } from './paired.js';
import { fullText, meilisearchAlone } from './simple.methods.js';
import { TYPING_HEADING, typingLine } from './typing.js';

const TEN = { limit: 10, backwards: false, from: null };

/** Past Jest, which would put its own lines around each. */
const print = (text: string) => process.stdout.write(`${text}\n`);

it('how well search finds', async () => {
  const folder = process.env.KUNDIG_EVAL_DATA;
  const sets = folder ? readSets(folder) : [];
  if (sets.length === 0) return void print('no evaluation data: KUNDIG_EVAL_DATA names no folder that has any');
  const [pairs, typing]: [Pair[], string[]] = [[], []];
  print(HEADING);
  for (const set of sets) {
    const database = await testDatabase();
    const runtime = testRuntime(database);
    try {
      if (!runtime.meili) throw new Error('There is no Meilisearch for this platform: nothing to compare with.');
      const theirs = await others(set, new Meilisearch({ host: runtime.meili.url, apiKey: runtime.meili.key }), database.ownerUrl);
      const { run, typed } = await ours(set, runtime);
      if (set.of === undefined) {
        pairs.push({ set: set.name, ours: run, theirs });
        typing.push(...typed);
      }
    } finally {
      await database.drop();
    }
  }
  for (const text of [...pairedLines(pairs), TYPING_HEADING, ...typing, ...(await ablationLines(sets))]) print(text);
  const groups = await grouping(folder!);
  if (groups) print(`\n${groups}`);
});

/** What is there without us; returns how the best of it did. */
async function others(set: EvalSet, client: Meilisearch, ownerUrl: string): Promise<Run> {
  print(line(set.name, 'Meilisearch, default settings', await measure(set.queries, await meilisearchAlone(client, set))));
  const { search, close } = await fullText(ownerUrl, set);
  print(line(set.name, 'PostgreSQL full text', await measure(set.queries, search)));
  await close();
  const best = await measure(set.queries, bm25(set));
  print(line(set.name, 'BM25, two fields', best));
  return best;
}

/** The product: rows, drainer, index, search; then the same without Meilisearch. */
async function ours(set: EvalSet, runtime: Runtime): Promise<{ run: Run; typed: string[] }> {
  const whole = await program(runtime);
  const ids = await fill(whole.get(Database), set);
  await drained(whole.get(SearchMarks, { strict: false }));
  const run = await report(set, 'Kundig', whole.get(SearchService), ids);
  const typed = set.of === undefined ? [await typingLine(set, searching(set, whole.get(SearchService), ids))] : [];
  await whole.close();
  const alone = await program({ ...runtime, meili: undefined });
  await report(set, 'Kundig, degraded (PostgreSQL)', alone.get(SearchService), ids);
  await alone.close();
  return { run, typed };
}

async function report(set: EvalSet, system: string, service: SearchService, ids: Map<string, string>): Promise<Run> {
  const run = await measure(set.queries, searching(set, service, ids));
  print(line(set.name, system, run));
  return run;
}

/** As a guest searches. */
function searching(set: EvalSet, service: SearchService, ids: Map<string, string>): (text: string) => Promise<Answer> {
  const guest = Actor.guest(set.language);
  return async (text) => {
    const [{ nodes }, { confidence }] = [await service.search(guest, { text }, TEN), await service.suggest(guest, text, 1)];
    return { ids: nodes.map(({ thread }) => ids.get(thread!.key)!), sure: confidence };
  };
}

function program(runtime: Runtime): Promise<INestApplicationContext> {
  @Module({ imports: [RuntimeModule.with(runtime), DatabaseModule, KnowledgeModule, SearchIndexingModule] })
  class Program {}
  return NestFactory.createApplicationContext(Program, { logger: ['error', 'warn'] });
}
