import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { cleanLine, slugOf } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, permit } from '#platform/graphql';
import { detectLanguage } from '#platform/language';
import { ThreadEntity, ThreadTagEntity } from '../forum.entities.js';
import { PostWriter } from '../post/post.writer.js';
import { TagService } from '../tag/tag.service.js';
import { canAsk } from '../thread/thread.policy.js';
import type { AskQuestionInput } from '../thread/thread.type.js';

@Injectable()
export class AskQuestionService {
  constructor(
    private readonly db: Database,
    private readonly tags: TagService,
    private readonly posts: PostWriter,
    private readonly events: Events,
  ) {}

  /** A new question with its opening post; the thread's key. */
  async ask(actor: Actor, input: AskQuestionInput): Promise<string> {
    return this.db.transaction(async () => {
      permit(canAsk(actor));
      const tagIds = await this.tags.keysOf(input.tags ?? []);
      const title = cleanLine(input.title)!;
      const { identifiers } = await this.db.of(ThreadEntity).insert({
        kind: 'question',
        title,
        slug: slugOf(title),
        categoryId: await this.category(input.categoryId),
        authorId: actor.memberId,
        language: detectLanguage(`${title} ${input.body}`) ?? actor.language,
      });
      const threadId = identifiers[0]!.id as string;
      await this.posts.write({ threadId, kind: 'opening', authorId: actor.memberId, body: input.body });
      if (tagIds.length > 0) {
        await this.db.of(ThreadTagEntity).insert(tagIds.map((tagId) => ({ threadId, tagId })));
        await this.db.query('update tag set thread_count = thread_count + 1 where id in (select id from tag where id = any($1) order by id for no key update)', [tagIds]);
      }
      await this.events.record('QuestionAsked', actor.memberId, { threadId });
      return threadId;
    });
  }

  /** Counts the thread in its category, which also says whether that one exists. */
  private async category(id: string): Promise<string> {
    const key = decodeId('category', id);
    const [row] = key ? await this.db.query<{ id: string }>('update category set thread_count = thread_count + 1 where id = $1 returning id', [key]) : [];
    if (!row) throw invalid({ field: 'categoryId', code: 'unknown' });
    return row.id;
  }
}
