import { Injectable } from '@nestjs/common';
import { MemberReader } from '#accounts';
import { type Actor, visibleTo } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import { CategoryService } from '../category/category.service.js';
import { TagService } from '../tag/tag.service.js';
import { ThreadReader } from '../thread/thread.reader.js';
import { FollowKind, type FollowedConnection } from './follow.type.js';

/** Cursor of a list of what is followed: the latest activity of a thread, of others since when they are followed; then the key. */
export const FOLLOWED_CURSOR = ['moment', 'key'] as const;

const MOMENT = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`;

interface Place {
  key: string;
  at: string;
}

@Injectable()
export class FollowReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
    private readonly categories: CategoryService,
    private readonly tags: TagService,
    private readonly members: MemberReader,
  ) {}

  /** Which of them the member follows. */
  async followed(memberId: string, kind: FollowKind, keys: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.db.prepared<{ target_id: string }>(
      'select target_id from subscription where member_id = $1 and kind = $2 and target_id = any($3) and following',
      [memberId, kind, keys],
    );
    return new Map(rows.map((row) => [row.target_id, true]));
  }

  /** A page of what the member follows: threads by their latest activity, the rest by when they were followed, the latest first. */
  async list(actor: Actor, kind: FollowKind, page: Page): Promise<FollowedConnection> {
    const at = kind === FollowKind.thread ? 't.last_activity_at' : 's.created_at';
    const places = await this.db.query<Place>(
      `select t.id as key, ${MOMENT(at)} as at from subscription s join ${kind} t on t.id = s.target_id
       where s.member_id = $1 and s.kind = $2 and s.following ${kind === FollowKind.thread ? `and ${visibleTo(actor, 't')}` : ''}
       ${page.from ? `and (${at}, t.id) ${page.backwards ? '>' : '<'} ('epoch'::timestamptz + $3::bigint * interval '1 microsecond', $4::bigint)` : ''}
       order by ${at} ${page.backwards ? 'asc' : 'desc'}, t.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [actor.memberId, kind, ...(page.from ?? [])],
    );
    const found = await this.rows(actor, kind, places.map(({ key }) => key));
    const rows = places.flatMap(({ key, at: moment }) => {
      const row = found.get(key);
      return row ? [{ ...row, place: [moment, key] }] : [];
    });
    return pageOf(page, rows, (row) => row.place);
  }

  rows(actor: Actor, kind: FollowKind, keys: readonly string[]): Promise<Map<string, { id: string }>> {
    switch (kind) {
      case FollowKind.thread: return this.threads.byIds(actor, keys);
      case FollowKind.category: return this.categories.byIds(keys);
      case FollowKind.tag: return this.tags.byIds(keys);
      case FollowKind.member: return this.members.byIds(keys);
    }
  }
}
