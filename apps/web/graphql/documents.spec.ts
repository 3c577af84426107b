import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, type GraphQLSchema, Kind, validate } from 'graphql';
import { buildSchema } from '../../kundig/schema.js';

const WEB = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.operation.js'));

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

it.each(files)('%s asks only for what the schema has', async (file) => {
  const exported = Object.values((await import(`../${file}`)) as Record<string, unknown>);
  const documents = exported.flatMap((value) => (isDocument(value) ? [value] : Object.values(value as object).filter(isDocument)));
  expect(documents.length).toBeGreaterThan(0);
  for (const document of documents) expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
});

it('has its types from the present schema: run `npm run sync` after a change', () => {
  const hash = createHash('sha256').update(readFileSync('schema.graphql')).digest('hex');
  expect(readFileSync('apps/web/graphql/schema.types.d.ts', 'utf8')).toContain(hash);
});

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === Kind.DOCUMENT;
}
