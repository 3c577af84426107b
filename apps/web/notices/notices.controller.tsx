import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { confirmationIn, PrivateDataWarning } from '../private-data/private-data.warning.js';
import { actRefused } from '../thread/composing.js';
import { afterDone } from '../thread/done.view.js';
import { ThreadPage } from '../thread/thread.page.js';
import { EndNoticeView } from './end.view.js';
import { UpdateNoticeView } from './update.view.js';
import { endFormOperation, endNoticeOperation, updateFormOperation, sayWorksOperation, updateNoticeOperation } from './notice.operation.js';
import { CONCERNS, concernsIn, stateIn, typedMoment } from './notice.typed.js';

/** Updates of service notices, for staff; and whether it works again, for everybody. */
@Pages()
export class NoticesController {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
    private readonly warning: PrivateDataWarning,
  ) {}

  @Get('t/:key/notice')
  form(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.show(visit, key, null, null);
  }

  @Post('t/:key/notice')
  async update(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const fields = fieldsOf(request);
    if (fields['act'] === 'mask') return this.show(visit, key, await this.warning.masked(fields), null, true);
    const { told: { problem, thread } } = await this.asking.ask(actor, updateNoticeOperation, {
      input: { threadId: `thr_${key}`, basedOn: fields['basedOn'] || null, state: stateIn(fields['state']), text: fields['text'] ?? '', ...concernsIn(fields, page.timeZone), privateDataConfirmation: confirmationIn(fields), clientMutationId: fields['clientMutationId'] ?? null },
    });
    return problem ? this.show(visit, key, fields, problem) : goTo(page.href(afterDone(thread?.path, 'noticeUpdated')));
  }

  @Get('t/:key/end-notice')
  ending(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.askToEnd(visit, key, null);
  }

  @Post('t/:key/end-notice')
  async end(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const { told: { problem, thread } } = await this.asking.ask(actor, endNoticeOperation, { input: { threadId: `thr_${key}`, clientMutationId: fieldsOf(request)['clientMutationId'] ?? null } });
    return problem ? this.askToEnd(visit, key, problem) : goTo(page.href(afterDone(thread?.path, 'noticeOver')));
  }

  /** For whom it is still broken is led to asking, with what is known already in the form. */
  @Post('t/:key/works')
  async works(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/t/${key}`))}`));
    const { works, clientMutationId = null } = fieldsOf(request);
    const { told: { problem, thread } } = await this.asking.ask(actor, sayWorksOperation, { input: { threadId: `thr_${key}`, works: works === 'true', clientMutationId } });
    if (problem) return this.threads.show(visit, `thr_${key}`, { composing: actRefused(problem), status: statusOf(problem) });
    return goTo(page.href(works === 'true' ? (thread?.path ?? '/') : `/ask?notice=${key}`));
  }

  private async askToEnd({ actor, page }: Visit, key: string, problem: ProblemParts | null): Promise<Reply> {
    const { thread } = await this.asking.ask(actor, endFormOperation, { id: `thr_${key}` });
    if (!thread?.notice || !thread.viewer.canUpdateNotice.allowed) throw new NotFoundException();
    if (!thread.notice.ongoing) return goTo(page.href(thread.path)); // somebody else has said so meanwhile: it stands there
    return show(<EndNoticeView page={page} thread={thread} told={thread.notice.toldAtEnd} problem={problem} />, problem ? statusOf(problem) : 200);
  }

  private async show({ actor, page }: Visit, key: string, typed: Fields | null, problem: ProblemParts | null, masked = false): Promise<Reply> {
    const { thread, categories } = await this.asking.ask(actor, updateFormOperation, { id: `thr_${key}` });
    if (!thread?.notice || !thread.viewer.canUpdateNotice.allowed) throw new NotFoundException();
    const { version, state, affected, regions, categories: concerned, expectedEndAt, overdue } = thread.notice;
    // what has passed is not offered as when it should be over
    const now = { basedOn: version, state, affected, regions: regions.join(', '), expectedEndAt: overdue ? '' : typedMoment(expectedEndAt, page.timeZone), ...Object.fromEntries(concerned.map(({ id }) => [CONCERNS + id, 'yes'])) };
    return show(<UpdateNoticeView page={page} thread={thread} categories={categories} typed={typed ? { ...typed, ...(problem?.__typename === 'Conflict' ? { basedOn: version } : {}) } : now} problem={problem} masked={masked} />, problem ? statusOf(problem) : 200);
  }
}
