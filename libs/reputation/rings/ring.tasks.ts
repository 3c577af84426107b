import type { TaskList } from 'graphile-worker';
import type { RingService } from './ring.service.js';

export function ringTasks(rings: RingService): TaskList {
  return { 'find-rings': async () => void (await rings.find()) };
}

/** By night: it reads all votes of the last hundred days. */
export const RING_CRONTAB = '10 4 * * * find-rings ?queue=ranks&fill=12h&max=5';
