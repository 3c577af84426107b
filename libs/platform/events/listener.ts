import type { EventKind, EventSubject } from './event.kinds.js';

export interface StoredEvent<K extends EventKind = EventKind> {
  id: string;
  kind: K;
  actorId: string | null;
  subject: EventSubject[K];
  createdAt: Date;
}

/** Somebody who is told of events, at least once each and in any order: it must do no harm to be told twice. */
export interface Listener {
  /** Unique, and never changed: it is part of the job's key. */
  readonly name: string;
  readonly kinds: readonly EventKind[];
  hear(event: StoredEvent): Promise<void>;
}
