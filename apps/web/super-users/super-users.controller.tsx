import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { OwnTermView } from './own-term.view.js';
import { answerInvitationOperation, endSuperUserOperation, inviteSuperUserOperation, ownTermOperation, renewSuperUserOperation, superUsersOperation } from './super-users.operation.js';
import { SuperUsersView } from './super-users.view.js';

const DONE = { invite: 'invited', renew: 'renewed', end: 'ended' } as const;

interface Shown {
  problem?: ProblemParts;
  /** Whose form it was, and what was typed into it. */
  about?: string;
  typed?: Record<string, string>;
  done?: unknown;
}

/** Super users: for staff, who they are and who could be; for each, their own invitation and term. */
@Pages()
export class SuperUsersController {
  constructor(private readonly asking: Asking) {}

  @Get('super-users')
  list(@Visiting() visit: Visit, @Query('done') done?: unknown): Promise<Reply> {
    return this.show(visit, { done });
  }

  @Post('super-users/:key')
  async act(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const typed = fieldsOf(request);
    const shared = { memberId: `mem_${key}`, clientMutationId: typed['clientMutationId'] ?? null };
    const act = (['invite', 'renew', 'end'] as const).find((each) => each === typed['act']);
    if (!act) throw new NotFoundException();
    const { done: { problem } } = act === 'invite'
      ? await this.asking.ask(actor, inviteSuperUserOperation, { input: { ...shared, message: typed['message'] ?? '' } })
      : act === 'renew' ? await this.asking.ask(actor, renewSuperUserOperation, { input: shared }) : await this.asking.ask(actor, endSuperUserOperation, { input: { ...shared, reason: typed['reason'] ?? '' } });
    return problem ? this.show(visit, { problem, typed, about: `mem_${key}` }) : goTo(page.href(`/super-users?done=${DONE[act]}`));
  }

  @Get('standing/super-user')
  own(@Visiting() visit: Visit): Promise<Reply> {
    return this.showOwn(visit, null);
  }

  @Post('standing/super-user')
  async answer(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return this.showOwn(visit, null);
    const { act, clientMutationId = null } = fieldsOf(request);
    const { done: { problem } } = act === 'resign'
      ? await this.asking.ask(actor, endSuperUserOperation, { input: { memberId: `mem_${page.member.key}`, clientMutationId } })
      : await this.asking.ask(actor, answerInvitationOperation, { input: { accept: act === 'accept', clientMutationId } });
    return problem ? this.showOwn(visit, problem) : goTo(page.href('/standing/super-user'));
  }

  private async show({ actor, page }: Visit, { problem, about, typed = {}, done }: Shown): Promise<Reply> {
    if (!page.member?.isStaff) throw new NotFoundException();
    const { superUsers, superUserCandidates } = await this.asking.ask(actor, superUsersOperation, {});
    return show(<SuperUsersView page={page} superUsers={superUsers} candidates={superUserCandidates} done={Object.values(DONE).find((each) => each === done) ?? null} problem={problem ?? null} about={about ?? null} typed={typed} />, problem ? statusOf(problem) : 200);
  }

  private async showOwn({ actor, page }: Visit, problem: ProblemParts | null): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/standing/super-user'))}`));
    const { member } = await this.asking.ask(actor, ownTermOperation, { id: `mem_${page.member.key}` });
    return show(<OwnTermView page={page} term={member?.superUserTerm ?? null} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}
