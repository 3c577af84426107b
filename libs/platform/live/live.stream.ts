const WAITING_MOST = 100; // who reads no faster than this is dropped, and finds all of it by reading again

/** What is told to one listener, in order. It holds little: a slow one is ended instead of remembered for. */
export class LiveStream<T> implements AsyncIterableIterator<T, undefined> {
  private waiting: T[] = [];
  private wish: ((result: IteratorResult<T, undefined>) => void) | null = null;
  private ended = false;

  constructor(private readonly onEnd: () => void) {}

  push(value: T): void {
    if (this.ended) return;
    if (this.wish) {
      this.wish({ done: false, value });
      this.wish = null;
    } else if (this.waiting.length < WAITING_MOST) this.waiting.push(value);
    else this.end();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.waiting = [];
    this.onEnd();
    this.wish?.({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.waiting.length > 0) return Promise.resolve({ done: false, value: this.waiting.shift()! });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((told) => { this.wish = told; });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
