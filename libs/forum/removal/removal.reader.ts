import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import { Database } from '#platform/database';
import type { Post } from '../post/post.type.js';
import type { Removal } from './removal.type.js';

const SHOWN = 20;

/** What the log of those who keep order says about a post's coming and going. */
@Injectable()
export class RemovalReader {
  constructor(private readonly db: Database) {}

  async of(post: Post): Promise<Removal[]> {
    const rows = await this.db.query<Removal>(
      `select m.act = 'delete-post' as deleted, ${memberJson('a')} as by, m.reason, m.created_at as at from moderation_entry m left join member a on a.id = m.actor_id
       where m.post_id = $1 and m.act in ('delete-post', 'restore-post') order by m.id desc limit ${SHOWN}`,
      [post.key],
    );
    for (const { by } of rows) if (by) by.createdAt = new Date(by.createdAt);
    return rows;
  }
}
