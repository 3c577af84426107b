import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { LogFile } from './log.file.js';

export interface Person {
  uid?: number;
  gid?: number;
}

export interface ChildOptions extends Person {
  command: string;
  args: string[];
  /** The folder it works in; leftovers of a killed Kundig are found by it. */
  cwd: string;
  /** Nothing else of our environment reaches it: no foreign PGDATA or MEILI_..., and no secret of ours. */
  env?: Record<string, string>;
  log: LogFile;
}

export type Signals = readonly { signal: NodeJS.Signals; /** Milliseconds to wait before the next, harder one. */ wait: number }[];

/** One running server. */
export class ServerChild {
  /** Settles when it ends, with the reason in words. */
  readonly exited: Promise<string>;
  private running = true;

  private constructor(
    private readonly process: ChildProcess,
    private readonly log: LogFile,
  ) {
    this.exited = new Promise((resolve) => {
      const end = (reason: string) => {
        this.running = false;
        resolve(reason);
      };
      process.once('error', (error) => end(error.message));
      process.once('exit', (code, signal) => end(signal ? `ended by ${signal}` : `ended with code ${code}`));
    });
  }

  static spawn({ command, args, cwd, env, uid, gid, log }: ChildOptions): ServerChild {
    const output = log.open();
    try {
      // detached: a session of its own, so that Ctrl-C at the terminal reaches only us and we end things in order.
      const options = { cwd, uid, gid, detached: true, stdio: ['ignore', output, output] as ['ignore', number, number] };
      return new ServerChild(spawn(command, args, { ...options, env: { PATH: process.env.PATH, ...env } }), log);
    } finally {
      closeSync(output);
    }
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.running;
  }

  /** What it wrote to its log since it began. */
  output(): string {
    return this.log.sinceOpened();
  }

  kill(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Asks it to end, then asks harder. */
  async end(signals: Signals): Promise<void> {
    for (const { signal, wait } of signals) {
      if (!this.running) return;
      this.kill(signal);
      await Promise.race([this.exited, timer(wait)]);
    }
  }
}

function timer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
