import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { conflict, tooFast } from './refused.js';

/**
 * Replies kept of one member in 48 hours, in each of 256 slots by name: 19,968 in all, for no program acts so often, and a flood of names
 * would fill the disk. Random names, as programs give, fill some 14,000 before a slot has no room; whoever chooses them to meet in one is
 * refused sooner. Counting a slot costs the same however many a member has, and needs no counter that their calls would queue for.
 */
const KEPT_A_SLOT = 78;
const SLOT = 'get_byte(sha256($2::text::bytea), 0)'; // as the table has it
const FULL_MS = 3_600_000; // then the oldest are removed, hour by hour

/**
 * One effect and one reply for a call that is sent twice. The row is written in the transaction of the act itself:
 * a second call at the same time waits for the first one's commit, and a refused one leaves nothing behind.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async once<Reply extends object>(memberId: string, key: string, input: unknown, act: () => Promise<Reply>): Promise<Reply> {
    const hash = createHash('sha256').update(canonical(input)).digest();
    const [fresh] = await this.db.prepared<{ slot: number }>(
      `insert into idempotency (member_id, key, input_hash) select $1::bigint, $2::text, $3::bytea
       where (select count(*) from (select from idempotency where member_id = $1::bigint and slot = ${SLOT} limit ${KEPT_A_SLOT}) kept) < ${KEPT_A_SLOT} on conflict do nothing returning slot`,
      [memberId, key, hash],
    );
    if (!fresh) return this.replay(memberId, key, hash);
    const reply = await act();
    this.events.keepReply({ memberId, slot: fresh.slot, key, reply });
    return reply;
  }

  private async replay<Reply>(memberId: string, key: string, hash: Buffer): Promise<Reply> {
    const row = await this.db.one<{ input_hash: Buffer; reply: Reply }>(
      `select input_hash, reply from idempotency where member_id = $1 and slot = ${SLOT} and key = $2`,
      [memberId, key],
    );
    if (!row) throw tooFast(new Date(Date.now() + FULL_MS));
    if (!row.input_hash.equals(hash)) throw conflict('other-input-same-id');
    return row.reply;
  }
}

/** JSON with its keys in order, so that the same input has the same hash however it was written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
