import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { EventKind, EventSubject } from './event.kinds.js';

@Injectable()
export class Events {
  constructor(private readonly db: Database) {}

  /** One event row and its dispatch job in the caller's transaction: rolled back, nothing was told; committed, it will be. */
  async record<K extends EventKind>(kind: K, actorId: string, subject: EventSubject[K]): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${kind} was recorded outside a transaction: it could be told without having happened.`);
    await this.db.prepared(
      `with recorded as (insert into event (kind, actor_id, subject) values ($1, $2, $3) returning id)
       select graphile_worker.add_job('dispatch', json_build_object('eventId', recorded.id::text)) from recorded`,
      [kind, actorId, JSON.stringify(subject)],
    );
  }
}
