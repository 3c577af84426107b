import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import { type Actor, visibleTo } from '#platform/access';
import { excerpt, plainText } from '#platform/content';
import { Database, decodeId, type Page, pageOf } from '#platform/database';
import { invalid } from '#platform/graphql';
import { IS_PLACELESS, OWN_PLACE } from '../notification.kinds.js';
import { duplicateSeenBy, FROM_NOTIFICATION, OF_NOTICE, REASON, SAID, SEEN_BY_ALL, seenBy, shownTo, TIMES } from '../telling/seen.js';
import { isRead, NotificationReading } from './notification.reading.js';
import type { MarkNotificationsReadInput, Notification, NotificationConnection } from './notification.type.js';

export const NOTIFICATION_CURSOR = ['key'] as const;
const EXCERPT = 140; // letters: a line or two
const EXCERPT_HTML = 4_000; // of what they are taken from: a page of notifications reads no long texts whole

export const UNREAD_COUNTED = 100; // nobody counts further, and a count must stay cheap

/** What a member was told, as far as they may see it now. */
@Injectable()
export class NotificationReader {
  constructor(
    private readonly db: Database,
    private readonly reading: NotificationReading,
  ) {}

  /** A page, the latest first. */
  async list(actor: Actor, page: Page): Promise<NotificationConnection> {
    const beyond = page.from ? `and n.id ${page.backwards ? '>' : '<'} $2::bigint` : '';
    const from = page.from ?? [];
    const unwritten = this.reading.unwritten(actor);
    const rows = await this.db.query<Notification & { html: string | null }>(
      `select n.id as key, 'ntf_' || n.id as id, n.kind, ${memberJson('a')} as actor, n.created_at as "createdAt", ${isRead(unwritten, from.length + 2)} as read, ${REASON} as reason, ${TIMES} as times, case when ${visibleTo(actor, 't')} then ${SAID} end as said,
         ${duplicateSeenBy(actor)} as "duplicateTitle", ${OF_NOTICE} as "ofNotice", case when n.kind in ('answer', 'mention', 'comment', 'reply') and ${SEEN_BY_ALL} then left(p.html, ${EXCERPT_HTML}) end as html,
         case when ${visibleTo(actor, 't')} then 'thr_' || t.id end as "threadId",
         case when ${visibleTo(actor, 't')} or t.author_id = n.recipient_id then t.title end as title,
         case when p.id is not null and ${seenBy(actor)} then '/p/' || p.id when ${visibleTo(actor, 't')} then '/t/' || t.id || '/' || t.slug when ${IS_PLACELESS} then ${OWN_PLACE} end as path
       from notification n ${FROM_NOTIFICATION} left join member a on a.id = n.actor_id
       where n.recipient_id = $1 and ${shownTo(actor)} ${beyond} order by n.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [actor.memberId, ...from, ...unwritten],
    );
    for (const { actor: who } of rows) if (who) who.createdAt = new Date(who.createdAt);
    return pageOf(page, rows.map(({ html, ...row }) => ({ ...row, excerpt: excerpt(plainText(html ?? ''), EXCERPT) || null })), (row) => [row.key]);
  }

  /** How many of those shown are unread; counted no further than a hundred. */
  async unread(actor: Actor): Promise<number> {
    const unwritten = this.reading.unwritten(actor);
    const [row] = await this.db.prepared<{ unread: number }>(
      `select count(*)::int as unread from (
         select from notification n ${FROM_NOTIFICATION} where n.recipient_id = $1 and n.read_at is null and not ${isRead(unwritten, 2)} and ${shownTo(actor)} order by n.id desc limit ${UNREAD_COUNTED}) counted`,
      [actor.memberId, ...unwritten],
    );
    return row!.unread;
  }

  /** Marks as read what the input names of the actor's own; what is not theirs is no concern of it. */
  async markRead(actor: Actor, { ids, upTo, postId }: MarkNotificationsReadInput): Promise<number> {
    if ([ids, upTo, postId].filter((given) => given != null).length !== 1) throw invalid({ field: 'ids', code: 'required' });
    const update = 'update notification set read_at = now() where recipient_id = $1 and read_at is null';
    if (ids != null) await this.db.query(`${update} and id = any($2)`, [actor.memberId, ids.flatMap((id) => decodeId('notification', id) ?? [])]);
    if (upTo != null) await this.db.query(`${update} and id <= $2`, [actor.memberId, decodeId('notification', upTo) ?? 0]);
    if (postId != null) await this.db.query(`${update} and post_id = $2`, [actor.memberId, decodeId('post', postId) ?? 0]);
    return this.unread(actor);
  }
}
