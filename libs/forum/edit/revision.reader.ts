import { Injectable } from '@nestjs/common';
import { memberJson } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import { fieldsJson } from '../fields/field.reader.js';
import type { Post } from '../post/post.type.js';
import type { Revision, RevisionConnection, RevisionText } from './edit.type.js';

type Row = RevisionText & { number: number; version: number | null; editor: Revision['editor']; reason: string | null; createdAt: Date; hidden: boolean; afterHidden: boolean; next: RevisionText };

/** Cursor of a history: the number of the edit. */
export const REVISION_CURSOR = ['number'] as const;

@Injectable()
export class RevisionReader {
  constructor(private readonly db: Database) {}

  /** A page of the edits of a post that the reader has been given already, the latest first. What an edit made stands in the one after it, or in the post. What is hidden is told to staff alone. */
  async page(actor: Actor, post: Post, page: Page): Promise<RevisionConnection> {
    const beyond = page.from ? `and r.number ${page.backwards ? '>' : '<'} $2::int` : '';
    const rows = await this.db.query<Row>(
      `select r.number, r.version, r.source, r.title, r.tags, r.fields, r.reason, r.created_at as "createdAt", r.hidden_at is not null as hidden, n.hidden_at is not null as "afterHidden", ${memberJson('a')} as editor,
         case when n.post_id is not null then json_build_object('source', n.source, 'title', n.title, 'tags', n.tags, 'fields', n.fields)
           else json_build_object('source', p.source, 'title', case when p.kind = 'opening' then t.title end,
             'tags', case when p.kind = 'opening' then array(select g.name from thread_tag tt join tag g on g.id = tt.tag_id where tt.thread_id = t.id order by g.name) end,
             'fields', case when p.kind = 'opening' then coalesce(${fieldsJson('t.id')}, '[]') end) end as next
       from revision r join post p on p.id = r.post_id join thread t on t.id = p.thread_id
       left join revision n on n.post_id = r.post_id and n.number = r.number + 1 left join member a on a.id = r.editor_id
       where r.post_id = $1 ${beyond} order by r.number ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [post.key, ...(page.from ?? [])],
    );
    return pageOf(page, rows.map((row) => revision(actor, row)), (row) => [row.number]);
  }
}

const NOTHING: RevisionText = { source: '', title: null, tags: null, fields: null };

function revision(actor: Actor, { source, title, tags, fields, next, ...row }: Row): Revision {
  if (row.editor) row.editor.createdAt = new Date(row.editor.createdAt);
  if ((row.hidden || row.afterHidden) && !actor.isStaff) return { ...row, reason: row.hidden ? null : row.reason, before: NOTHING, after: NOTHING };
  return { ...row, before: { source, title, tags, fields }, after: next };
}
