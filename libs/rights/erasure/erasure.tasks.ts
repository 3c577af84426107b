import type { TaskList } from 'graphile-worker';
import type { ErasureRunner } from './erasure.runner.js';
import { RIGHTS_QUEUE } from '../rights.jobs.js';
import { ERASURE_TRIES, type ErasureService } from './erasure.service.js';

const AGAIN_MS = 60_000;

export function erasureTasks(runner: ErasureRunner, erasures: ErasureService): TaskList {
  return {
    'erase-member': async (payload, { addJob }) => {
      const { memberId } = payload as { memberId: string };
      if (await runner.run(memberId)) return;
      await addJob('erase-member', { memberId }, { runAt: new Date(Date.now() + AGAIN_MS), maxAttempts: ERASURE_TRIES, queueName: RIGHTS_QUEUE, jobKey: `erase:${memberId}` });
    },
    'sweep-erasures': () => erasures.sweep(),
  };
}

export const ERASURE_CRONTAB = '11 * * * * sweep-erasures';
