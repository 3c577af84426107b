import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { notFound, permit } from '#platform/graphql';
import { ThreadLock } from '../thread/thread.lock.js';
import { canSayWorks } from './notice.policy.js';
import type { SayWorksInput } from './notice.type.js';

@Injectable()
export class WorksService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly limits: Limits,
  ) {}

  /** Sets the member's one word on whether it works again; the notice's counts move with it under the thread's lock. */
  async say(actor: Actor, { threadId, works }: SayWorksInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const thread = await this.lock.thread(actor, decodeId('thread', threadId));
      const notice = await this.db.one<{ ongoing: boolean; said: boolean | null }>(
        `select n.ended_at is null as ongoing, (select w.works from notice_word w where w.thread_id = n.thread_id and w.member_id = $2) as said from service_notice n where n.thread_id = $1`,
        [thread.id, actor.memberId],
      );
      if (!notice) throw notFound();
      permit(canSayWorks(actor, thread, notice));
      if (notice.said === works) return { threadKey: thread.id };
      await this.limits.take(actor, 'sameProblem');
      await this.db.query(
        `insert into notice_word (thread_id, member_id, works) values ($1, $2, $3)
         on conflict (thread_id, member_id) do update set works = excluded.works, created_at = now()`,
        [thread.id, actor.memberId, works],
      );
      const change = (word: boolean) => Number(works === word) - Number(notice.said === word);
      await this.db.query('update service_notice set works_count = works_count + $2, broken_count = broken_count + $3 where thread_id = $1', [thread.id, change(true), change(false)]);
      return { threadKey: thread.id };
    });
  }
}
