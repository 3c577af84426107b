import { setTimeout as pause } from 'node:timers/promises';
import type { ServerChild, Signals } from './server.child.js';

/** A server that lived shorter than this died quickly: it will not get better by trying on for ever. */
const QUICK_MS = 10_000;
const QUICK_DEATHS = 5;
const FIRST_WAIT_MS = 100;

export interface Supervised {
  name: string;
  /** Starts it and waits until it answers. Called again, with the same port and data, whenever it died. */
  launch(): Promise<ServerChild>;
  /** How it is asked to end, and how in a hurry. */
  signals: { orderly: Signals; hurried: Signals };
  log(line: string): void;
}

/** Keeps one server running until it is stopped. */
export class ServerSupervisor {
  private child?: ServerChild;
  private stopping = false;
  private watching: Promise<void> = Promise.resolve();
  private readonly lostListeners: ((reason: string) => void)[] = [];

  constructor(private readonly server: Supervised) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    this.child = await this.server.launch();
    this.watching = this.watch(this.child);
  }

  onLost(listener: (reason: string) => void): void {
    this.lostListeners.push(listener);
  }

  /** Ends it. Asked a second time with `hurried`, it does not wait for the orderly way any more. */
  async stop(how: 'orderly' | 'hurried' = 'orderly'): Promise<void> {
    this.stopping = true;
    await this.child?.end(this.server.signals[how]);
    await this.watching;
  }

  private async watch(first: ServerChild): Promise<void> {
    let child: ServerChild | undefined = first;
    let since = Date.now();
    let quickDeaths = 0;
    let reason = '';
    for (;;) {
      if (child) reason = await child.exited;
      if (this.stopping) return;
      const quick = !child || Date.now() - since < QUICK_MS;
      quickDeaths = quick ? quickDeaths + 1 : 1;
      if (quickDeaths > QUICK_DEATHS) break;

      this.server.log(`${this.server.name} ${reason}: starting it again`);
      await pause(quickDeaths === 1 ? 0 : FIRST_WAIT_MS * 2 ** (quickDeaths - 1));
      if (this.stopping) return;
      try {
        child = await this.server.launch();
        this.child = child;
        since = Date.now();
        // stop() may have come while it was launched, and then ended only the one before.
        if (this.stopping) await child.end(this.server.signals.orderly);
        else this.server.log(`${this.server.name} runs again`);
      } catch (error) {
        child = undefined;
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    this.server.log(`${this.server.name} ${reason}: given up after ${QUICK_DEATHS} restarts`);
    for (const listener of this.lostListeners) listener(reason);
  }
}
