import type { GraphQLSchema } from 'graphql';
import type { ActorName, RunRow, Target } from './notation.js';
import type { Reply, World } from './world.js';

const PROBLEM = 'problem { code ... on InvalidInput { fields { field code } } ... on NotAllowed { reason } }';

export interface Seen {
  /** As an Outcome is written, or what no row can expect (INTERNAL, say). */
  outcome: string;
  /** The whole reply, for comparing. */
  reply: string;
}

/** Runs one cell and undoes it. */
export async function runCell(world: World, schema: GraphQLSchema, row: RunRow, actor: ActorName, target: Target): Promise<Seen> {
  const { query, variables } = operationOf(schema, row, target);
  await world.db.query('delete from rate_limit'); // counted on another connection, which no rollback reaches
  const reply = await world.undone(async () => {
    await row.before?.(world, target, actor);
    return world.ask(actor, query, variables);
  });
  return { outcome: outcomeOf(row, reply, target), reply: JSON.stringify(reply) };
}

function operationOf(schema: GraphQLSchema, row: RunRow, target: Target): { query: string; variables: Record<string, unknown> } {
  if ('mutation' in row) {
    const type = schema.getMutationType()?.getFields()[row.mutation]?.args[0]?.type.toString();
    return { query: `mutation($input: ${type}) { result: ${row.mutation}(input: $input) { ${row.select ?? ''} ${PROBLEM} } }`, variables: { input: row.input(target) } };
  }
  const [, root = ''] = /^\s*(\w+)/.exec(row.ask) ?? [];
  const used = [...row.ask.matchAll(/(\w+): \$(\w+)/g)].map(([, argument, name]) => {
    const type = schema.getQueryType()?.getFields()[root]?.args.find((candidate) => candidate.name === argument)?.type.toString();
    return { name: name!, text: `$${name}: ${type}` };
  });
  const declared = used.length > 0 ? `(${used.map(({ text }) => text).join(', ')})` : '';
  return { query: `query${declared} { result: ${row.ask} }`, variables: Object.fromEntries(used.map(({ name }) => [name, target[name]])) };
}

function outcomeOf(row: RunRow, { data, errors }: Reply, target: Target): string {
  if (errors?.length) {
    const code = errors[0]!.extensions?.code;
    return code === 'NOT_FOUND' ? 'absent' : code === 'BAD_USER_INPUT' ? `BAD_USER_INPUT: ${errors[0]!.message}` : String(code);
  }
  const result = data?.result;
  if ('mutation' in row) return problemOf((result as { problem: Problem | null }).problem);
  if (row.finds) return JSON.stringify(result).includes(`"${target.id}"`) ? 'ok' : 'absent';
  if ('query' in row) return saysNothing(result) ? 'absent' : 'ok';
  return valueOf(result);
}

interface Problem {
  code: string;
  reason?: string;
  fields?: { field: string }[];
}

function problemOf(problem: Problem | null): string {
  if (!problem) return 'ok';
  switch (problem.code) {
    case 'NotAllowed': return problem.reason!;
    case 'InvalidInput': return `invalid ${problem.fields!.map(({ field }) => field).join(' ')}`;
    case 'Conflict': return 'conflict';
    case 'TooFast': return 'too-fast';
    default: return problem.code;
  }
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'nodes' in value && saysNothing(value.nodes);
}

/** Down to the field that was asked for: each level above it has one key. */
function valueOf(value: unknown): string {
  if (value === null || value === undefined) return 'absent';
  if (typeof value !== 'object') return `is ${JSON.stringify(value)}`.replaceAll('"', '');
  if ('allowed' in value) return value.allowed ? 'ok' : String((value as { reason?: string }).reason);
  const inner = Object.values(value);
  return inner.length === 1 && !Array.isArray(value) ? valueOf(inner[0]) : 'ok';
}
