import type { TaskList } from 'graphile-worker';
import type { ErasureRunner } from './erasure.runner.js';
import { ERASURE_TRIES } from './erasure.service.js';

const AGAIN_MS = 60_000;

export function erasureTasks(runner: ErasureRunner): TaskList {
  return {
    'erase-member': async (payload, { addJob }) => {
      const { memberId } = payload as { memberId: string };
      if (await runner.run(memberId)) return;
      await addJob('erase-member', { memberId }, { runAt: new Date(Date.now() + AGAIN_MS), maxAttempts: ERASURE_TRIES });
    },
  };
}
