import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, notFound, permit } from '#platform/graphql';
import { ThreadOpener } from '../ask/thread.opener.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { canAnnounce, canEndNotice } from './notice.policy.js';
import type { AnnounceInput, EndNoticeInput, ServiceNoticeInput } from './notice.type.js';

const LONGEST_DAYS = 366; // what is expected to last longer is no outage but how things are

@Injectable()
export class AnnounceService {
  constructor(
    private readonly db: Database,
    private readonly opener: ThreadOpener,
    private readonly lock: ThreadLock,
    private readonly events: Events,
  ) {}

  /** A new announcement, with a service notice where one is given; the thread's key. */
  async announce(actor: Actor, input: AnnounceInput): Promise<string> {
    return this.db.transaction(async () => {
      permit(canAnnounce(actor));
      const threadId = await this.opener.open(actor, 'announcement', input);
      if (input.notice) await this.notice(threadId, input.notice);
      await this.events.record('Announced', actor.memberId, { threadId });
      return threadId;
    });
  }

  /** What the notice tells of is over. Saying so twice is fine. */
  async end(actor: Actor, { threadId }: EndNoticeInput): Promise<string> {
    return this.db.transaction(async () => {
      const thread = await this.lock.thread(actor, decodeId('thread', threadId));
      const notice = await this.db.one<{ ongoing: boolean }>('select ended_at is null as ongoing from service_notice where thread_id = $1', [thread.id]);
      if (!notice) throw notFound();
      permit(canEndNotice(actor, thread));
      if (!notice.ongoing) return thread.id;
      await this.db.query('update service_notice set ended_at = now() where thread_id = $1', [thread.id]);
      await this.db.query('update thread set last_activity_at = greatest(last_activity_at, now()) where id = $1', [thread.id]);
      await this.events.record('NoticeEnded', actor.memberId, { threadId: thread.id });
      return thread.id;
    });
  }

  private async notice(threadId: string, { affected, expectedEndAt }: ServiceNoticeInput): Promise<void> {
    const made = await this.db.query(
      `insert into service_notice (thread_id, affected, expected_end_at) select $1, $2, $3::timestamptz
       where $3::timestamptz is null or $3::timestamptz between now() and now() + make_interval(days => $4) returning thread_id`,
      [threadId, cleanLine(affected), expectedEndAt ?? null, LONGEST_DAYS],
    );
    if (made.length === 0) throw invalid({ field: 'notice.expectedEndAt', code: 'malformed' });
  }
}
