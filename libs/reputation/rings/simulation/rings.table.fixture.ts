// npm run rings [seed ...]: what the finder of rings finds in simulated communities; a row each kind and size, precision / recall by how much they hide.
import { measure } from './rings.measured.fixture.js';
import type { Planted } from './voting.simulation.fixture.js';

const CAMOUFLAGE = [0, 0.25, 0.5, 0.75];
const SIZES: Record<Planted['kind'], readonly number[]> = { mutual: [2, 3, 5, 8], star: [4, 6, 9], against: [2, 4, 6] };
const FIRST_SEED = 201;

const given = process.argv.slice(2).map(Number);
const seeds = given.length > 0 ? given : Array.from({ length: 10 }, (_, at) => FIRST_SEED + at);
const lines = (Object.keys(SIZES) as Planted['kind'][]).flatMap((kind) => SIZES[kind].map((size) => {
  const cells = CAMOUFLAGE.map((camouflage) => measure({ kind, size, camouflage }, seeds)).map(({ precision, recall }) => `${precision.toFixed(2)} / ${recall.toFixed(2)}`);
  return `| ${kind}, ${size} | ${cells.join(' | ')} |`;
}));
process.stdout.write(`${['| ring | no camouflage | .25 | .5 | .75 |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')}\n`);
