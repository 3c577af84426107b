/** Ctrl-C under `npm start` arrives twice, from the terminal and from npm: what comes this soon is the same wish. Milliseconds. */
const SAME_WISH = 1_000;

export interface End {
  exitCode: number;
  reason: string;
}

/** Waits for the moment when this process is to end: by a signal, by a fault nobody caught, or because somebody says so. */
export class EndRequest {
  readonly wished: Promise<End>;
  /** Settles when the wish is repeated: then nothing is waited for any more. */
  readonly hurried: Promise<void>;
  private since = 0;
  private settle!: (end: End) => void;
  private hurry!: () => void;

  constructor() {
    this.wished = new Promise((resolve) => (this.settle = resolve));
    this.hurried = new Promise((resolve) => (this.hurry = resolve));
    // SIGHUP: the terminal was closed.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.wish({ exitCode: 0, reason: signal }));
    for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(fault, (error: unknown) => {
        console.error(error);
        this.demand('a fault that nobody caught');
      });
    }
  }

  get isWished(): boolean {
    return this.since > 0;
  }

  /** Ends in order all the same, but with a code that says something went wrong. */
  demand(reason: string): void {
    this.since ||= Date.now();
    this.settle({ exitCode: 1, reason });
  }

  private wish(end: End): void {
    if (this.since > 0 && Date.now() - this.since > SAME_WISH) this.hurry();
    this.since ||= Date.now();
    this.settle(end);
  }
}
