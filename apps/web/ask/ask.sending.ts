import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { Saving } from '../saved/saving.js';
import { askOperation, startDiscussionOperation } from './ask.operation.js';
import { AskPage } from './ask.page.js';
import { askTyped, fieldInputs, tagsIn } from './ask.typed.js';

@Injectable()
export class AskSending implements SentForm {
  constructor(
    private readonly asking: Asking,
    private readonly form: AskPage,
    private readonly saving: Saving,
  ) {}

  async send(visit: Visit, fields: Fields, refused: ProblemParts | null): Promise<Reply> {
    const typed = askTyped(fields);
    if (refused) return this.form.show(visit, { typed, problem: refused, status: statusOf(refused) });
    const fitting = await this.form.fitting(visit, fields);
    if (fitting.lacks) return this.form.show(visit, { typed, asked: true });
    const { form, input } = this.toSave(fitting.fields);
    const { opened: { problem, thread } } = await this.asking.ask(visit.actor, form === 'discussion' ? startDiscussionOperation : askOperation, { input });
    if (!problem) return goTo(visit.page.href((thread?.path ?? '/') + (fitting.offers ? '?more=1' : '')));
    const { kept, told } = await this.saving.keep(visit, problem, { form, input }, fitting.fields);
    return kept ?? this.form.show(visit, { typed, problem: told, status: statusOf(told) });
  }

  toSave(fields: Fields) {
    const { kind, title, body, categoryId, tags, fields: said, confirmed } = askTyped(fields);
    const input = { title, body, categoryId, tags: tagsIn(tags), fields: fieldInputs(said), privateDataConfirmation: confirmed, clientMutationId: fields['clientMutationId'] ?? null };
    return { form: kind === 'discussion' ? ('discussion' as const) : ('ask' as const), input };
  }
}
