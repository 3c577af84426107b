import type { Operation } from './operation.js';
import { PLANTS } from './plants.js';
import { play } from './play.js';
import { tell } from './stories.js';
import { newWorld, type World } from './world.js';

// docs/guides/measuring.md says how to play again what has failed
const SEED = Number(process.env['RANDOM_SEED'] ?? 1);
const OPERATIONS = Number(process.env['RANDOM_OPERATIONS'] ?? 2_000);
const STORY = process.env['RANDOM_STORY'];

describe('people who do anything at any time', () => {
  let world: World;
  beforeAll(async () => { world = await newWorld(); }, 120_000);
  afterAll(() => world.close());

  it('leave everything as it must be', async () => {
    if (STORY) expect((await play(world, JSON.parse(STORY) as Operation[])).fault).toBeNull();
    else expect((await tell(world, SEED, OPERATIONS)).fault).toBeNull();
  }, 3_600_000);

  it('would show a counter that is not counted down', async () => {
    const pullOut = await PLANTS.find(({ name }) => name === 'a deleted comment still counts')!.in(world.app, world.owner);
    expect((await tell(world, SEED, 500, false).finally(pullOut)).fault).toMatch(/comments of post/);
  }, 120_000);
});
