import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { permit } from '#platform/graphql';
import { Screening } from '#screening';
import { Holding } from '../holding/holding.js';
import { canAsk } from '../thread/thread.policy.js';
import { type Opening, publicTexts, ThreadOpener } from './thread.opener.js';

@Injectable()
export class AskQuestionService {
  constructor(
    private readonly db: Database,
    private readonly opener: ThreadOpener,
    private readonly screening: Screening,
    private readonly holding: Holding,
  ) {}

  /** A new question with its opening post; the thread's key. */
  ask(actor: Actor, opening: Opening): Promise<string> {
    return this.open(actor, 'question', opening);
  }

  /** A new discussion with its opening post; the thread's key. */
  discuss(actor: Actor, opening: Opening): Promise<string> {
    return this.open(actor, 'discussion', opening);
  }

  private async open(actor: Actor, kind: 'question' | 'discussion', opening: Opening): Promise<string> {
    permit(canAsk(actor));
    const texts = publicTexts(opening).map(({ text }) => text);
    const hold = await this.screening.look(actor, { kind: 'thread', texts, writing: opening.writing });
    return this.db.transaction(async () => {
      const { threadId, postKey } = await this.opener.open(actor, kind, opening);
      await this.screening.remember(actor, postKey, { texts, writing: opening.writing });
      await this.holding.publish(actor, { postKey, threadId }, kind, hold);
      return threadId;
    });
  }
}
