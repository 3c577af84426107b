import { existsSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from '../../../apps/kundig/schema.js';
import { cellsOf, mutationOf } from './expected.js';
import { accessOfRootFields, guardedFields } from './schema.guards.js';
import { isRun, kindsOf, readTable, subjectOf, type Table, titleOf } from './table.js';

const HOW = 'in e2e/api/permissions/rows/<slice>.rows.ts (how: the head of e2e/api/permissions/notation.ts)';

/** Whether the table is about this very schema: no server, no database. */
describe('the permissions table', () => {
  let schema: GraphQLSchema;
  let table: Table;
  beforeAll(async () => { [schema, table] = [await buildSchema(), await readTable()]; });

  it('has a row for every operation and every field that depends on who asks', () => {
    const told = new Set(table.rows.map(subjectOf));
    const roots = [...accessOfRootFields(schema).keys()];
    const missing = [...roots.filter((name) => !told.has(name)).map((name) => `operation ${name}`), ...guardedFields(schema).filter((name) => !told.has(name)).map((name) => `field ${name}`)];
    expect(missing.map((name) => `${name} has no row: add one ${HOW}`)).toEqual([]);
  });

  it('has no row that is about nothing', () => {
    const operations = accessOfRootFields(schema);
    const fields = new Set(guardedFields(schema));
    const idle = table.rows.filter((row) => ('field' in row ? !fields.has(row.field) : !operations.has(subjectOf(row)))).map(subjectOf);
    expect(idle.map((name) => `the schema has no guarded ${name}: take its row out, or name it as the schema does`)).toEqual([]);
  });

  it('says of each operation the access that its resolver is marked with', () => {
    const operations = accessOfRootFields(schema);
    const wrong = table.rows.flatMap((row) => {
      if (!('access' in row) || !operations.has(subjectOf(row))) return [];
      const marked = operations.get(subjectOf(row));
      return marked === row.access ? [] : [`${subjectOf(row)}: the table says ${row.access}, @Access says ${marked ?? 'nothing'}`];
    });
    expect(wrong).toEqual([]);
  });

  it('names only actors, states, kinds, mutations and specs that there are', () => {
    const rows = table.rows.filter(isRun);
    for (const row of rows) Object.keys(row.except ?? {}).forEach(cellsOf); // throws at what it does not know
    const unknown = [
      ...rows.flatMap((row) => kindsOf(row).filter((kind) => !table.kinds[kind]).map((kind) => `${titleOf(row)}: no rows file has the kind ${kind}`)),
      ...rows.flatMap((row) => ('explains' in row && row.explains && !mutationOf(row.explains, rows) ? [`${row.field} explains ${row.explains}: no mutation row is called so`] : [])),
      ...table.rows.flatMap((row) => ('spec' in row && !existsSync(row.spec) ? [`${row.operation}: there is no ${row.spec}`] : [])),
    ];
    expect(unknown).toEqual([]);
  });
});
