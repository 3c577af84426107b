import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { LegalFormView, LegalListView } from './legal-admin.view.js';
import { LEGAL_PAGES } from './legal.pages.js';
import { legalSourcesOperation, publishLegalPageOperation } from './legal.operation.js';

/** Writing the legal pages, for admins. Others are told that there is nothing here. */
@Pages()
export class LegalAdminController {
  constructor(private readonly asking: Asking) {}

  @Get('admin/legal')
  async list(@Visiting() visit: Visit, @Query('done') done?: string): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    return show(<LegalListView page={visit.page} sources={await this.asking.ask(visit.actor, legalSourcesOperation, {})} done={done !== undefined} />);
  }

  @Get('admin/legal/:name')
  form(@Visiting() visit: Visit, @Param('name') name: string): Promise<Reply> {
    return this.show(visit, name, null, null);
  }

  @Post('admin/legal/:name')
  async publish(@Visiting() visit: Visit, @Param('name') given: string): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const name = nameIn(given);
    const fields = fieldsOf(visit.request);
    const { sourceDe = '', sourceEn = '', basedOn = '', mustAgree, clientMutationId = null } = fields;
    const { done } = await this.asking.ask(visit.actor, publishLegalPageOperation, {
      input: { page: name, sourceDe, sourceEn, basedOn: /^\d{1,6}$/.test(basedOn) ? Number(basedOn) : 0, mustAgree: name === 'rules' && mustAgree !== undefined, clientMutationId },
    });
    return done.problem ? this.show(visit, name, fields, done.problem) : goTo(visit.page.href('/admin/legal?done'));
  }

  private async show(visit: Visit, given: string, typed: Fields | null, problem: ProblemParts | null): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const name = nameIn(given);
    const sources = await this.asking.ask(visit.actor, legalSourcesOperation, {});
    return show(<LegalFormView page={visit.page} name={name} current={sources[name]} typed={typed} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function nameIn(given: string) {
  const name = LEGAL_PAGES.find((known) => known === given);
  if (!name) throw new NotFoundException();
  return name;
}
