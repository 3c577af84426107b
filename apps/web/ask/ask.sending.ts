import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { askOperation, startDiscussionOperation } from './ask.operation.js';
import { AskPage } from './ask.page.js';
import { askTyped, tagsIn } from './ask.typed.js';

@Injectable()
export class AskSending implements SentForm {
  constructor(
    private readonly asking: Asking,
    private readonly form: AskPage,
  ) {}

  async send(visit: Visit, fields: Fields): Promise<Reply> {
    const typed = askTyped(fields);
    const { title, body, categoryId } = typed;
    const input = { title, body, categoryId, tags: tagsIn(typed.tags), clientMutationId: fields['clientMutationId'] ?? null };
    const { opened: { problem, thread } } = await this.asking.ask(visit.actor, typed.kind === 'discussion' ? startDiscussionOperation : askOperation, { input });
    return problem ? this.form.show(visit, { typed, problem, status: statusOf(problem) }) : goTo(visit.page.href(thread?.path ?? '/'));
  }
}
