import { PLANTS } from './plants.js';
import { tell } from './stories.js';
import { newWorld, type World } from './world.js';

const SEED = Number(process.env['RANDOM_SEED'] ?? 1);
const MOST = 4_000;

describe('stories find', () => {
  let world: World;
  beforeAll(async () => { world = await newWorld(); }, 120_000);
  afterAll(() => world.close());

  it.each(PLANTS.map((plant) => [plant.name, plant] as const))('%s', async (name, plant) => {
    const pullOut = await plant.in(world.app, world.owner);
    const { operations, fault } = await tell(world, SEED, MOST, false).finally(pullOut);
    process.stderr.write(`${name}: ${fault ? `after ${operations} operations` : `not in ${operations}`}\n  ${fault}\n`);
    expect(fault).not.toBeNull();
  }, 600_000);
});
