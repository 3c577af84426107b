import { Injectable, NotFoundException } from '@nestjs/common';
import { askedAfterAllOperation } from '../deflection/deflection.operation.js';
import { openedIds } from '../deflection/opened.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { writingIn } from '../screening/writing.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { afterDone } from '../thread/done.view.js';
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
    if (thread && form === 'ask') await this.tellAfterAll(visit, thread.id, typed.after);
    if (!problem) return goTo(visit.page.href(fitting.offers && thread ? `${thread.path}?more=1` : afterDone(thread?.path, 'asked')));
    const { kept, told } = await this.saving.keep(visit, problem, { form, input }, fitting.fields);
    return kept ?? this.form.show(visit, { typed, problem: told, status: statusOf(told) });
  }

  /** What they had opened before did not help. What is gone by now needs no word, and no asker waits for one. */
  private async tellAfterAll({ actor }: Visit, questionId: string, opened: readonly string[]): Promise<void> {
    for (const key of opened) {
      await this.asking.ask(actor, askedAfterAllOperation, { input: { ...openedIds(key), questionId } }).catch((error: unknown) => {
        if (!(error instanceof NotFoundException)) throw error;
      });
    }
  }

  toSave(fields: Fields) {
    const { kind, title, body, categoryId, tags, fields: said, confirmed } = askTyped(fields);
    const input = { title, body, categoryId, tags: tagsIn(tags), fields: fieldInputs(said), privateDataConfirmation: confirmed, clientMutationId: fields['clientMutationId'] ?? null, writing: writingIn(fields) };
    return { form: kind === 'discussion' ? ('discussion' as const) : ('ask' as const), input };
  }
}
