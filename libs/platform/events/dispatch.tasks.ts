import { Logger } from '@nestjs/common';
import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';
import type { Listener, StoredEvent } from './listener.js';

interface EventRow {
  id: string;
  kind: StoredEvent['kind'];
  actor_id: string | null;
  subject: StoredEvent['subject'];
  created_at: Date;
}

const log = new Logger('Events');
const AGAIN_MS = 1_000;

/**
 * `dispatch` tells an event to all who listen to its kind. One that fails gets a job of its own, `hear`, and is tried again alone:
 * the others are told once.
 */
export function dispatchTasks(db: Database, listeners: readonly Listener[]): TaskList {
  const byName = new Map(listeners.map((listener) => [listener.name, listener]));
  if (byName.size !== listeners.length) throw new Error('Two listeners have the same name: each is known by it in the job queue.');
  const read = async (eventId: string): Promise<StoredEvent | null> => {
    const [row] = await db.prepared<EventRow>('select id, kind, actor_id, subject, created_at from event where id = $1', [eventId]);
    return row ? { id: row.id, kind: row.kind, actorId: row.actor_id, subject: row.subject, createdAt: row.created_at } : null;
  };
  return {
    dispatch: async (payload, { addJob }) => {
      const { eventId } = payload as { eventId: string };
      const event = await read(eventId);
      if (!event) return;
      const told = listeners.filter((candidate) => candidate.kinds.includes(event.kind));
      const outcomes = await Promise.allSettled(told.map((listener) => listener.hear(event)));
      for (const [at, outcome] of outcomes.entries()) {
        if (outcome.status === 'fulfilled') continue;
        const { name } = told[at]!;
        log.warn(`${name} failed at event ${eventId} (${event.kind}), and is tried again: ${String(outcome.reason)}`);
        await addJob('hear', { eventId, listener: name }, { jobKey: `${eventId}:${name}`, runAt: new Date(Date.now() + AGAIN_MS) });
      }
    },
    hear: async (payload) => {
      const { eventId, listener } = payload as { eventId: string; listener: string };
      const event = await read(eventId);
      const known = byName.get(listener);
      if (!known) throw new Error(`No listener is called ${listener}: an older version named it so, keep the name or migrate its jobs.`);
      if (event) await known.hear(event);
    },
  };
}
