import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { claimMemberOperation, memberOperation, setMemberRoleOperation, unclaimedOperation } from './member.operation.js';
import { MemberView } from './member.view.js';
import { givenRole } from './role-form.view.js';

@Pages()
export class MemberController {
  constructor(private readonly asking: Asking) {}

  @Get('m/:key')
  member(@Visiting() visit: Visit, @Param('key') key: string, @Query('done') done?: string): Promise<Reply> {
    return this.show(visit, key, null, done === '1');
  }

  @Post('m/:key/role')
  async setRole(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const fields = fieldsOf(visit.request);
    const role = givenRole(fields['role']);
    if (!role) throw new NotFoundException();
    const { setMemberRole: { problem } } = await this.asking.ask(visit.actor, setMemberRoleOperation, {
      input: { memberId: `mem_${key}`, role, clientMutationId: fields['clientMutationId'] ?? null },
    });
    return problem ? this.show(visit, key, problem, false) : goTo(visit.page.href(`/m/${key}?done=1`));
  }

  @Post('m/:key/claim')
  async claim(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const { email = '', password = '', clientMutationId = null } = fieldsOf(visit.request);
    const { claimMember: { problem } } = await this.asking.ask(visit.actor, claimMemberOperation, { input: { memberId: `mem_${key}`, email, password, clientMutationId } });
    return problem ? this.show(visit, key, problem, false, email) : goTo(visit.page.href(`/m/${key}?done=1`));
  }

  private async show({ actor, page }: Visit, key: string, problem: ProblemParts | null, done: boolean, email = ''): Promise<Reply> {
    const { member } = await this.asking.ask(actor, memberOperation, { id: `mem_${key}` });
    if (!member) throw new NotFoundException();
    const unclaimed = page.member?.isAdmin ? (await this.asking.ask(actor, unclaimedOperation, { id: member.id })).isUnclaimed : false;
    return show(<MemberView page={page} member={member} problem={problem} done={done} unclaimed={unclaimed} email={email} />, problem ? statusOf(problem) : 200);
  }
}
