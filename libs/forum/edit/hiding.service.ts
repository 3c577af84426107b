import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notFound, permit } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { ModerationLog } from '../moderation/moderation.log.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { canHideRevisions } from './edit.policy.js';
import type { HideRevisionInput, ShowRevisionInput } from './hiding.type.js';

/** Takes an earlier text of a post out of everybody's sight. What stands there now is no revision: that is edited, or deleted. */
@Injectable()
export class HidingService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly log: ModerationLog,
    private readonly events: Events,
  ) {}

  hide(actor: Actor, input: HideRevisionInput): Promise<Written> {
    return this.change(actor, input, 'hide-revision', 'RevisionHidden');
  }

  show(actor: Actor, input: ShowRevisionInput): Promise<Written> {
    return this.change(actor, input, 'show-revision', 'RevisionShown');
  }

  private async change(actor: Actor, { postId, number, reason }: ShowRevisionInput, act: 'hide-revision' | 'show-revision', event: 'RevisionHidden' | 'RevisionShown'): Promise<Written> {
    return this.db.transaction(async () => {
      const post = await this.lock.post(actor, decodeId('post', postId));
      permit(canHideRevisions(actor));
      const written = { postKey: post.id, threadKey: post.threadId };
      const revision = await this.db.one<{ hidden: boolean }>('select hidden_at is not null as hidden from revision where post_id = $1 and number = $2 for no key update', [post.id, number]);
      if (!revision) throw notFound();
      if (revision.hidden === (act === 'hide-revision')) return written; // asking twice is fine
      await this.db.query('update revision set hidden_at = case when hidden_at is null then now() end where post_id = $1 and number = $2', [post.id, number]);
      await this.log.write(actor, { act, threadId: post.threadId, postId: post.id, memberId: post.authorId, reason: reason == null ? null : cleanLine(reason) || null, details: { number } });
      await this.events.record(event, actor.memberId, { threadId: post.threadId, postId: post.id });
      return written;
    });
  }
}
