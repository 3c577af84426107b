import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { ThreadCategory } from '../thread/thread.type.js';
import { momentIn } from './notice.json.js';
import type { NoticeUpdate } from './notice.type.js';

export const UPDATES_SHOWN = 50; // an outage that needs more has lasted for weeks

/** What of a notice is read only where it is asked for. */
export interface Parts {
  categories: ThreadCategory[];
  updates: NoticeUpdate[];
}

export interface PartWish {
  threadKey: string;
  part: keyof Parts;
}

const COLUMNS: { readonly [P in keyof Parts]: string } = {
  categories: `coalesce((select json_agg(json_build_object('id', 'cat_' || k.id, 'slug', k.slug, 'name', k.name) order by k.position, k.id) from notice_category nc join category k on k.id = nc.category_id where nc.thread_id = n.thread_id), '[]')`,
  updates: `coalesce((select json_agg(json_build_object('state', u.state, 'text', u.body, 'expectedEndAt', u.expected_end_at, 'createdAt', u.created_at) order by u.id desc)
    from (select * from notice_update where thread_id = n.thread_id order by id desc limit ${UPDATES_SHOWN}) u), '[]')`,
};

@Injectable()
export class NoticeParts {
  constructor(private readonly db: Database) {}

  /** The wished parts of notices, in the order of the wishes: one statement for however many of both. */
  async read(wishes: readonly PartWish[]): Promise<Parts[keyof Parts][]> {
    const parts = (['categories', 'updates'] as const).filter((part) => wishes.some((wish) => wish.part === part));
    const rows = await this.db.prepared<Partial<Parts> & { key: string }>(
      `select n.thread_id as key, ${parts.map((part) => `${COLUMNS[part]} as ${part}`).join(', ')} from service_notice n where n.thread_id = any($1)`,
      [[...new Set(wishes.map(({ threadKey }) => threadKey))]],
    );
    const found = new Map(rows.map(({ key, updates, ...row }) => [key, { ...row, updates: updates?.map(dated) }]));
    return wishes.map(({ threadKey, part }) => found.get(threadKey)?.[part] ?? []);
  }
}

/** JSON holds times as text. */
function dated(update: NoticeUpdate): NoticeUpdate {
  return { ...update, expectedEndAt: momentIn(update.expectedEndAt), createdAt: new Date(update.createdAt) };
}
