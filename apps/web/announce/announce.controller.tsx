import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { tagsIn } from '../ask/ask.typed.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Previewing } from '../parts/previewing.js';
import { announceFormOperation, announceOperation, endNoticeOperation } from './announce.operation.js';
import { AnnounceView } from './announce.view.js';

/** Announcements and service notices, for staff. Others are told that there is nothing here. */
@Pages()
export class AnnounceController {
  constructor(
    private readonly asking: Asking,
    private readonly previews: Previewing,
  ) {}

  @Get('announce')
  form(@Visiting() visit: Visit): Promise<Reply> {
    return this.show(visit, {}, null, null);
  }

  @Post('announce')
  async announce(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member?.isStaff) throw new NotFoundException();
    const fields = fieldsOf(visit.request);
    const { title = '', body = '', categoryId = '', tags = '', clientMutationId = null } = fields;
    if (fields['act'] === 'preview') return this.show(visit, fields, null, await this.previews.of(visit, body));
    const { opened: { problem, thread } } = await this.asking.ask(visit.actor, announceOperation, {
      input: { title, body, categoryId, tags: tagsIn(tags), notice: noticeIn(fields), clientMutationId },
    });
    return problem ? this.show(visit, fields, problem, null) : goTo(visit.page.href(thread?.path ?? '/'));
  }

  @Post('t/:key/end-notice')
  async end(@Visiting() { actor, page, request }: Visit, @Param('key') key: string): Promise<Reply> {
    if (!page.member?.isStaff) throw new NotFoundException();
    const { opened } = await this.asking.ask(actor, endNoticeOperation, { input: { threadId: `thr_${key}`, clientMutationId: fieldsOf(request)['clientMutationId'] ?? null } });
    return goTo(page.href(opened.thread?.path ?? '/'));
  }

  private async show({ actor, page }: Visit, typed: Fields, problem: ProblemParts | null, preview: string | null): Promise<Reply> {
    if (!page.member?.isStaff) throw new NotFoundException();
    const offer = await this.asking.ask(actor, announceFormOperation, {});
    return show(<AnnounceView page={page} offer={offer} typed={typed} problem={problem} preview={preview} />, problem ? statusOf(problem) : 200);
  }
}

const NO_TIME = new Date(0).toISOString(); // what is no time goes in as one that is refused, so that the sentence stands beside the field

/** No notice where neither of its fields was filled in. */
function noticeIn(fields: Fields) {
  const affected = fields['notice.affected'] ?? '';
  const expected = fields['notice.expectedEndAt'] ?? '';
  if (affected.trim() === '' && expected === '') return null;
  const at = new Date(expected); // without a zone, as browsers send it: the zone in which this site tells times
  return { affected, expectedEndAt: expected === '' ? null : Number.isNaN(at.getTime()) ? NO_TIME : at.toISOString() };
}
