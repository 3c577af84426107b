import { Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ForgotInput, PasswordResetService, ResetInput } from '#accounts';
import { SavedSubmissions } from '#forum';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { Entering } from '../sign-in/entering.js';
import { typedIn } from '../sign-in/next.address.js';
import { GoneView, WordView } from './link.view.js';
import { checked, refusalOf } from './refusal.js';

const GONE = 410;

/** A new password for those who forgot theirs. */
@Pages()
export class ResetController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly entering: Entering,
    private readonly saved: SavedSubmissions,
  ) {}

  @Get('forgot')
  form(@Visiting() { page }: Visit, @Query('email') email?: unknown): Reply {
    return show(<ForgotView page={page} email={typedIn(email)} problem={null} />);
  }

  @Post('forgot')
  async request(@Visiting() { page, request }: Visit): Promise<Reply> {
    const fields = fieldsOf(request);
    const email = fields['email'] ?? '';
    const problem = await refusalOf(async () => this.resets.request((await checked(ForgotInput, fields)).email, request.ip ?? ''), page.language);
    if (problem) return show(<ForgotView page={page} email={email} problem={problem} />, statusOf(problem));
    const t = page.texts.address;
    return show(<WordView page={page} title={t.forgotTitle}><Notice kind="done"><p>{t.forgotSent(email)}</p></Notice></WordView>);
  }

  @Get('reset/:token')
  async open(@Visiting() { page }: Visit, @Param('token') token: string): Promise<Reply> {
    return (await this.resets.isGood(token)) ? show(<ResetView page={page} token={token} problem={null} />) : this.gone(page);
  }

  @Post('reset/:token')
  async reset(@Visiting() visit: Visit, @Param('token') token: string, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    const { page, request } = visit;
    let memberId: string | null = null;
    const problem = await refusalOf(async () => {
      memberId = await this.resets.reset(token, (await checked(ResetInput, fieldsOf(request))).password);
    }, page.language);
    if (problem) return show(<ResetView page={page} token={token} problem={problem} />, statusOf(problem));
    if (memberId === null) return this.gone(page);
    await this.saved.publish(memberId); // the link has shown whose the address is
    return this.entering.enter(memberId, visit, { next: page.href('/settings?done=password') }, response); // which says that it is changed
  }

  private gone(page: Visit['page']): Reply {
    return show(<GoneView page={page} path="/forgot" way={page.texts.address.goneReset} />, GONE);
  }
}

function ForgotView({ page, email, problem }: { page: Visit['page']; email: string; problem: ProblemParts | null }) {
  const t = page.texts.address;
  return (
    <WordView page={page} title={t.forgotTitle}>
      <p>{t.forgotIntro}</p>
      <form method="post" action={page.href('/forgot')}>
        <ProblemNotice problem={problem} />
        <LineField name="email" label={page.texts.people.email} type="email" autocomplete="username" required value={email} problem={problem} />
        <button type="submit" class="button">{t.forgotButton}</button>
      </form>
    </WordView>
  );
}

function ResetView({ page, token, problem }: { page: Visit['page']; token: string; problem: ProblemParts | null }) {
  const t = page.texts.address;
  return (
    <WordView page={page} title={t.resetTitle}>
      <p>{t.resetIntro}</p>
      <form method="post" action={page.href(`/reset/${token}`)}>
        <ProblemNotice problem={problem} />
        <LineField name="password" label={page.texts.people.password} hint={page.texts.people.passwordHint} type="password" autocomplete="new-password" required problem={problem} />
        <button type="submit" class="button">{t.resetButton}</button>
      </form>
    </WordView>
  );
}
