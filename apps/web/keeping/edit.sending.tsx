import { Injectable, NotFoundException } from '@nestjs/common';
import { fieldInputs, tagsIn } from '../ask/ask.typed.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { goTo, type Reply, show } from '../page/reply.js';
import type { Visit } from '../page/visit.js';
import { writingIn } from '../screening/writing.js';
import type { SentForm } from '../sign-in/sent.form.js';
import { EditView } from './edit.view.js';
import { type EditTyped, editTyped } from './edit.typed.js';
import { editFormOperation, editOperation } from './keeping.operation.js';
import { Refusal } from './refusal.js';

interface Shown {
  typed?: EditTyped;
  problem?: ProblemParts | null;
  preview?: string | null;
  masked?: boolean;
}

/** The form that changes a post, empty handed or with what was typed, and the change itself. */
@Injectable()
export class EditSending implements SentForm {
  constructor(
    private readonly asking: Asking,
    private readonly refusal: Refusal,
  ) {}

  async send(visit: Visit, fields: Fields, refused: ProblemParts | null): Promise<Reply> {
    const { postId = '' } = fields;
    const typed = editTyped(fields);
    if (refused) return this.show(visit, postId, { typed, problem: refused });
    if (fields['act'] === 'preview' || fields['act'] === 'mask') return this.show(visit, postId, { typed }); // nobody has said yet that it is to be changed
    const { body, title, tags, fields: said, reason, basedOn, confirmed } = typed;
    const { written: { problem } } = await this.asking.ask(visit.actor, editOperation, {
      input: { postId, body, title, tags: tags === null ? null : tagsIn(tags), fields: said && fieldInputs(said), reason, basedOn, privateDataConfirmation: confirmed, clientMutationId: fields['clientMutationId'] ?? null, writing: writingIn(fields) },
    });
    return problem ? this.show(visit, postId, { typed, problem }) : goTo(visit.page.href(`/p/${postId.replace('pst_', '')}`));
  }

  async show(visit: Visit, postId: string, { typed, problem, preview = null, masked = false }: Shown): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/p/${postId.replace('pst_', '')}/edit`))}`));
    const { post, tags, categories } = await this.asking.ask(actor, editFormOperation, { id: postId, withLatest: problem?.__typename === 'Conflict' });
    if (!post?.thread) throw new NotFoundException();
    // whoever has typed something gets it back, whatever the reason
    if (!typed && !post.viewer.canEdit.allowed) return this.refusal.ofPost(visit, post, post.viewer.canEdit);
    const asked = categories.find(({ id }) => id === post.thread!.category.id)?.fields ?? [];
    const view = <EditView page={page} post={post} thread={post.thread} tags={tags} asked={asked} typed={typed ?? null} problem={problem ?? null} preview={preview} masked={masked} />;
    return show(view, problem ? statusOf(problem) : 200);
  }
}
