import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type JustRead, ReadingCollector } from '#forum';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { FROM_NOTIFICATION } from '../telling/seen.js';

/** What was read and is not written yet, as parameters: threads, posts, and how many seconds ago. Empty where there is nothing. */
export type Unwritten = [] | [string[], string[], number[]];

// By when it happened, not by when it was told: a reader may be faster than the worker
const HAPPENED = 'coalesce((select happened.created_at from event happened where happened.id = n.event_id), n.created_at)';

/** Under which a notification `n` about `t` was read by whoever has read `seen`: its thread, as far as its post, after it happened. */
const COVERED = `seen.thread_id = t.id and coalesce(n.post_id, 0) <= seen.post_id and ${HAPPENED} <= now() - make_interval(secs => seen.age)`;

/** Whether a notification is read, also where that is not written yet; `at`: which parameter is the first of `unwritten`. */
export function isRead(unwritten: Unwritten, at: number): string {
  if (unwritten.length === 0) return '(n.read_at is not null)';
  return `(n.read_at is not null or exists (select from unnest($${at}::bigint[], $${at + 1}::bigint[], $${at + 2}::float8[]) seen (thread_id, post_id, age) where ${COVERED}))`;
}

/** Whoever reads a thread has read what they were told of it: written with the reading itself, in the same batch. */
@Injectable()
export class NotificationReading implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly collector: ReadingCollector,
  ) {}

  onModuleInit(): void {
    this.collector.alsoWrites((reads) => this.write(reads));
  }

  unwritten(actor: Actor): Unwritten {
    const reads = this.collector.unwritten(actor.memberId);
    return reads.length === 0 ? [] : parameters(reads);
  }

  private async write(reads: readonly JustRead[]): Promise<void> {
    await this.db.query(
      `with covered as (
         select n.id from unnest($1::bigint[], $2::bigint[], $3::float8[], $4::bigint[]) seen (thread_id, post_id, age, member_id)
         join notification n on n.recipient_id = seen.member_id and n.read_at is null ${FROM_NOTIFICATION} where ${COVERED}),
       locked as (select id from notification where id in (select id from covered) order by id for no key update)
       update notification set read_at = now() where id in (select id from locked)`,
      [...parameters(reads), reads.map(({ memberKey }) => memberKey)],
    );
  }
}

function parameters(reads: readonly JustRead[]): [string[], string[], number[]] {
  const now = performance.now();
  return [reads.map(({ threadKey }) => threadKey), reads.map(({ postKey }) => postKey), reads.map(({ at }) => (now - at) / 1000)];
}
