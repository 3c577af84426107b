import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import { ThreadOpener } from '../ask/thread.opener.js';
import { canAnnounce } from './notice.policy.js';
import { NoticeService } from './notice.service.js';
import type { AnnounceInput } from './notice.type.js';

@Injectable()
export class AnnounceService {
  constructor(
    private readonly db: Database,
    private readonly opener: ThreadOpener,
    private readonly notices: NoticeService,
    private readonly events: Events,
  ) {}

  /** A new announcement, with a service notice where one is given; the thread's key. */
  async announce(actor: Actor, input: AnnounceInput): Promise<string> {
    return this.db.transaction(async () => {
      permit(canAnnounce(actor));
      const { notice } = input;
      const { threadId } = await this.opener.open(actor, 'announcement', input, [{ field: 'notice.affected', text: notice?.affected }, { field: 'notice.regions', text: notice?.regions?.join(', ') }]);
      if (notice) await this.notices.begin(actor, threadId, notice);
      await this.events.record('Announced', actor.memberId, { threadId });
      return threadId;
    });
  }
}
