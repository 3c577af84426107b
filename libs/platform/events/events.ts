import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { EventKind, EventSubject } from './event.kinds.js';

/** What an act leaves behind when its transaction ends. */
interface Left {
  events: { kind: EventKind; actor: string | null; subject: object }[];
  reply: KeptReply | null;
}

/** The reply of a call under a clientMutationId, by its row. */
interface KeptReply {
  memberId: string;
  slot: number;
  key: string;
  reply: object;
}

@Injectable()
export class Events {
  constructor(private readonly db: Database) {}

  /** One event row and its dispatch job, written as the caller's transaction ends: rolled back, nothing was told; committed, it will be. `actorId`: null where a job did it. */
  async record<K extends EventKind>(kind: K, actorId: string | null, subject: EventSubject[K]): Promise<void> {
    this.left(kind).events.push({ kind, actor: actorId, subject });
  }

  /** What a call under a clientMutationId is answered with again. With the events, because it is known at the same moment: one way to the database. */
  keepReply(reply: KeptReply): void {
    this.left('A reply').reply = reply;
  }

  private left(what: string): Left {
    if (!this.db.inTransaction) throw new Error(`${what} was recorded outside a transaction: it could be told without having happened.`);
    return this.db.atTheEnd(Events, () => ({ events: [], reply: null }), (left) => this.write(left));
  }

  private async write({ events, reply }: Left): Promise<void> {
    await this.db.prepared(
      `with happened as (
         insert into event (kind, actor_id, subject) select h.kind, h.actor, h.subject
         from rows from (jsonb_to_recordset($1) as (kind text, actor bigint, subject jsonb)) with ordinality h (kind, actor, subject, at) order by h.at returning id),
       replied as (update idempotency set reply = $5 where member_id = $2 and slot = $3 and key = $4)
       select graphile_worker.add_job('dispatch', json_build_object('eventId', happened.id::text)) from happened`,
      [JSON.stringify(events), reply?.memberId ?? null, reply?.slot ?? null, reply?.key ?? null, reply && JSON.stringify(reply.reply)],
    );
  }
}
