import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { Visit } from '../page/visit.js';
import { unreadOperation } from './notifications.operation.js';

/** Counts what the bell shows: one statement, and only for members. */
@Injectable()
export class Bell {
  constructor(private readonly asking: Asking) {}

  async count({ actor, page }: Visit): Promise<void> {
    if (!page.member) return;
    const { unreadNotifications } = await this.asking.ask(actor, unreadOperation, {});
    page.member.unread = unreadNotifications;
  }
}
