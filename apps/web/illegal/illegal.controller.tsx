import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { flagFormOperation } from '../review/review.operation.js';
import { illegalReportOperation, reportIllegalOperation } from './illegal.operation.js';
import { IllegalView, ReceiptView } from './illegal.view.js';

interface Shown {
  typed?: { note: string; agrees: boolean };
  problem?: ProblemParts;
}

/** Reporting what breaks the law, without an account, and what became of it. */
@Pages()
export class IllegalController {
  constructor(private readonly asking: Asking) {}

  @Get('p/:key/illegal')
  form(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.show(visit, key, {});
  }

  @Post('p/:key/illegal')
  async report(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { note = '', faith, clientMutationId = null } = fieldsOf(visit.request);
    const typed = { note, agrees: faith === 'yes' };
    if (!typed.agrees) return this.show(visit, key, { typed, problem: unbelieved(visit) });
    const { reported: { problem, report } } = await this.asking.ask(visit.actor, reportIllegalOperation, { input: { postId: `pst_${key}`, note, inGoodFaith: true, clientMutationId } });
    return problem || !report ? this.show(visit, key, { typed, ...(problem ? { problem } : {}) }) : goTo(visit.page.href(`/reports/${report.receipt}`));
  }

  @Get('reports/:receipt')
  async receipt(@Visiting() { actor, page }: Visit, @Param('receipt') receipt: string): Promise<Reply> {
    const { illegalReport } = await this.asking.ask(actor, illegalReportOperation, { receipt });
    if (!illegalReport) throw new NotFoundException();
    return show(<ReceiptView page={page} report={illegalReport} />);
  }

  private async show({ actor, page }: Visit, key: string, { typed = { note: '', agrees: false }, problem }: Shown): Promise<Reply> {
    const { post } = await this.asking.ask(actor, flagFormOperation, { id: `pst_${key}` });
    if (!post?.thread) throw new NotFoundException();
    return show(<IllegalView page={page} post={post} thread={post.thread} typed={typed} problem={problem ?? null} />, problem ? statusOf(problem) : 200);
  }
}

function unbelieved({ page: { texts } }: Visit): ProblemParts {
  const message = texts.illegal.faithMissing;
  return { __typename: 'InvalidInput', code: 'InvalidInput', message, fields: [{ field: 'faith', message }] };
}
