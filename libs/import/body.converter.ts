import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Body, convertBody, type RawBody } from './post.body.js';

const WORKER = fileURLToPath(new URL('./post.body.worker.js', import.meta.url));
const WORKER_MB = 256; // a batch takes a few; without a limit the collector lets it grow with the machine
const BODIES_A_TURN = 20; // some 10 ms: the database's answers are read in between

/**
 * Turns bodies into Markdown and HTML, which is most of an import's work, on a thread of its own: reading and the database get
 * the other core. Run from TypeScript sources (tests) there is no compiled worker, and it works here.
 */
export class BodyConverter {
  private readonly worker = existsSync(WORKER) ? new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: WORKER_MB } }) : null;
  private readonly waiting: PromiseWithResolvers<Body[]>[] = []; // the worker answers in the order it was asked

  private failure: Error | undefined;

  constructor(private readonly base: string | undefined) {
    this.worker?.on('message', (made: Body[]) => this.waiting.shift()?.resolve(made));
    this.worker?.on('error', (error) => this.fail(error));
    this.worker?.on('exit', (code) => this.fail(new Error(`The thread that converts posts ended with ${code}.`)));
  }

  async convert(bodies: RawBody[]): Promise<Body[]> {
    if (!this.worker) return this.convertHere(bodies);
    if (this.failure) throw this.failure;
    const answer = Promise.withResolvers<Body[]>();
    this.waiting.push(answer);
    this.worker.postMessage({ bodies, base: this.base });
    return answer.promise;
  }

  private fail(error: Error): void {
    this.failure ??= error; // it may die before it was asked anything
    for (const one of this.waiting.splice(0)) one.reject(this.failure);
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private async convertHere(bodies: RawBody[]): Promise<Body[]> {
    const made: Body[] = [];
    for (const body of bodies) {
      made.push(convertBody(body, this.base));
      if (made.length % BODIES_A_TURN === 0) await turn();
    }
    return made;
  }
}
