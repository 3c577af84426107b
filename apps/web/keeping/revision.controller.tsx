import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { HideRevisionView, historyPath } from './hide-revision.view.js';
import { hideRevisionOperation, revisionFormOperation, showRevisionOperation } from './keeping.operation.js';
import { Refusal } from './refusal.js';

/** Hiding what stands in the history of a post, and showing it again. */
@Pages()
export class RevisionController {
  constructor(
    private readonly asking: Asking,
    private readonly refusal: Refusal,
  ) {}

  @Get('p/:key/history/:number/hide')
  hiding(@Visiting() visit: Visit, @Param('key') key: string, @Param('number') number: string): Promise<Reply> {
    return this.form(visit, key, numberIn(number), '', null);
  }

  @Post('p/:key/history/:number/hide')
  async hide(@Visiting() visit: Visit, @Param('key') key: string, @Param('number') text: string): Promise<Reply> {
    const number = numberIn(text);
    if (!visit.page.member) return signIn(visit, key);
    const { reason = '', clientMutationId = null } = fieldsOf(visit.request);
    const { written: { problem } } = await this.asking.ask(visit.actor, hideRevisionOperation, { input: { postId: `pst_${key}`, number, reason, clientMutationId } });
    return problem ? this.form(visit, key, number, reason, problem) : goTo(visit.page.href(historyPath(visit.page, key, number)));
  }

  @Post('p/:key/history/:number/show')
  async show(@Visiting() visit: Visit, @Param('key') key: string, @Param('number') text: string): Promise<Reply> {
    const number = numberIn(text);
    if (!visit.page.member) return signIn(visit, key);
    const { clientMutationId = null } = fieldsOf(visit.request);
    const { written: { problem } } = await this.asking.ask(visit.actor, showRevisionOperation, { input: { postId: `pst_${key}`, number, clientMutationId } });
    return problem ? this.form(visit, key, number, '', problem) : goTo(visit.page.href(historyPath(visit.page, key, number)));
  }

  private async form(visit: Visit, key: string, number: number, reason: string, problem: ProblemParts | null): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return signIn(visit, key);
    const { post } = await this.asking.ask(actor, revisionFormOperation, { id: `pst_${key}` });
    if (!post?.thread) throw new NotFoundException();
    if (!post.viewer.canHideRevisions.allowed) return this.refusal.ofPost(visit, post, post.viewer.canHideRevisions);
    return show(<HideRevisionView page={page} post={post} thread={post.thread} number={number} reason={reason} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function numberIn(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFoundException();
  return Number(text);
}

function signIn({ page }: Visit, key: string): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/p/${key}/history`))}`));
}
