import { NotFoundException, Param, Post } from '@nestjs/common';
import { DraftSaving } from '../drafts/draft.saving.js';
import { Attaching } from '../files/attaching.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Previewing } from '../parts/previewing.js';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';
import { draftOf } from '../sign-in/sent.form.js';
import { SignInToSendView } from '../sign-in/sign-in-to-send.view.js';
import { UnsentCheck } from '../sign-in/unsent.check.js';
import { alsoSolvedOperation, POST_ACTS, postPlaceOperation, sameProblemOperation, voteOperation } from './acts.operation.js';
import { AnswerSending } from './answer.sending.js';
import { CommentSending } from './comment.sending.js';
import { actRefused } from './composing.js';
import { afterDone } from './done.view.js';
import { placeOf } from './post.place.js';
import { ThreadPage } from './thread.page.js';

const VOTES = ['up', 'down', 'none'] as const;

/** What people do in a thread: each is one form, one mutation, and back to the post. */
@Pages()
export class ActsController {
  constructor(
    private readonly asking: Asking,
    private readonly answers: AnswerSending,
    private readonly comments: CommentSending,
    private readonly threads: ThreadPage,
    private readonly drafts: DraftSaving,
    private readonly attaching: Attaching,
    private readonly previews: Previewing,
    private readonly warning: PrivateDataWarning,
    private readonly unsent: UnsentCheck,
  ) {}

  @Post('t/:key/answer')
  answer(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.attaching.form(visit, async (sent, problem) => {
      const threadId = `thr_${key}`;
      const { body = '', act } = sent;
      const fields = { ...sent, threadId };
      if (act === 'preview') return this.answers.again(visit, fields, { problem, preview: await this.previews.of(visit, body) });
      if (act === 'mask') return this.answers.again(visit, await this.warning.masked(fields), { problem, masked: true });
      if (!visit.page.member) {
        const told = await this.unsent.problem(visit, fields, this.answers.toSave(fields));
        return told ? this.answers.again(visit, fields, { problem: told }) : show(<SignInToSendView page={visit.page} draft={draftOf('answer', fields)} />);
      }
      if (act === 'save' && !problem) return this.save(visit, key, body);
      return this.answers.send(visit, fields, problem);
    });
  }

  @Post('p/:key/comment')
  comment(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.attaching.form(visit, async (sent, problem) => {
      const fields = { ...sent, postId: `pst_${key}` };
      const { body = '', act } = sent;
      if (act === 'preview') return this.comments.again(visit, fields, { problem, preview: await this.previews.of(visit, body) });
      if (act === 'mask') return this.comments.again(visit, await this.warning.masked(fields), { problem, masked: true });
      if (!visit.page.member) {
        const told = await this.unsent.problem(visit, fields, this.comments.toSave(fields));
        return told ? this.comments.again(visit, fields, { problem: told }) : show(<SignInToSendView page={visit.page} draft={draftOf('comment', fields)} />);
      }
      return this.comments.send(visit, fields, problem);
    });
  }

  @Post('p/:key/vote')
  async vote(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const postId = `pst_${key}`;
    const { vote: wished, clientMutationId } = fieldsOf(visit.request);
    const vote = VOTES.find((known) => known === wished) ?? 'none';
    if (!visit.page.member) return this.signIn(visit, postId);
    const { written } = await this.asking.ask(visit.actor, voteOperation, { input: { postId, vote, clientMutationId: clientMutationId ?? null } });
    return written.problem ? this.refused(visit, postId, written.problem) : goTo(visit.page.href(placeOf(written)));
  }

  @Post('p/:key/also-solved')
  async alsoSolved(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const postId = `pst_${key}`;
    if (!visit.page.member) return this.signIn(visit, postId);
    const { also, clientMutationId } = fieldsOf(visit.request);
    const { written } = await this.asking.ask(visit.actor, alsoSolvedOperation, { input: { postId, also: also === 'true', clientMutationId: clientMutationId ?? null } });
    return written.problem ? this.refused(visit, postId, written.problem) : goTo(visit.page.href(placeOf(written)));
  }

  @Post('p/:key/:act')
  async act(@Visiting() visit: Visit, @Param('key') key: string, @Param('act') act: string): Promise<Reply> {
    if (!Object.hasOwn(POST_ACTS, act)) throw new NotFoundException();
    const postId = `pst_${key}`;
    if (!visit.page.member) return this.signIn(visit, postId);
    const { clientMutationId } = fieldsOf(visit.request);
    const { written } = await this.asking.ask(visit.actor, POST_ACTS[act as keyof typeof POST_ACTS], { input: { postId, clientMutationId: clientMutationId ?? null } });
    return written.problem ? this.refused(visit, postId, written.problem) : goTo(visit.page.href(placeOf(written)));
  }

  @Post('t/:key/same-problem')
  async sameProblem(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { page, request, actor } = visit;
    const threadId = `thr_${key}`;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/t/${key}`))}`));
    const { same, clientMutationId } = fieldsOf(request);
    const { said } = await this.asking.ask(actor, sameProblemOperation, { input: { threadId, same: same === 'true', clientMutationId: clientMutationId ?? null } });
    if (said.problem) return this.threads.show(visit, threadId, { composing: actRefused(said.problem), status: statusOf(said.problem) });
    return goTo(page.href(same === 'true' ? afterDone(said.thread?.path, 'joined') : (said.thread?.path ?? '/')));
  }

  private async save(visit: Visit, key: string, body: string): Promise<Reply> {
    const problem = await this.drafts.save(visit, `answer:thr_${key}`, [{ name: 'body', value: body }]);
    if (!problem) return goTo(visit.page.href(`/t/${key}?saved=1#your-answer`));
    return this.threads.show(visit, `thr_${key}`, { composing: { kind: 'answer', postId: null, body, problem, preview: null }, status: statusOf(problem) });
  }

  /** The session ended while the page was open: nothing was typed, so signing in and pressing again loses nothing. */
  private async signIn({ actor, page }: Visit, id: string): Promise<Reply> {
    const { post } = await this.asking.ask(actor, postPlaceOperation, { id });
    if (!post) throw new NotFoundException();
    return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(placeOf({ post, thread: post.thread })))}`));
  }

  private async refused(visit: Visit, id: string, problem: ProblemParts): Promise<Reply> {
    const { post } = await this.asking.ask(visit.actor, postPlaceOperation, { id });
    if (!post?.thread) throw new NotFoundException();
    return this.threads.show(visit, post.thread.id, { query: { post: id }, composing: actRefused(problem), status: statusOf(problem) });
  }
}
