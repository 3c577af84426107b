const GATHERED_MS = 1_000;
const POSTS_MOST = 50; // scores in one message; further ones wait for the next

/** What was counted in a thread: posts that were voted on, and the thread itself (null) where somebody has its problem, too. */
export type Counted = ReadonlySet<string | null>;

/** Gathers what is counted in a thread for a second: a storm of votes costs one message and one reading a second, however many vote. */
export class GatheredCounts {
  private readonly byThread = new Map<string, { counted: Set<string | null>; timer: NodeJS.Timeout }>();

  constructor(private readonly tell: (threadKey: string, counted: Counted) => void) {}

  add(threadKey: string, postKey: string | null): void {
    const gathered = this.byThread.get(threadKey) ?? { counted: new Set(), timer: this.later(threadKey) };
    gathered.counted.add(postKey);
    this.byThread.set(threadKey, gathered);
  }

  end(): void {
    for (const { timer } of this.byThread.values()) clearTimeout(timer);
    this.byThread.clear();
  }

  private later(threadKey: string): NodeJS.Timeout {
    return setTimeout(() => {
      const [now, next] = [new Set<string | null>(), new Set<string | null>()];
      for (const each of this.byThread.get(threadKey)!.counted) (now.size < POSTS_MOST ? now : next).add(each);
      if (next.size > 0) this.byThread.set(threadKey, { counted: next, timer: this.later(threadKey) });
      else this.byThread.delete(threadKey);
      this.tell(threadKey, now);
    }, GATHERED_MS).unref();
  }
}
