import type { GraphQLSchema } from 'graphql';
import { buildSchema } from '../../../apps/kundig/schema.js';
import { runCell } from './cell.js';
import { expectedOf } from './expected.js';
import { ACTORS, type Outcome, type RunRow, type State, type Target } from './notation.js';
import { isRun, kindsOf, readTable, titleOf } from './table.js';
import { World } from './world.js';

const { rows, kinds } = await readTable();
const runs = rows.filter(isRun);

describe('who may do what to what', () => {
  let world: World;
  let schema: GraphQLSchema;
  const targets = new Map<string, [State, Target][]>();

  beforeAll(async () => {
    [world, schema] = [await World.open(), await buildSchema()];
    for (const name of new Set(runs.flatMap(kindsOf))) {
      const kind = kinds[name]!;
      const made: [State, Target][] = [];
      for (const state of kind.states) made.push([state, await kind.make(world, state)]);
      targets.set(name, kind.absent ? [['absent', kind.absent], ...made] : made);
    }
  });
  afterAll(() => world.close());

  /** The cells of a row that are not as the table says. */
  async function faultsOf(row: RunRow, kindName: string | undefined): Promise<string[]> {
    const kind = kindName === undefined ? undefined : kinds[kindName];
    const cells: [State, Target][] = kindName === undefined ? [['visible', { id: '' }]] : targets.get(kindName)!;
    const faults: string[] = [];
    for (const actor of ACTORS) {
      let nothing: string | undefined;
      for (const [state, target] of cells) {
        const cell = `${actor}${kindName === undefined ? '' : `, ${state} ${kindName}`}`;
        const expected = expectedOf(row, kind, actor, state, runs);
        const { outcome, reply } = await runCell(world, schema, row, actor, target);
        if (state === 'absent') nothing = reply;
        if (outcome !== expected) faults.push(`${cell}: the table says ${expected}, the answer is ${outcome}: ${reply.slice(0, 300)}`);
        else if (isGuard(expected)) break; // by the actor alone: it comes before anyone looks at the object
        else if (expected === 'absent' && nothing && !('finds' in row) && reply !== nothing) faults.push(`${cell}: looks other than what is not there: ${reply.slice(0, 300)} against ${nothing.slice(0, 300)}`);
      }
    }
    return faults;
  }

  it.each(runs.map((row) => [titleOf(row), row] as const))('%s', async (_, row) => {
    const names = row.on === undefined ? [undefined] : kindsOf(row);
    const faults: string[] = [];
    for (const name of names) faults.push(...(await faultsOf(row, name)));
    expect(faults).toEqual([]);
  });
});

function isGuard(outcome: Outcome): boolean {
  return outcome === 'UNAUTHENTICATED' || outcome === 'FORBIDDEN';
}
