import { DataSource } from 'typeorm';
import { MEMBER_ENTITIES } from '#accounts';
import { FORUM_ENTITIES } from '#forum';
import { type TestDatabase, testDatabase } from '#platform/testing';

/** What TypeORM believes of a table must be what the migrations made: a column it does not know is fine, one that is otherwise is not. */
describe('entities', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    source = await new DataSource({ type: 'postgres', url: database.url, entities: [...MEMBER_ENTITIES, ...FORUM_ENTITIES] }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('match the migrations', async () => {
    const rows = await source.query<{ table_name: string; column_name: string; data_type: string; is_nullable: string }[]>(
      `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public'`,
    );
    const columns = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, `${row.data_type}${row.is_nullable === 'YES' ? ' null' : ''}`]));
    const TYPES: Record<string, string> = { timestamptz: 'timestamp with time zone' };
    for (const entity of source.entityMetadatas) {
      for (const column of entity.columns) {
        const type = source.driver.normalizeType(column);
        expect([`${entity.tableName}.${column.databaseName}`, columns.get(`${entity.tableName}.${column.databaseName}`)]).toEqual([
          `${entity.tableName}.${column.databaseName}`,
          `${TYPES[type] ?? type}${column.isNullable ? ' null' : ''}`,
        ]);
      }
    }
  });
});
