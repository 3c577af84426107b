import { type INestApplicationContext, Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { RuntimeModule } from '#platform/runtime';
import { type TestDatabase, testDatabase, testRuntime } from './test-database.js';

export interface TestContext {
  context: INestApplicationContext;
  database: TestDatabase;
  close(): Promise<void>;
}

/** The slices under test on a database of their own, without HTTP. */
export async function testContext(imports: NonNullable<ModuleMetadata['imports']>, overrides: Partial<Settings> = {}): Promise<TestContext> {
  const database = await testDatabase();
  @Module({ imports: [RuntimeModule.with(testRuntime(database, overrides)), DatabaseModule, ...imports] })
  class TestModule {}
  const context = await NestFactory.createApplicationContext(TestModule, { logger: ['error', 'fatal'], abortOnError: false });
  return {
    context,
    database,
    close: async () => {
      await context.close();
      await database.drop();
    },
  };
}
