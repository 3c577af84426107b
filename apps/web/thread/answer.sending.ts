import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { Saving } from '../saved/saving.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { answerOperation } from './acts.operation.js';
import { placeOf } from './post.place.js';
import { ThreadPage } from './thread.page.js';

@Injectable()
export class AnswerSending implements SentForm {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
    private readonly saving: Saving,
  ) {}

  async send(visit: Visit, fields: Fields, refused: ProblemParts | null): Promise<Reply> {
    const { form, input } = this.toSave(fields);
    const { threadId, body } = input;
    if (refused) return this.again(visit, threadId, body, refused);
    const { written } = await this.asking.ask(visit.actor, answerOperation, { input });
    const { problem } = written;
    if (!problem) return goTo(visit.page.href(placeOf(written)));
    const kept = await this.saving.keep(visit, problem, form, input);
    return kept ?? this.again(visit, threadId, body, problem);
  }

  private again(visit: Visit, threadId: string, body: string, problem: ProblemParts): Promise<Reply> {
    return this.threads.show(visit, threadId, { composing: { kind: 'answer', postId: null, body, problem, preview: null }, status: statusOf(problem) });
  }

  toSave({ threadId = '', body = '', clientMutationId }: Fields) {
    return { form: 'answer' as const, input: { threadId, body, clientMutationId: clientMutationId ?? null } };
  }
}
