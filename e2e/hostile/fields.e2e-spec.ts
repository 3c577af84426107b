import type { GraphQLSchema } from 'graphql';
import { buildSchema } from '../../apps/kundig/schema.js';
import { World } from '../api/permissions/world.js';
import { areCollected, collected } from './collected.js';
import { RULES } from './field.rules.js';
import { examplesIn, faultOf, ruleOf } from './field.walk.js';
import { HOSTILE, shareOf, STRINGS } from './strings.js';
import { type TextField, textArguments, textFields } from './text.fields.js';

/** How many of the list go into a field that does not try all of it, besides what is no text at all. */
const SHARE = { usual: 12, slow: 4, shared: 3 };

describe('every text field of the API', () => {
  let world: World;
  let schema: GraphQLSchema;
  let examples: Awaited<ReturnType<typeof examplesIn>>;
  let fields: TextField[];
  beforeAll(async () => {
    [world, schema] = [await World.open(), await buildSchema()];
    fields = textFields(schema);
    examples = await examplesIn(world);
  });
  afterAll(() => world.close());

  /** One text after the other into one field after the other; what went wrong. */
  async function walk(each: (field: TextField) => Iterable<string>): Promise<{ tried: number; faults: string[] }> {
    const faults: string[] = [];
    let tried = 0;
    for (const field of fields) {
      for (const text of each(field)) {
        if (tried++ % 20 === 0 || ruleOf(field)!.slow) await world.db.query('delete from rate_limit'); // counted on another connection, which no rollback reaches
        const fault = await faultOf(world, examples.get(field.mutation)!, field, text);
        if (fault) faults.push(fault);
      }
    }
    return { tried, faults };
  }

  it('are two hundred texts, all different', () => {
    expect(new Set(STRINGS).size).toBe(200);
    expect(STRINGS).toHaveLength(200);
  });

  it('has a rule for each, and an example of each mutation', () => {
    const missing = fields.filter((field) => !ruleOf(field)).map(({ mutation, path }) => `${mutation}.${path} takes text: say in e2e/hostile/field.rules.ts what becomes of it`);
    const without = fields.filter(({ mutation }) => !examples.has(mutation)).map(({ mutation }) => `${mutation}: no row of the permissions table has an input; give one in e2e/hostile/field.walk.ts`);
    const known = new Set(fields.map(({ mutation, path }) => `${mutation}.${path}`));
    const idle = Object.keys(RULES).filter((name) => !known.has(name)).map((name) => `${name} is no field of the schema`);
    expect([...missing, ...new Set(without), ...idle]).toEqual([]);
  });

  it('takes a text as it is, or says what is wrong with it at its field', async () => {
    const { tried, faults } = await walk((field) => (ruleOf(field)!.every ? STRINGS : part(STRINGS, field)));
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(2_000);
  }, 120_000);

  (areCollected ? it : it.skip)('does so with all that others collected (needs the folder in KUNDIG_EVAL_DATA)', async () => {
    const texts = collected();
    const { tried, faults } = await walk((field) => (['askQuestion.body', 'askQuestion.title', 'saveDraft.fields[].value'].includes(`${field.mutation}.${field.path}`) ? texts : part(texts, field, 20)));
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(3 * texts.length);
  }, 1_200_000);

  it('answers arguments of queries that are none as such', async () => {
    const faults: string[] = [];
    for (const { field, argument, type } of textArguments(schema)) {
      for (const text of part(STRINGS, { mutation: field, path: argument }, SHARE.usual)) {
        const { query, value } = asking(field, argument, type, text);
        const reply = await world.ask('admin', query, JSON.parse(JSON.stringify({ value })) as Record<string, unknown>);
        const wrong = reply.errors?.find(({ extensions }) => extensions?.['code'] !== 'BAD_USER_INPUT');
        if (wrong) faults.push(`${field}(${argument}) with ${JSON.stringify(text.slice(0, 80))}: ${wrong.message}`);
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

/** What is no text at all, and a share of the rest. */
function part(texts: readonly string[], { mutation, path }: { mutation: string; path: string }, most?: number): readonly string[] {
  const rule = RULES[`${mutation}.${path}`];
  const size = most ?? (!rule ? SHARE.shared : rule.slow ? SHARE.slow : SHARE.usual);
  const [nul, , half, other] = HOSTILE.unstorable;
  return [nul, size % 2 === 0 ? half : other, ...shareOf(`${mutation}.${path}`, size, texts)];
}

/** Arguments that have to be there beside the one that is tried. */
const BESIDE: Record<string, string> = { search: 'first: 5', suggest: 'first: 5', tags: 'first: 5', threads: 'first: 5', followed: 'kind: thread', answers: 'first: 5', comments: 'first: 5', revisions: 'first: 5' };
const NEEDED: Record<string, string> = { 'preview.body': 'body: "x"', 'search.text': 'text: "router"', 'tags.startsWith': 'startsWith: ""' };

/** The least that asks it: of a field below, through the thread or post that is there. */
function asking(field: string, argument: string, type: string, text: string): { query: string; value: unknown } {
  const [owner, name] = field.split('.') as [string, string];
  const paged = argument === 'after' ? 'first: 5' : argument === 'before' ? 'last: 5' : BESIDE[name];
  const needed = Object.entries(NEEDED).filter(([key]) => key.startsWith(`${name}.`) && key !== `${name}.${argument}`).map(([, given]) => given);
  const given = [...new Set([paged, ...(name === 'followed' ? ['kind: thread'] : []), ...(argument === 'after' && BESIDE[name] ? [] : []), ...needed])].filter(Boolean).join(', ');
  const call = `${name}(${[given, `${argument}: $value`].filter(Boolean).join(', ')})`;
  const asked = SCALAR.has(name) ? call : `${call} { __typename }`;
  const inner = owner === 'Query' ? asked : owner === 'Thread' ? `thread(id: "thr_1") { ${asked} }` : `post(id: "pst_1") { ${asked} }`;
  return { query: `query($value: ${type}) { ${inner} }`, value: type.startsWith('[ThreadFieldInput') ? [{ key: 'device', value: text }] : type.startsWith('NoticeAboutInput') ? { text, categoryId: text.slice(0, 40), category: text.slice(0, 60), tags: [text.slice(0, 200)], fields: [{ key: 'region', value: text }] } : text };
}

const SCALAR = new Set(['isUnclaimed', 'preview']);
