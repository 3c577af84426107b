const FAILURES_TO_OPEN = 3; // one may be chance; each costs somebody the whole time-out
const OPEN_MS = 1_000; // short: asking once a second whether it is back harms nobody

/** Said instead of asking a server that just failed. */
export class CircuitOpen extends Error {
  constructor() {
    super('The server failed several times just now; it is not asked again yet.');
    this.name = 'CircuitOpen';
  }
}

/** Lets calls through until several in a row failed; then one a second tries whether the server is back, and the others are spared the wait. */
export class CircuitBreaker {
  private failures = 0;
  private retryAt = 0;
  private probing = false;

  constructor(
    /** Whether an error is the server's. The caller's own mistakes must not take the search away from others. */
    private readonly isFailure: (error: unknown) => boolean,
    private readonly now: () => number = Date.now,
  ) {}

  get isOpen(): boolean {
    return this.failures >= FAILURES_TO_OPEN;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const probe = this.isOpen;
    if (probe && (this.probing || this.now() < this.retryAt)) throw new CircuitOpen();
    this.probing = probe;
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      if (this.isFailure(error)) {
        this.failures += 1;
        this.retryAt = this.now() + OPEN_MS;
      } else {
        this.failures = 0; // it answered
      }
      throw error;
    } finally {
      if (probe) this.probing = false;
    }
  }
}
