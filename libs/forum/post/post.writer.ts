import { Injectable } from '@nestjs/common';
import { cleanText, renderMarkdown } from '#platform/content';
import { Database } from '#platform/database';
import { AttachmentService } from '../attachment/attachment.service.js';
import { type PostKind, PostEntity } from '../forum.entities.js';
import { MentionFinder } from '../mention/mention.finder.js';

const NOBODY = '0'; // no member has this key: the author of an imported post may have no account

interface Draft {
  threadId: string;
  kind: PostKind;
  authorId: string;
  body: string;
  parentId?: string;
}

/** Every post is written here: its Markdown kept as it came, its HTML made once. */
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
    const { identifiers } = await this.db.of(PostEntity).insert({
      threadId: draft.threadId,
      kind: draft.kind,
      parentId: draft.parentId ?? null,
      authorId: draft.authorId,
      source,
      html,
      renderer,
    });
    const key = identifiers[0]!.id as string;
    await this.mentions.keep(key, named.members);
    await this.attachments.attach(key, draft.authorId, source);
    return key;
  }

  /** The same post with another text; `silent`: no word of it beside the post. Answers who is named in it and was not before. */
  async rewrite(post: { id: string; authorId: string | null }, source: string, silent: boolean): Promise<string[]> {
    const named = await this.mentions.in(source, post.authorId ?? NOBODY);
    const { html, renderer } = renderMarkdown(source, named);
    await this.db.query(
      'update post set source = $2, html = $3, renderer = $4, version = version + 1, edited_at = case when $5 then edited_at else now() end where id = $1',
      [post.id, source, html, renderer, silent],
    );
    const added = await this.mentions.change(post.id, named.members);
    if (post.authorId !== null) await this.attachments.attach(post.id, post.authorId, source);
    return added;
  }
}
