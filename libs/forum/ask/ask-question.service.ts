import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import { canAsk } from '../thread/thread.policy.js';
import { type Opening, ThreadOpener } from './thread.opener.js';

@Injectable()
export class AskQuestionService {
  constructor(
    private readonly db: Database,
    private readonly opener: ThreadOpener,
    private readonly events: Events,
  ) {}

  /** A new question with its opening post; the thread's key. */
  async ask(actor: Actor, opening: Opening): Promise<string> {
    return this.db.transaction(async () => {
      permit(canAsk(actor));
      const threadId = await this.opener.open(actor, 'question', opening);
      await this.events.record('QuestionAsked', actor.memberId, { threadId });
      return threadId;
    });
  }

  /** A new discussion with its opening post; the thread's key. */
  async discuss(actor: Actor, opening: Opening): Promise<string> {
    return this.db.transaction(async () => {
      permit(canAsk(actor));
      const threadId = await this.opener.open(actor, 'discussion', opening);
      await this.events.record('DiscussionStarted', actor.memberId, { threadId });
      return threadId;
    });
  }
}
