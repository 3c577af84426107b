import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processesIn } from './process.identity.js';

/** Stops the Meilisearch that a killed Kundig left running in this folder: two on one index would ruin it. */
export async function stopLeftoverMeilisearch(folder: string, program: string, log: (line: string) => void): Promise<void> {
  for (let told = false, waited = 0; ; waited += 25, told = true) {
    const living = new Set([...processesIn(folder, basename(program)), ...processesIn(folder, 'meilisearch')]);
    if (living.size === 0) return;
    if (!told) log(`stopping the Meilisearch that an earlier Kundig left behind (process ${[...living].join(', ')})`);
    for (const pid of living) {
      try {
        if (!told || waited > 5_000) process.kill(pid, waited > 5_000 ? 'SIGKILL' : 'SIGTERM');
      } catch {
        // It ended by itself meanwhile, which is what was wanted.
      }
    }
    await pause(25);
  }
}
