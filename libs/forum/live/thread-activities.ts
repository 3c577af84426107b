import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Credentials } from '#accounts';
import type { Actor, Credential } from '#platform/access';
import { decodeId, encodeId } from '#platform/database';
import { LiveChannel, LiveStream } from '#platform/live';
import { readTold, type Told } from './activity.listener.js';
import { ActivityReader } from './activity.reader.js';
import { ActivityKind, type ThreadActivity } from './activity.type.js';
import { type Counted, GatheredCounts } from './gathered-counts.js';

const LOOK_MS = 30_000; // how long a stream in which nothing happens outlives its session
const BEHIND_MOST = 1_000; // messages that wait for the database; beyond, everyone reads again instead

interface Looker {
  credential: Credential;
  threadKey: string;
  stream: LiveStream<ThreadActivity>;
}

/** Who looks at which thread in this process, and what of it they are told: only what they may see at that moment. */
@Injectable()
export class ThreadActivities implements OnModuleInit {
  private readonly log = new Logger('Live');
  private readonly byThread = new Map<string, Set<Looker>>();
  private readonly counts = new GatheredCounts((threadKey, counted) => this.inTurn(threadKey, (lookers) => this.tellCounts(threadKey, counted, lookers)));
  private told: Promise<void> = Promise.resolve();
  private behind = 0;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly channel: LiveChannel,
    private readonly credentials: Credentials,
    private readonly reader: ActivityReader,
  ) {}

  onModuleInit(): void {
    this.channel.hear({ hear: (message) => this.hear(readTold(message)), resync: () => this.resync(this.all()) });
  }

  /** Ends all streams, for good. */
  end(): void {
    this.ended = true;
    clearInterval(this.timer);
    this.counts.end();
    for (const { stream } of this.all()) stream.end();
  }

  /** What happens in the thread from now on; null where it is not to be seen. */
  async of(credential: Credential, threadId: string): Promise<LiveStream<ThreadActivity> | null> {
    const threadKey = decodeId('thread', threadId);
    if (!threadKey) return null;
    await this.channel.open();
    const actor = (await this.credentials.actorsOf([credential]))(credential);
    if (!actor || this.ended || !(await this.reader.seesThread(actor, threadKey))) return null;
    return this.add(credential, threadKey);
  }

  /** The newest answers the looker sees beyond the number they know of: ids, oldest first. */
  async answersBeyond(credential: Credential, threadId: string, known: number): Promise<string[]> {
    const threadKey = decodeId('thread', threadId);
    const actor = (await this.credentials.actorsOf([credential]))(credential);
    return actor && threadKey ? (await this.reader.answersBeyond(actor, threadKey, known)).map((key) => encodeId('post', key)) : [];
  }

  /** Ends the streams of those whose session, or token, is no more. */
  async look(): Promise<void> {
    const all = this.all();
    const actorOf = await this.credentials.actorsOf(all.map(({ credential }) => credential), 0);
    for (const { credential, stream } of all) if (actorOf(credential) === null) stream.end();
  }

  private add(credential: Credential, threadKey: string): LiveStream<ThreadActivity> {
    const looker: Looker = { credential, threadKey, stream: new LiveStream(() => this.remove(looker)) };
    const lookers = this.byThread.get(threadKey) ?? new Set();
    this.byThread.set(threadKey, lookers.add(looker));
    this.timer ??= setInterval(() => void this.look().catch(() => undefined), LOOK_MS).unref(); // the database is away: the channel tells
    return looker.stream;
  }

  private remove(looker: Looker): void {
    const lookers = this.byThread.get(looker.threadKey);
    lookers?.delete(looker);
    if (lookers?.size === 0) this.byThread.delete(looker.threadKey);
  }

  private hear(told: Told | null): void {
    if (!told || !this.byThread.has(told.threadKey)) return;
    if (told.kind === ActivityKind.count) this.counts.add(told.threadKey, told.postKey);
    else this.inTurn(told.threadKey, (lookers) => this.tell(told, lookers));
  }

  /** One after the other, so that each is told in the order it happened. */
  private inTurn(threadKey: string, tell: (lookers: Looker[]) => Promise<void>): void {
    const lookers = this.byThread.get(threadKey);
    if (!lookers) return;
    if (this.behind >= BEHIND_MOST) return this.resync(lookers);
    this.behind += 1;
    const telling = async () => {
      const present = [...(this.byThread.get(threadKey) ?? [])];
      try {
        await tell(present);
      } catch (error) {
        this.log.warn(`Who may be told could not be read; everyone is to read again: ${(error as Error).message}`);
        this.resync(present);
      }
    };
    this.told = this.told.then(telling).finally(() => { this.behind -= 1; });
  }

  private async tell({ threadKey, postKey, kind }: Told, lookers: Looker[]): Promise<void> {
    const actorOf = await this.credentials.actorsOf(lookers.map(({ credential }) => credential));
    const { sees, accepted, official } = await this.reader.whoSees(threadKey, postKey);
    const holds = kind === ActivityKind.accept ? { holds: accepted } : kind === ActivityKind.official ? { holds: official } : {};
    this.push(lookers, actorOf, (actor) => (sees(actor) ? { threadId: encodeId('thread', threadKey), postId: postKey && encodeId('post', postKey), kind, ...holds } : null));
  }

  private async tellCounts(threadKey: string, counted: Counted, lookers: Looker[]): Promise<void> {
    if (lookers.length === 0) return;
    const actorOf = await this.credentials.actorsOf(lookers.map(({ credential }) => credential));
    const counts = await this.reader.counts(threadKey, counted);
    this.push(lookers, actorOf, (actor) => {
      const seen = counts(actor);
      return seen && { threadId: encodeId('thread', threadKey), postId: null, kind: ActivityKind.count, ...seen };
    });
  }

  private push(lookers: Looker[], actorOf: (credential: Credential) => Actor | null, activityFor: (actor: Actor) => ThreadActivity | null): void {
    for (const { credential, stream } of lookers) {
      const actor = actorOf(credential);
      const activity = actor && activityFor(actor);
      if (actor === null) stream.end();
      else if (activity) stream.push(activity);
    }
  }

  private resync(lookers: Iterable<Looker>): void {
    for (const { stream, threadKey } of lookers) stream.push({ threadId: encodeId('thread', threadKey), postId: null, kind: ActivityKind.resync });
  }

  private all(): Looker[] {
    return [...this.byThread.values()].flatMap((lookers) => [...lookers]);
  }
}
