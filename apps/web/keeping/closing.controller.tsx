import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { fieldInputs, saidIn } from '../ask/ask.typed.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, movedTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { confirmationIn, PrivateDataWarning } from '../private-data/private-data.warning.js';
import { afterDone } from '../thread/done.view.js';
import { CloseView, reasonIn, reasonMissing } from './close.view.js';
import { closeOperation, keepThreadOperation, moveOperation, reopenOperation } from './keeping.operation.js';
import { fieldsThere } from './move.fields.js';
import { MoveView } from './move.view.js';
import { Refusal } from './refusal.js';

/** Closing, reopening and moving whole threads. */
@Pages()
export class ClosingController {
  constructor(
    private readonly asking: Asking,
    private readonly refusal: Refusal,
    private readonly warning: PrivateDataWarning,
  ) {}

  @Get('t/:key/close')
  closing(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.form(visit, key, 'close', {}, null);
  }

  @Post('t/:key/close')
  async close(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, `/t/${key}/close`);
    const typed = fieldsOf(visit.request);
    const reason = reasonIn(typed) ?? (visit.actor.isSuperUser ? null : 'settled'); // askers have but one, and are not asked
    if (!reason) return this.form(visit, key, 'close', typed, reasonMissing(visit.page));
    const { kept } = await this.asking.ask(visit.actor, closeOperation, { input: { threadId: `thr_${key}`, reason, note: typed['note'] ?? '', clientMutationId: typed['clientMutationId'] ?? null } });
    return kept.problem ? this.form(visit, key, 'close', typed, kept.problem) : goTo(visit.page.href(afterDone(kept.thread?.path, 'closed')));
  }

  @Post('t/:key/reopen')
  async reopen(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, `/t/${key}`);
    const { clientMutationId = null } = fieldsOf(visit.request);
    const { kept } = await this.asking.ask(visit.actor, reopenOperation, { input: { threadId: `thr_${key}`, clientMutationId } });
    return kept.problem ? this.refusal.show(visit, `thr_${key}`, kept.problem) : goTo(visit.page.href(afterDone(kept.thread?.path, 'reopened')));
  }

  @Get('t/:key/move')
  moving(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.form(visit, key, 'move', {}, null);
  }

  @Post('t/:key/move')
  async move(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, `/t/${key}/move`);
    const typed = fieldsOf(visit.request);
    const { categoryId = '', note = '', clientMutationId = null } = typed;
    const { thread, categories } = await this.asking.ask(visit.actor, keepThreadOperation, { id: `thr_${key}` });
    if (typed['act'] === 'mask') return this.form(visit, key, 'move', await this.warning.masked(typed, thread?.fields.map(({ value }) => value)), null, true);
    const { open, lost } = thread ? fieldsThere(visit.page, thread, categories, categoryId) : { open: [], lost: [] };
    if (typed['fieldsOf'] !== categoryId && open.length + lost.length > 0) return this.form(visit, key, 'move', typed, null); // they have not seen what that asks for
    const said = Object.entries(saidIn(typed)).filter(([name]) => open.some((field) => field.key === name)); // another topic's fields answer nothing here
    const fields = fieldInputs(Object.fromEntries(said));
    const { kept } = await this.asking.ask(visit.actor, moveOperation, { input: { threadId: `thr_${key}`, categoryId, fields, note, privateDataConfirmation: confirmationIn(typed), clientMutationId } });
    return kept.problem ? this.form(visit, key, 'move', typed, kept.problem) : goTo(visit.page.href(afterDone(kept.thread?.path, thread?.category.id === categoryId ? 'sameTopic' : 'moved')));
  }

  private async form(visit: Visit, key: string, act: 'close' | 'move', typed: Fields, problem: ProblemParts | null, masked = false): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return signIn(visit, `/t/${key}/${act}`);
    const { thread, categories } = await this.asking.ask(actor, keepThreadOperation, { id: `thr_${key}` });
    if (!thread) throw new NotFoundException();
    if (thread.id !== `thr_${key}`) return movedTo(page.href(thread.path)); // it has become part of another
    const permission = thread.viewer[act === 'close' ? 'canClose' : 'canMove'];
    if (!permission.allowed) return this.refusal.ofThread(visit, thread.id, permission);
    const view = act === 'close'
      ? <CloseView page={page} thread={thread} anyReason={actor.isSuperUser} typed={typed} problem={problem} />
      : <MoveView page={page} thread={thread} categories={categories} typed={typed} problem={problem} masked={masked} />;
    return show(view, problem ? statusOf(problem) : 200);
  }
}

function signIn({ page }: Visit, path: string): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(path))}`));
}
