import { ForbiddenException, Get, Param, Post, Query } from '@nestjs/common';
import { VerificationService } from '#accounts';
import { SavedSubmissions } from '#forum';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { refusalOf } from '../address/refusal.js';
import { SavedView } from './saved.view.js';

/** What somebody wrote and is not public yet. */
@Pages()
export class SavedController {
  constructor(
    private readonly saved: SavedSubmissions,
    private readonly verification: VerificationService,
  ) {}

  @Get('saved')
  async list(@Visiting() visit: Visit, @Query('sent') sent?: string): Promise<Reply> {
    if (!visit.page.member) return goTo(visit.page.href(`/sign-in?next=${encodeURIComponent(visit.page.href('/saved'))}`));
    return this.show(visit, sent !== undefined);
  }

  @Post('saved/send-again')
  async sendAgain(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member) throw new ForbiddenException();
    const problem = await refusalOf(() => this.verification.sendAgain(visit.actor, visit.request.ip ?? ''), visit.page.language);
    return problem ? this.show(visit, false, problem.message) : goTo(visit.page.href('/saved?sent=1'));
  }

  @Post('saved/publish')
  async publish(@Visiting() { actor, page }: Visit): Promise<Reply> {
    if (!page.member) throw new ForbiddenException();
    const [path] = await this.saved.publish(actor.memberId);
    return goTo(page.href(path ?? '/saved'));
  }

  @Post('saved/:id/discard')
  async discard(@Visiting() { actor, page }: Visit, @Param('id') id: string): Promise<Reply> {
    if (!page.member) throw new ForbiddenException();
    await this.saved.discard(actor, id);
    return goTo(page.href('/saved'));
  }

  private async show({ actor, page }: Visit, sent: boolean, fault: string | null = null): Promise<Reply> {
    const [saved, state] = await Promise.all([this.saved.list(actor), this.verification.stateOf(actor)]);
    return show(<SavedView page={page} saved={saved} email={state.email ?? ''} mustVerify={actor.mustVerify} sent={sent} fault={fault} />, fault ? 429 : 200);
  }
}
