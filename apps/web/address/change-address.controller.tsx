import { ForbiddenException, Get, Param, Post } from '@nestjs/common';
import { ChangeAddressInput, ChangeAddressService, VerificationService } from '#accounts';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { GoneView, LinkView, WordView } from './link.view.js';
import { checked, refusalOf } from './refusal.js';

const PATH = '/settings/address';

/** Another e-mail address for one's account. */
@Pages()
export class ChangeAddressController {
  constructor(
    private readonly addresses: ChangeAddressService,
    private readonly verification: VerificationService,
  ) {}

  @Get('settings/address')
  async form(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member) return goTo(visit.page.href(`/sign-in?next=${encodeURIComponent(visit.page.href(PATH))}`));
    return this.show(visit, '', null);
  }

  @Post('settings/address')
  async request(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) throw new ForbiddenException();
    const fields = fieldsOf(request);
    const email = fields['email'] ?? '';
    const problem = await refusalOf(async () => this.addresses.request(actor, await checked(ChangeAddressInput, fields), request.ip ?? ''), page.language);
    if (problem) return this.show(visit, email, problem);
    const t = page.texts.address;
    return show(<WordView page={page} title={t.changeTitle}><Notice kind="done"><p>{t.changeSent(email)}</p></Notice></WordView>);
  }

  @Get('change-address/:token')
  async open(@Visiting() { page }: Visit, @Param('token') token: string): Promise<Reply> {
    const t = page.texts.address;
    if (!(await this.addresses.isGood(token))) return show(<GoneView page={page} path={PATH} way={t.goneChange} />, 410);
    return show(<LinkView page={page} title={t.confirmTitle} intro={t.confirm} button={t.confirmButton} action={`/change-address/${token}`} />);
  }

  @Post('change-address/:token')
  async confirm(@Visiting() { page }: Visit, @Param('token') token: string): Promise<Reply> {
    const t = page.texts.address;
    let changed = false;
    const problem = await refusalOf(async () => { changed = await this.addresses.confirm(token); }, page.language);
    if (problem) return show(<WordView page={page} title={t.confirmTitle}><Notice kind="problem"><p>{t.changedTaken}</p></Notice></WordView>, statusOf(problem));
    if (!changed) return show(<GoneView page={page} path={PATH} way={t.goneChange} />, 410);
    return show(<WordView page={page} title={t.changed}><p>{t.changedIntro}</p></WordView>);
  }

  private async show({ actor, page }: Visit, typed: string, problem: ProblemParts | null): Promise<Reply> {
    const { email } = await this.verification.stateOf(actor);
    return show(<ChangeAddressView page={page} email={email} typed={typed} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function ChangeAddressView({ page, email, typed, problem }: { page: Visit['page']; email: string | null; typed: string; problem: ProblemParts | null }) {
  const t = page.texts.address;
  return (
    <WordView page={page} title={t.changeTitle}>
      {email && <p>{t.changeNow(email)}</p>}
      <form method="post" action={page.href(PATH)}>
        <ProblemNotice problem={problem} />
        <LineField name="email" label={t.changeNew} type="email" autocomplete="email" required value={typed} problem={problem} />
        <LineField name="password" label={t.changePassword} type="password" autocomplete="current-password" required problem={problem} />
        <button type="submit" class="button">{t.changeButton}</button>
      </form>
    </WordView>
  );
}
