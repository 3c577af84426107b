import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Outcome } from './load.js';

export interface Generator {
  fire(order: Order): Promise<Outcome>;
  stop(): void;
}

/** Starts the load generator beside us. */
export function startGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('load.js', import.meta.url)), { stdio: 'inherit' });
  return {
    fire: async (order) => {
      child.send(order);
      const [outcome] = (await once(child, 'message')) as [Outcome];
      return outcome;
    },
    stop: () => child.disconnect(),
  };
}
