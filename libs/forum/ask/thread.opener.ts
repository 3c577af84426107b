import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { invalid } from '#platform/graphql';
import { detectLanguage } from '#platform/language';
import type { WritingInput } from '#screening';
import { ThreadEntity, type ThreadKind, ThreadTagEntity } from '../forum.entities.js';
import { FollowService } from '../following/follow.service.js';
import { ThreadFields } from '../fields/thread.fields.js';
import { PostWriter } from '../post/post.writer.js';
import { PrivateDataCheck, type PublicText } from '../private-data/private-data.check.js';
import { threadSlug } from '../thread/thread.slug.js';
import { OpeningCheck, type Wished } from './opening.check.js';

/** What every thread is opened with, whatever its kind. */
export interface Opening extends Wished {
  title: string;
  body: string;
  privateDataConfirmation?: string | null | undefined;
  writing?: WritingInput | null | undefined;
}

/** What of it everybody will read, by the fields of the input. */
export function publicTexts({ title, body, fields }: Opening): PublicText[] {
  return [{ field: 'title', text: title }, { field: 'body', text: body }, ...(fields ?? []).map(({ key, value }) => ({ field: `fields.${key}`, text: value }))];
}

/** Every thread is opened here: its row, its opening post, its tags, and the counts of where it stands. */
@Injectable()
export class ThreadOpener {
  constructor(
    private readonly db: Database,
    private readonly check: OpeningCheck,
    private readonly posts: PostWriter,
    private readonly limits: Limits,
    private readonly following: FollowService,
    private readonly fields: ThreadFields,
    private readonly privateData: PrivateDataCheck,
  ) {}

  /** Inside the caller's transaction; the keys of the thread and of its opening. `more`: what else of it becomes public. */
  async open(actor: Actor, kind: ThreadKind, opening: Opening, more: readonly PublicText[] = []): Promise<{ threadId: string; postKey: string }> {
    const { tagKeys, values, faults } = await this.check.read(opening);
    if (faults.length > 0) throw invalid(...faults);
    await this.limits.post(actor, 'thread', opening.body);
    await this.privateData.check(actor, [...publicTexts(opening), ...more], opening.privateDataConfirmation);
    const title = cleanLine(opening.title)!;
    const { identifiers } = await this.db.of(ThreadEntity).insert({
      kind,
      title,
      slug: threadSlug(title),
      categoryId: await this.countIn(opening.categoryId),
      authorId: actor.memberId,
      language: detectLanguage(`${title} ${opening.body}`) ?? actor.language,
    });
    const threadId = identifiers[0]!.id as string;
    const postKey = await this.posts.write({ threadId, kind: 'opening', authorId: actor.memberId, body: opening.body });
    await this.fields.write(threadId, values);
    if (tagKeys.length > 0) {
      await this.db.of(ThreadTagEntity).insert(tagKeys.map((tagId) => ({ threadId, tagId })));
      await this.db.query('update tag set thread_count = thread_count + 1 where id in (select id from tag where id = any($1) order by id for no key update)', [tagKeys]);
    }
    await this.following.followWritten(actor.memberId, threadId, kind === 'announcement' ? 'announce' : 'ask');
    return { threadId, postKey };
  }

  /** Counts the thread in its category, which may have gone since it was looked for. */
  private async countIn(categoryId: string): Promise<string> {
    const [row] = await this.db.query<{ id: string }>('update category set thread_count = thread_count + 1 where id = $1 returning id', [decodeId('category', categoryId)]);
    if (!row) throw invalid({ field: 'categoryId', code: 'unknown' });
    return row.id;
  }
}
