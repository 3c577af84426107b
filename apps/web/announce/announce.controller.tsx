import { Get, NotFoundException, Post } from '@nestjs/common';
import { tagsIn } from '../ask/ask.typed.js';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Previewing } from '../parts/previewing.js';
import { concernsIn, kindIn, stateIn } from '../notices/notice.typed.js';
import { confirmationIn, PrivateDataWarning } from '../private-data/private-data.warning.js';
import { announceFormOperation, announceOperation } from './announce.operation.js';
import { AnnounceView } from './announce.view.js';

/** Announcements and service notices, for staff. Others are told that there is nothing here. */
@Pages()
export class AnnounceController {
  constructor(
    private readonly asking: Asking,
    private readonly previews: Previewing,
    private readonly warning: PrivateDataWarning,
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
    if (fields['act'] === 'mask') return this.show(visit, await this.warning.masked(fields), null, null, true);
    const { opened: { problem, thread } } = await this.asking.ask(visit.actor, announceOperation, {
      input: { title, body, categoryId, tags: tagsIn(tags), notice: noticeIn(fields, visit.page.timeZone), privateDataConfirmation: confirmationIn(fields), clientMutationId },
    });
    return problem ? this.show(visit, fields, problem, null) : goTo(visit.page.href(thread?.path ?? '/'));
  }

  private async show({ actor, page }: Visit, typed: Fields, problem: ProblemParts | null, preview: string | null, masked = false): Promise<Reply> {
    if (!page.member?.isStaff) throw new NotFoundException();
    const offer = await this.asking.ask(actor, announceFormOperation, {});
    return show(<AnnounceView page={page} offer={offer} typed={typed} problem={problem} preview={preview} masked={masked} />, problem ? statusOf(problem) : 200);
  }
}

const NOTICE = 'notice.';

/** No notice where nobody touched any of its fields. */
function noticeIn(fields: Fields, zone: string) {
  const notice = { ...concernsIn(fields, zone, NOTICE), kind: kindIn(fields[`${NOTICE}kind`]), state: stateIn(fields[`${NOTICE}state`]) };
  const { affected, regions, categoryIds, expectedEndAt, kind, state } = notice;
  const isUntouched = affected.trim() === '' && regions.length + categoryIds.length === 0 && expectedEndAt === null && kind === kindIn(undefined) && state === stateIn(undefined);
  return isUntouched ? null : notice;
}
