import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { EventSubject, Listener, StoredEvent } from '#platform/events';
import { linksIn } from '#screening';

const HELD_LIKE = 24 * 3_600; // seconds: who waits for their first post to appear is not kept waiting behind what everybody reads
const OTHER_TEXT = 0.5; // of the words gone: it says something else now

/** What newcomers write and others do not see yet waits in the queue; and what they have changed afterwards so that it leads elsewhere or says something else, as advertisers do. */
@Injectable()
export class NewcomersListener implements Listener {
  readonly name = 'newcomers';
  readonly kinds = ['PostHeld', 'PostEdited'] as const;

  constructor(private readonly db: Database) {}

  hear({ kind, subject, actorId, createdAt }: StoredEvent): Promise<void> {
    return kind === 'PostHeld' ? this.held(subject as EventSubject['PostHeld'], createdAt) : this.edited(subject as EventSubject['PostEdited'], actorId, createdAt);
  }

  private async held({ postId, signals }: EventSubject['PostHeld'], at: Date): Promise<void> {
    await this.db.query(
      `insert into review_item (post_id, cause, signals, opened_at, place) select p.id, 'held', $2, $3::timestamptz, extract(epoch from $3::timestamptz)::bigint - ${HELD_LIKE}
       from post p where p.id = $1 and p.state = 'held' and not exists (select from review_item d where d.post_id = p.id and d.decided_at > $3)
       on conflict (post_id) where decided_at is null do update set cause = 'held', signals = excluded.signals, place = least(review_item.place, excluded.place)`,
      [postId, signals, at],
    );
  }

  private async edited({ postId }: EventSubject['PostEdited'], actorId: string | null, at: Date): Promise<void> {
    const texts = await this.db.one<{ now: string; before: string }>(
      `select concat_ws(' ', case when p.kind = 'opening' then t.title end, p.source) as now, concat_ws(' ', r.title, r.source) as before
       from post p join thread t on t.id = p.thread_id join member m on m.id = p.author_id join lateral (select title, source from revision where post_id = p.id order by number desc limit 1) r on true
       where p.id = $1 and p.author_id = $2 and p.state = 'visible' and m.role = 'customer' and m.rank = 0`, [postId, actorId]);
    if (!texts || !(linksIn(texts.now) > linksIn(texts.before) || saysOther(texts.before, texts.now))) return;
    await this.db.query(
      `insert into review_item (post_id, cause, opened_at, place) select $1, 'edited', $2::timestamptz, extract(epoch from $2::timestamptz)::bigint
       where not exists (select from review_item d where d.post_id = $1 and d.decided_at > $2) on conflict (post_id) where decided_at is null do nothing`,
      [postId, at],
    );
  }
}

function saysOther(before: string, now: string): boolean {
  const [had, has] = [wordsOf(before), wordsOf(now)];
  return [...had].filter((word) => !has.has(word)).length > had.size * OTHER_TEXT;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
