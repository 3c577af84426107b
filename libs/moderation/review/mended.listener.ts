import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { EventSubject, Listener, StoredEvent } from '#platform/events';

const MENDED_LIKE = 24 * 3_600; // seconds: as if it had waited a day longer, and once only

/** Who changes their own hidden post has it looked at sooner; where it had been decided about already, it is looked at again (Discourse). */
@Injectable()
export class MendedListener implements Listener {
  readonly name = 'mended';
  readonly kinds = ['PostEdited'] as const;

  constructor(private readonly db: Database) {}

  async hear({ subject, actorId, createdAt }: StoredEvent): Promise<void> {
    const { postId } = subject as EventSubject['PostEdited'];
    await this.db.query(
      `insert into review_item (post_id, hidden, mended_at, place)
       select p.id, true, $3::timestamptz, extract(epoch from $3::timestamptz)::bigint - ${MENDED_LIKE} from post p
       where p.id = $1 and p.state = 'hidden' and p.author_id = $2 and not exists (select from review_item d where d.post_id = p.id and d.decided_at > $3)
       on conflict (post_id) where decided_at is null do update set mended_at = excluded.mended_at,
         place = review_item.place - case when review_item.mended_at is null then ${MENDED_LIKE} else 0 end`,
      [postId, actorId, createdAt],
    );
  }
}
