import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Meilisearch } from 'meilisearch';
import { KnowledgeModule, SearchIndexingModule, SearchMarks, SearchService } from '#knowledge';
import { Actor } from '#platform/access';
import { Database, DatabaseModule } from '#platform/database';
import { type Runtime, RuntimeModule } from '#platform/runtime';
import { testDatabase, testRuntime } from '#platform/testing';
import { drained, fill } from './eval.community.js';
import { type EvalSet, readSets } from './eval.data.js';
import { HEADING, line, measure } from './eval.figures.js';

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
      await plain(set, new Meilisearch({ host: runtime.meili.url, apiKey: runtime.meili.key }));
      await ours(set, runtime);
    } finally {
      await database.drop();
    }
  }
});

/** The sentence sent as it is, to an index with default settings. */
async function plain(set: EvalSet, client: Meilisearch): Promise<void> {
  const index = client.index(`plain_${set.name}`);
  const documents = set.threads.map(({ answers, ...thread }) => ({ ...thread, answers: answers.join('\n') }));
  await index.addDocuments(documents, { primaryKey: 'id' }).waitTask({ timeout: 60_000 });
  const search = async (text: string) => (await index.search(text, { limit: 10, attributesToRetrieve: ['id'] })).hits.map((hit) => String(hit.id));
  print(line(set.name, 'Meilisearch, default settings', await measure(set.queries, search)));
}

/** The product: rows, drainer, index, search; then the same without Meilisearch. */
async function ours(set: EvalSet, runtime: Runtime): Promise<void> {
  const whole = await program(runtime);
  const ids = await fill(whole.get(Database), set);
  await drained(whole.get(SearchMarks, { strict: false }));
  await report(set, 'Kundig', whole.get(SearchService), ids);
  await whole.close();
  const alone = await program({ ...runtime, meili: undefined });
  await report(set, 'Kundig, degraded (PostgreSQL)', alone.get(SearchService), ids);
  await alone.close();
}

async function report(set: EvalSet, system: string, service: SearchService, ids: Map<string, string>): Promise<void> {
  const guest = Actor.guest(set.language);
  const search = async (text: string) => (await service.search(guest, { text }, TEN)).nodes.map(({ thread }) => ids.get(thread.key)!);
  print(line(set.name, system, await measure(set.queries, search)));
}

function program(runtime: Runtime): Promise<INestApplicationContext> {
  @Module({ imports: [RuntimeModule.with(runtime), DatabaseModule, KnowledgeModule, SearchIndexingModule] })
  class Program {}
  return NestFactory.createApplicationContext(Program, { logger: ['error', 'warn'] });
}
