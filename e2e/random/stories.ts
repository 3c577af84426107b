import { play } from './play.js';
import { type Operation, story } from './operation.js';
import { shortest } from './shrink.js';
import type { World } from './world.js';

const LENGTH = 250; // operations of one story: long enough for threads with a past, short enough to be understood when it fails
const SHRINK_MS = 60_000;

export interface Told {
  operations: number;
  /** What went wrong, with all it takes to see it again. */
  fault: string | null;
}

/** Tells stories until so many operations were played, or one goes wrong. */
export async function tell(world: World, seed: number, operations: number, shrink = true): Promise<Told> {
  for (let done = 0, chapter = 0; done < operations; chapter += 1) {
    const told = story(seed + chapter, Math.min(LENGTH, operations - done));
    const { played, fault } = await play(world, told);
    done += played;
    if (!fault) continue;
    if (!shrink) return { operations: done, fault };
    return { operations: done, fault: await explained(world, seed + chapter, told.slice(0, played), fault) };
  }
  return { operations, fault: null };
}

const kindOf = (fault: string) => fault.split('\n')[0]!.replace(/\d+/g, '');

async function explained(world: World, seed: number, failed: readonly Operation[], fault: string): Promise<string> {
  let last = fault;
  const short = await shortest(failed, async (some) => {
    const ending = await play(world, some);
    if (ending.fault === null || kindOf(ending.fault) !== kindOf(fault)) return false; // another fault is another story
    last = ending.fault;
    return true;
  }, SHRINK_MS);
  return `${fault}\nSeed: RANDOM_SEED=${seed} RANDOM_OPERATIONS=${failed.length}\nIn short, ${short.length} operations: ${last}\nRANDOM_STORY='${JSON.stringify(short)}'`;
}
