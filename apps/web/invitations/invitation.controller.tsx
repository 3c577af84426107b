import { ForbiddenException, Get, Param, Post, Res } from '@nestjs/common';
import { InputType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import type { Response } from 'express';
import { AcceptInvitationService, type OpenedInvitation } from '#accounts';
import { LineField, PasswordField } from '#platform/graphql';
import { checked, refusalOf } from '../address/refusal.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { Entering } from '../sign-in/entering.js';
import { JoinView, OverView } from './join.view.js';

const GONE = 410;

@InputType({ isAbstract: true })
class JoinInput {
  @LineField('The name others see.', { min: 2, max: 40 })
  name: string;

  @PasswordField('As at sign-up.', { min: 8, max: 128 })
  password: string;

  @IsOptional()
  @IsString()
  rules?: string;
}

/** What an invitation's link opens. Opening it changes nothing, since mail scanners open every link: the invited press a button. */
@Pages()
export class InvitationController {
  constructor(
    private readonly invitations: AcceptInvitationService,
    private readonly entering: Entering,
  ) {}

  @Get('invitation/:token')
  open(@Visiting() visit: Visit, @Param('token') token: string): Promise<Reply> {
    return this.show(visit, token, {}, null);
  }

  /** With a new account. */
  @Post('invitation/:token')
  async join(@Visiting() visit: Visit, @Param('token') token: string, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    if (visit.page.member) return this.show(visit, token, {}, null);
    const fields = fieldsOf(visit.request);
    let memberId: string | null = null;
    const problem = await refusalOf(async () => { memberId = await this.invitations.join(token, await checked(JoinInput, fields)); }, visit.page.language);
    if (problem || memberId === null) return this.show(visit, token, fields, problem);
    return this.entering.enter(memberId, visit, {}, response);
  }

  /** With the account they are signed in with. */
  @Post('invitation/:token/accept')
  async accept(@Visiting() visit: Visit, @Param('token') token: string): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) throw new ForbiddenException();
    let accepted = false;
    const problem = await refusalOf(async () => { accepted = await this.invitations.accept(actor, token); }, page.language);
    return accepted ? goTo(page.href('/')) : this.show(visit, token, {}, problem);
  }

  private async show({ actor, page }: Visit, token: string, typed: Fields, problem: ProblemParts | null): Promise<Reply> {
    const invitation: OpenedInvitation | null = /^[\w-]{43}$/.test(token) ? await this.invitations.open(token) : null;
    if (invitation?.state !== 'open') return show(<OverView page={page} why={invitation?.state ?? 'unknown'} />, GONE);
    const isOwner = invitation.ownerKey !== null && actor.is(invitation.ownerKey);
    return show(<JoinView page={page} token={token} invitation={invitation} isOwner={isOwner} typed={typed} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}
