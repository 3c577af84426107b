import type { Operation } from './operation.js';

const TRIES_EACH = 2; // people meet by chance: what fails once need not fail at the next time

/** Leaves out ever smaller parts while the story still fails; gives up when the time is over. */
export async function shortest(operations: readonly Operation[], fails: (story: readonly Operation[]) => Promise<boolean>, milliseconds: number): Promise<Operation[]> {
  const until = Date.now() + milliseconds;
  let story = [...operations];
  for (let part = Math.ceil(story.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < story.length; ) {
      if (Date.now() > until) return story;
      const without = story.toSpliced(from, part);
      if (without.length > 0 && (await failsIn(TRIES_EACH, () => fails(without)))) story = without;
      else from += part;
    }
  }
  return story;
}

async function failsIn(tries: number, fails: () => Promise<boolean>): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) if (await fails()) return true;
  return false;
}
