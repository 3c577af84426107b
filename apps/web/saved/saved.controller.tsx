import { ForbiddenException, Get, Param, Post, Query } from '@nestjs/common';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { VerificationService } from '#accounts';
import { type SavedSubmission, SavedSubmissions } from '#forum';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { confirmationIn, PrivateDataWarning } from '../private-data/private-data.warning.js';
import { refusalOf } from '../address/refusal.js';
import { SavedView } from './saved.view.js';

/** What somebody wrote and is not public yet. */
@Pages()
export class SavedController {
  constructor(
    private readonly saved: SavedSubmissions,
    private readonly verification: VerificationService,
    private readonly warning: PrivateDataWarning,
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

  /** Something in it looks private, which was not known when it was saved: it goes out as it is, or gets dots first. */
  @Post('saved/:id/warned')
  async warned(@Visiting() { actor, page, request }: Visit, @Param('id') id: string): Promise<Reply> {
    if (!page.member) throw new ForbiddenException();
    const sent = fieldsOf(request);
    const waiting = (await this.saved.list(actor)).find((each) => each.id === id);
    if (!waiting) return goTo(page.href('/saved'));
    if (sent['act'] === 'mask') {
      await this.saved.change(actor, id, inputIn(await this.warning.masked(textsIn(waiting)), waiting));
      return goTo(page.href('/saved'));
    }
    await this.saved.change(actor, id, { privateDataConfirmation: confirmationIn(sent) });
    const [path] = await this.saved.publish(actor.memberId);
    return goTo(page.href(path ?? '/saved'));
  }

  @Post('saved/:id/discard')
  async discard(@Visiting() { actor, page }: Visit, @Param('id') id: string): Promise<Reply> {
    if (!page.member) throw new ForbiddenException();
    await this.saved.discard(actor, id);
    return goTo(page.href('/saved'));
  }

  private async show(visit: Visit, sent: boolean, fault: string | null = null): Promise<Reply> {
    const { actor, page } = visit;
    const [saved, state] = await Promise.all([this.saved.list(actor), this.verification.stateOf(actor)]);
    const warnings = new Map<string, ProblemParts>();
    for (const each of saved) {
      const warning = each.problem === null ? null : await this.warning.of(visit, textsIn(each));
      if (warning) warnings.set(each.id, warning);
    }
    return show(<SavedView page={page} saved={saved} warnings={warnings} email={state.email ?? ''} mustVerify={actor.mustVerify} sent={sent} fault={fault} />, fault ? 429 : 200);
  }
}

/** As the form had it. */
function textsIn({ input: { fields = [], title, body } }: SavedSubmission): Fields {
  return { ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }), ...Object.fromEntries(fields.map(({ key, value }) => [`fields.${key}`, value])) };
}

function inputIn(texts: Fields, { input: { fields } }: SavedSubmission): SavedSubmission['input'] {
  const { title, body } = texts;
  return {
    ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }),
    ...(fields ? { fields: fields.map(({ key, value }) => ({ key, value: texts[`fields.${key}`] ?? value })) } : {}),
  };
}
