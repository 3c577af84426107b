import { Injectable } from '@nestjs/common';
import { EVENT_KINDS, type Listener, type StoredEvent } from '#platform/events';
import { NotificationMailer } from '../mailing/notification.mailer.js';
import { Teller } from './teller.js';
import { TELLINGS } from './tellings.js';

/** Hears what happened and tells those whom it concerns: on the site, and by mail who wants it at once. */
@Injectable()
export class NotificationListener implements Listener {
  readonly name = 'notifications';
  readonly kinds = EVENT_KINDS.filter((kind) => TELLINGS[kind] !== null);

  constructor(
    private readonly teller: Teller,
    private readonly mailer: NotificationMailer,
  ) {}

  async hear({ id, kind, actorId, subject }: StoredEvent): Promise<void> {
    const happened = { eventId: id, actorId, threadId: 'threadId' in subject ? subject.threadId : null, postId: 'postId' in subject ? (subject.postId ?? null) : null };
    for (const telling of TELLINGS[kind] ?? []) {
      const leadsTo = telling.at ? (subject as Record<string, string>)[telling.at]! : happened.threadId;
      await this.teller.tell({ ...happened, leadsTo }, telling);
    }
    await this.mailer.mailAtOnce(id);
  }
}
