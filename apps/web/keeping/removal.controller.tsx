import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { DeleteView } from './delete.view.js';
import { deleteFormOperation, deleteOperation } from './keeping.operation.js';
import { Refusal } from './refusal.js';

/** Deleting: a page that says what goes along, and asks those why who do it to others. The way back stands on the post. */
@Pages()
export class RemovalController {
  constructor(
    private readonly asking: Asking,
    private readonly refusal: Refusal,
  ) {}

  @Get('p/:key/delete')
  ask(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.form(visit, key, '', null);
  }

  @Post('p/:key/delete')
  async delete(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, key);
    const { reason = '', clientMutationId = null } = fieldsOf(visit.request);
    const { written: { problem } } = await this.asking.ask(visit.actor, deleteOperation, { input: { postId: `pst_${key}`, reason, clientMutationId } });
    return problem ? this.form(visit, key, reason, problem) : goTo(visit.page.href(`/p/${key}`));
  }

  private async form(visit: Visit, key: string, reason: string, problem: ProblemParts | null): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return signIn(visit, key);
    const { post } = await this.asking.ask(actor, deleteFormOperation, { id: `pst_${key}` });
    if (!post?.thread) throw new NotFoundException();
    if (!post.viewer.canDelete.allowed) return this.refusal.ofPost(visit, post, post.viewer.canDelete);
    return show(<DeleteView page={page} post={post} thread={post.thread} reason={reason} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function signIn({ page }: Visit, key: string): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/p/${key}/delete`))}`));
}
