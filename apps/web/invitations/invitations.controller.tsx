import { Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { invitationsOperation, inviteOperation, resendOperation, withdrawOperation } from './invitations.operation.js';
import { InvitationsView, LANGUAGES, TEAM } from './invitations.view.js';

const PAGE_SIZE = 30;
const DONE = ['sent', 'withdrawn'] as const;
export type Done = (typeof DONE)[number];

/** Whom admins have invited to the team, and how they invite more. Others are told that there is nothing here. */
@Pages()
export class InvitationsController {
  constructor(
    private readonly asking: Asking,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('admin/invitations')
  list(@Visiting() visit: Visit, @Query() query: PlaceQuery, @Query('done') done?: string): Promise<Reply> {
    return this.show(visit, query, {}, null, DONE.find((known) => known === done) ?? null);
  }

  @Post('admin/invitations')
  async invite(@Visiting() visit: Visit): Promise<Reply> {
    const fields = this.fieldsFor(visit);
    const { email = '', note = '', clientMutationId = null } = fields;
    const role = TEAM.find((each) => each === fields['role']) ?? 'staff';
    const language = LANGUAGES.find((each) => each === fields['language']) ?? visit.page.language;
    const { invited: { problem } } = await this.asking.ask(visit.actor, inviteOperation, { input: { email, role, language, note, clientMutationId } });
    return problem ? this.show(visit, {}, fields, problem, null) : goTo(visit.page.href('/admin/invitations?done=sent'));
  }

  @Post('admin/invitations/:id/resend')
  async resend(@Visiting() visit: Visit, @Param('id') invitationId: string): Promise<Reply> {
    const { clientMutationId = null } = this.fieldsFor(visit);
    const { invited: { problem } } = await this.asking.ask(visit.actor, resendOperation, { input: { invitationId, clientMutationId } });
    return problem ? this.show(visit, {}, {}, problem, null) : goTo(visit.page.href('/admin/invitations?done=sent'));
  }

  @Post('admin/invitations/:id/withdraw')
  async withdraw(@Visiting() visit: Visit, @Param('id') invitationId: string): Promise<Reply> {
    const { clientMutationId = null } = this.fieldsFor(visit);
    const { invited: { problem } } = await this.asking.ask(visit.actor, withdrawOperation, { input: { invitationId, clientMutationId } });
    return problem ? this.show(visit, {}, {}, problem, null) : goTo(visit.page.href('/admin/invitations?done=withdrawn'));
  }

  private fieldsFor({ page, request }: Visit): Fields {
    if (!page.member?.isAdmin) throw new NotFoundException();
    return fieldsOf(request);
  }

  private async show({ actor, page }: Visit, query: PlaceQuery, typed: Fields, problem: ProblemParts | null, done: Done | null): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const { invitations } = await this.asking.ask(actor, invitationsOperation, pagePlace(query, PAGE_SIZE));
    const leaves = this.runtime.settings.smtpUrl !== undefined;
    return show(<InvitationsView page={page} invitations={invitations} leaves={leaves} typed={typed} problem={problem} done={done} />, problem ? statusOf(problem) : 200);
  }
}
