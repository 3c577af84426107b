import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Meilisearch } from 'meilisearch';
import { KnowledgeModule, SearchIndexingModule, SearchMarks, SearchService } from '#knowledge';
import { Actor } from '#platform/access';
import { Database, DatabaseModule } from '#platform/database';
import { type Runtime, RuntimeModule } from '#platform/runtime';
import { testDatabase, testRuntime } from '#platform/testing';
import { bm25 } from './bm25.js';
import { drained, fill } from './eval.community.js';
import { type EvalSet, readSets } from './eval.data.js';
import { HEADING, line, measure } from './eval.figures.js';
import { grouping } from './grouping.measure.js';
import { fullText, meilisearchAlone } from './simple.methods.js';
import { typing } from './typing.measure.js';

const TEN = { limit: 10, backwards: false, from: null };

/** Past Jest, which would put its own lines around each. */
const print = (text: string) => process.stdout.write(`${text}\n`);

it('how well search finds', async () => {
  const folder = process.env.KUNDIG_EVAL_DATA;
  const sets = folder ? readSets(folder) : [];
  if (sets.length === 0) return void print('no evaluation data: KUNDIG_EVAL_DATA names no folder that has any');
  print(HEADING);
  for (const set of sets) {
    const database = await testDatabase();
    const runtime = testRuntime(database);
    try {
      if (!runtime.meili) throw new Error('There is no Meilisearch for this platform: nothing to compare with.');
      await others(set, new Meilisearch({ host: runtime.meili.url, apiKey: runtime.meili.key }), database.ownerUrl);
      await ours(set, runtime);
    } finally {
      await database.drop();
    }
  }
  const groups = await grouping(folder!);
  if (groups) print(groups);
});

/** What is there without us. */
async function others(set: EvalSet, client: Meilisearch, ownerUrl: string): Promise<void> {
  print(line(set.name, 'Meilisearch, default settings', await measure(set.queries, await meilisearchAlone(client, set))));
  const { search, close } = await fullText(ownerUrl, set);
  print(line(set.name, 'PostgreSQL full text', await measure(set.queries, search)));
  await close();
  print(line(set.name, 'BM25, two fields', await measure(set.queries, bm25(set))));
}

/** The product: rows, drainer, index, search; then the same without Meilisearch. */
async function ours(set: EvalSet, runtime: Runtime): Promise<void> {
  const whole = await program(runtime);
  const ids = await fill(whole.get(Database), set);
  await drained(whole.get(SearchMarks, { strict: false }));
  await report(set, 'Kundig', whole.get(SearchService), ids);
  if (set.name.startsWith('search-')) {
    const { mistyped, begun, titles } = await typing(set, whole.get(SearchService), ids);
    print(`${set.name}: of ${titles} titles, ${(100 * mistyped).toFixed(1)} % are among the first three with a mistake in each longer word, ${(100 * begun).toFixed(1)} % by their first twelve letters`);
  }
  await whole.close();
  const alone = await program({ ...runtime, meili: undefined });
  await report(set, 'Kundig, degraded (PostgreSQL)', alone.get(SearchService), ids);
  await alone.close();
}

async function report(set: EvalSet, system: string, service: SearchService, ids: Map<string, string>): Promise<void> {
  const guest = Actor.guest(set.language);
  const search = async (text: string) => {
    const [{ nodes }, { confidence }] = [await service.search(guest, { text }, TEN), await service.suggest(guest, text, 1)];
    return { ids: nodes.map(({ thread }) => ids.get(thread!.key)!), sure: confidence };
  };
  print(line(set.name, system, await measure(set.queries, search)));
}

function program(runtime: Runtime): Promise<INestApplicationContext> {
  @Module({ imports: [RuntimeModule.with(runtime), DatabaseModule, KnowledgeModule, SearchIndexingModule] })
  class Program {}
  return NestFactory.createApplicationContext(Program, { logger: ['error', 'warn'] });
}
