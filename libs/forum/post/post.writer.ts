import { Injectable } from '@nestjs/common';
import { cleanText, renderMarkdown } from '#platform/content';
import { Database } from '#platform/database';
import { AttachmentService } from '../attachment/attachment.service.js';
import type { PostKind } from '../forum.entities.js';
import { MentionFinder, NOBODY } from '../mention/mention.finder.js';

interface Draft {
  threadId: string;
  kind: PostKind;
  authorId: string;
  body: string;
  parentId?: string;
  /** A note about the thread itself, for which it stands no higher in the lists. */
  isNote?: boolean;
}

// now() is when the transaction began: one that waited for the thread must not set its activity back
const ACTIVE = 'last_activity_at = greatest(last_activity_at, now())';
// what stands under a hidden post is seen by as few as that one
const UNDER = 'counted as (update post set comment_count = comment_count + 1 where id = $2)';

/** What counts the post, in the statement that writes it: each is a way to the database. */
const COUNTED = {
  opening: '',
  answer: `with counted as (update thread set answer_count = answer_count + 1, ${ACTIVE} where id = $1)`,
  comment: `with ${UNDER}, shown as (update thread set ${ACTIVE} where id = $1 and (select state from post where id = $2) = 'visible')`,
  note: `with ${UNDER}`,
};

/** Every post is written here: its Markdown kept as it came, its HTML made once. What counts it changes with it, so the caller holds the lock of its thread, and of the post above it. */
@Injectable()
export class PostWriter {
  constructor(
    private readonly db: Database,
    private readonly mentions: MentionFinder,
    private readonly attachments: AttachmentService,
  ) {}

  async write(draft: Draft): Promise<string> {
    const source = cleanText(draft.body)!; // the input's class has refused what has no clean form
    const named = await this.mentions.in(source, draft.authorId);
    const { html, renderer } = renderMarkdown(source, named);
    const [written] = await this.db.prepared<{ id: string }>(
      `${COUNTED[draft.isNote ? 'note' : draft.kind]} insert into post (thread_id, parent_id, kind, author_id, source, html, renderer, is_note)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [draft.threadId, draft.parentId ?? null, draft.kind, draft.authorId, source, html, renderer, draft.isNote ?? false],
    );
    const key = written!.id;
    await this.mentions.keep(key, named.members);
    await this.attachments.attach(key, [draft.authorId], source);
    return key;
  }

  /** The same post with another text; `silent`: no word of it beside the post. Answers who is named in it and was not before. */
  async rewrite(post: { id: string; authorId: string | null }, source: string, silent: boolean, editorId: string): Promise<string[]> {
    const named = await this.mentions.in(source, post.authorId ?? NOBODY);
    const { html, renderer } = renderMarkdown(source, named);
    await this.db.query(
      'update post set source = $2, html = $3, renderer = $4, version = version + 1, edited_at = case when $5 then edited_at else now() end where id = $1',
      [post.id, source, html, renderer, silent],
    );
    const added = await this.mentions.change(post.id, named.members);
    await this.attachments.attach(post.id, post.authorId === null ? [editorId] : [post.authorId, editorId], source);
    return added;
  }
}
