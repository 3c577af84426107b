import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { claimMemberOperation, memberOperation, setMemberRoleOperation, unclaimedOperation } from './member.operation.js';
import { MemberView } from './member.view.js';
import { givenRole } from './role-form.view.js';

const POSTS_A_PAGE = 20;

interface MemberQuery extends PlaceQuery {
  /** Which of their posts: `answers`, else what they asked. */
  show?: string;
  done?: string;
}

interface Shown {
  query?: MemberQuery;
  /** Of a form that was not taken, and the address that was typed into it. */
  problem?: ProblemParts | null;
  email?: string;
}

@Pages()
export class MemberController {
  constructor(private readonly asking: Asking) {}

  @Get('m/:key')
  member(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: MemberQuery): Promise<Reply> {
    return this.show(visit, key, { query });
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
    return problem ? this.show(visit, key, { problem }) : goTo(visit.page.href(`/m/${key}?done=1`));
  }

  @Post('m/:key/claim')
  async claim(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.isAdmin) throw new NotFoundException();
    const { email = '', password = '', clientMutationId = null } = fieldsOf(visit.request);
    const { claimMember: { problem } } = await this.asking.ask(visit.actor, claimMemberOperation, { input: { memberId: `mem_${key}`, email, password, clientMutationId } });
    return problem ? this.show(visit, key, { problem, email }) : goTo(visit.page.href(`/m/${key}?done=1`));
  }

  private async show({ actor, page }: Visit, key: string, { query = {}, problem = null, email = '' }: Shown): Promise<Reply> {
    const shown = query.show === 'answers' ? 'answers' : 'openings';
    const { member } = await this.asking.ask(actor, memberOperation, { id: `mem_${key}`, answers: shown === 'answers', openings: shown === 'openings', ...pagePlace(query, POSTS_A_PAGE) });
    if (!member) throw new NotFoundException();
    const unclaimed = page.member?.isAdmin ? (await this.asking.ask(actor, unclaimedOperation, { id: member.id })).isUnclaimed : false;
    return show(<MemberView page={page} member={member} shown={shown} problem={problem} done={query.done === '1'} unclaimed={unclaimed} email={email} />, problem ? statusOf(problem) : 200);
  }
}
