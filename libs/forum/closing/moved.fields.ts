import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { invalid } from '#platform/graphql';
import { EditService } from '../edit/edit.service.js';
import { saySame, ThreadFields } from '../fields/thread.fields.js';
import { PrivateDataCheck } from '../private-data/private-data.check.js';
import type { LockedThread } from '../thread/thread.lock.js';
import type { MoveThreadInput } from './closing.type.js';

/** What becomes of the fields of a thread that goes to another category. */
@Injectable()
export class MovedFields {
  constructor(
    private readonly fields: ThreadFields,
    private readonly edits: EditService,
    private readonly privateData: PrivateDataCheck,
  ) {}

  async move(actor: Actor, thread: LockedThread, to: string, { fields, privateDataConfirmation }: Pick<MoveThreadInput, 'fields' | 'privateDataConfirmation'>): Promise<void> {
    if (fields == null) return;
    const { before, after, held, faults } = await this.fields.moved(thread.id, to, fields, actor.is(thread.askerId));
    if (faults.length > 0) throw invalid(...faults);
    await this.privateData.check(actor, fields.map(({ key, value }) => ({ field: `fields.${key}`, text: value })), privateDataConfirmation, held);
    if (!saySame(before, after)) await this.edits.refill(actor, thread.id, after);
  }
}
