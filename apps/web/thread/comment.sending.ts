import { Injectable, NotFoundException } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { Saving } from '../saved/saving.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { writingIn } from '../screening/writing.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { commentOperation, postPlaceOperation } from './acts.operation.js';
import type { Composing } from './composing.js';
import { placeOf } from './post.place.js';
import { ThreadPage } from './thread.page.js';

@Injectable()
export class CommentSending implements SentForm {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
    private readonly saving: Saving,
  ) {}

  async send(visit: Visit, fields: Fields, refused: ProblemParts | null): Promise<Reply> {
    const { form, input } = this.toSave(fields);
    const { postId } = input;
    if (refused) return this.again(visit, fields, { problem: refused });
    const { written } = await this.asking.ask(visit.actor, commentOperation, { input });
    const { problem } = written;
    if (!problem) return goTo(visit.page.href(placeOf(written, postId)));
    const { kept, told } = await this.saving.keep(visit, problem, { form, input }, fields);
    return kept ?? this.again(visit, fields, { problem: told });
  }

  /** The page with the form as it was sent: what is wrong with it, or how it will look. */
  async again(visit: Visit, fields: Fields, { problem = null, preview = null, masked = false }: Partial<Pick<Composing, 'problem' | 'preview' | 'masked'>>): Promise<Reply> {
    const { postId = '', body = '' } = fields;
    const { post } = await this.asking.ask(visit.actor, postPlaceOperation, { id: postId });
    if (!post?.thread) throw new NotFoundException();
    return this.threads.show(visit, post.thread.id, {
      query: { post: postId },
      composing: { kind: 'comment', postId, body, problem, preview, masked, confirmed: confirmationIn(fields) },
      ...(problem ? { status: statusOf(problem) } : {}),
    });
  }

  toSave(fields: Fields) {
    const { postId = '', body = '', clientMutationId } = fields;
    return { form: 'comment' as const, input: { postId, body, privateDataConfirmation: confirmationIn(fields), clientMutationId: clientMutationId ?? null, writing: writingIn(fields) } };
  }
}
