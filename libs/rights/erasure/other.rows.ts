import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Erasure } from './erasure.runner.js';

const BATCH = 1_000;

/** Rows that there may be many of: they go in batches, before the account, whose own deletion takes the few that are left. */
const MANY: readonly [table: string, column: string][] = [
  ['notification', 'recipient_id'], ['mention', 'member_id'], ['read_state', 'member_id'], ['bookmark', 'member_id'], ['owed_dismissal', 'member_id'], ['subscription', 'member_id'], ['draft', 'member_id'], ['reputation_entry', 'member_id'], ['reading_day', 'member_id'], ['act', 'member_id'], ['idempotency', 'member_id'],
];

/** Rows that stay, of somebody who is not said any more. */
const LOOSENED: readonly [table: string, column: string][] = [
  ['notification', 'actor_id'], ['event', 'actor_id'], ['revision', 'editor_id'], ['notice_update', 'author_id'], ['post', 'official_by'], ['reputation_entry', 'giver_id'], ['rank_change', 'changed_by'], ['rank_fixed', 'fixed_by'], ['review_item', 'claimed_by'], ['review_item', 'decided_by'], ['vote_finding', 'decided_by'], ['super_user_term', 'invited_by'], ['super_user_term', 'ended_by'], ['sanction', 'imposed_by'], ['sanction', 'seconded_by'], ['appeal', 'decider_id'], ['appeal', 'decided_by'], ['post', 'deleted_by'], ['thread', 'deleted_by'], ['thread', 'closed_by'],
];

@Injectable()
export class OtherRows {
  constructor(private readonly db: Database) {}

  async next({ memberId, email }: Erasure): Promise<string | null> {
    for (const [table, column] of MANY) {
      const gone = await this.db.query(`delete from ${table} where ctid in (select ctid from ${table} where ${column} = $1 limit ${BATCH}) returning 1`, [memberId]);
      if (gone.length === BATCH) return '0';
    }
    for (const [table, column] of LOOSENED) {
      const loose = await this.db.query(`update ${table} set ${column} = null where ctid in (select ctid from ${table} where ${column} = $1 limit ${BATCH}) returning 1`, [memberId]);
      if (loose.length === BATCH) return '0';
    }
    await this.db.query(`update flag set member_id = null, note = '' where member_id = $1`, [memberId]); // that it was reported stays, what they said of it does not
    await this.db.query(`delete from subscription where kind = 'member' and target_id = $1`, [memberId]);
    // what was counted under the address, and under the member (accounts, attempts)
    await this.db.query(
      `delete from rate_limit where ($1::text is not null and right(key, length($1) + 1) = ':' || lower($1)) or key = any($2)`,
      [email, ['confirmHour', 'changeHour', 'mailAccountHour', 'invitationDay'].flatMap((what) => [`${what}:${memberId}`, `${what}:member ${memberId}`])],
    );
    return null;
  }
}
