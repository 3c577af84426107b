import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { FILES_AGAIN } from '../files/attaching.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { Saving } from '../saved/saving.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { writingIn } from '../screening/writing.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { answerOperation } from './acts.operation.js';
import type { Composing } from './composing.js';
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
    if (refused) return this.again(visit, fields, { problem: refused });
    const { written } = await this.asking.ask(visit.actor, answerOperation, { input });
    const { problem } = written;
    if (!problem) return goTo(visit.page.href(placeOf(written)));
    const { kept, told } = await this.saving.keep(visit, problem, { form, input }, fields);
    return kept ?? this.again(visit, fields, { problem: told });
  }

  /** The page with the form as it was sent: what is wrong with it, or how it will look. */
  again(visit: Visit, fields: Fields, { problem = null, preview = null, masked = false }: Partial<Pick<Composing, 'problem' | 'preview' | 'masked'>>): Promise<Reply> {
    const { threadId = '', body = '' } = fields;
    const composing: Composing = { kind: 'answer', postId: null, body, problem, preview, masked, lostFiles: FILES_AGAIN in fields, confirmed: confirmationIn(fields) };
    return this.threads.show(visit, threadId, { composing, ...(problem && preview === null ? { status: statusOf(problem) } : {}) });
  }

  toSave(fields: Fields) {
    const { threadId = '', body = '', clientMutationId } = fields;
    return { form: 'answer' as const, input: { threadId, body, privateDataConfirmation: confirmationIn(fields), clientMutationId: clientMutationId ?? null, writing: writingIn(fields) } };
  }
}
