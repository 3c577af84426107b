import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';

const AT_ONCE = 1_000; // entries by one transaction

/** Whose entries somebody has to look at, told soon and together: one word to each, however many there are. */
@Injectable()
export class ReviewTeller {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async tell(): Promise<void> {
    while ((await this.db.transaction(() => this.batch())) === AT_ONCE);
  }

  private async batch(): Promise<number> {
    const told = await this.db.query<{ memberId: string; entries: number; entryId: string }>(
      `with due as (select id from knowledge_entry where state = 'needs_review' and told_at is null order by id limit ${AT_ONCE} for no key update),
       told as (update knowledge_entry e set told_at = now() from due where e.id = due.id returning e.owner_id, e.id)
       select owner_id as "memberId", count(*)::int as entries, min(id) as "entryId" from told group by owner_id order by owner_id`,
    );
    for (const { memberId, entries, entryId } of told) if (memberId !== null) await this.events.record('EntriesNeedReview', null, { memberId, times: String(entries), ...(entries === 1 ? { entryId } : {}) });
    return told.reduce((sum, { entries }) => sum + entries, 0);
  }
}
