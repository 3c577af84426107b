import { Get, Inject, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { clearSessionCookie } from '#accounts';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { WordView } from '../address/link.view.js';
import { Asking } from '../graphql/asking.js';
import { statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { deleteAccountOperation } from './delete-account.operation.js';
import { DeleteAccountView } from './delete-account.view.js';

/** The end of one's own account. */
@Pages()
export class DeleteAccountController {
  constructor(
    private readonly asking: Asking,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('settings/delete')
  form(@Visiting() { page }: Visit): Reply {
    return page.member ? show(<DeleteAccountView page={page} removes={false} problem={null} />) : goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/settings/delete'))}`));
  }

  @Post('settings/delete')
  async delete(@Visiting() { page, actor, request }: Visit, @Res({ passthrough: true }) response: Response): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/settings/delete'))}`));
    const { password = '', texts } = fieldsOf(request);
    // without a clientMutationId: there is nobody any more for whom a reply could be kept
    const { done } = await this.asking.ask(actor, deleteAccountOperation, { input: { password, removeTexts: texts === 'remove' } });
    if (done.problem) return show(<DeleteAccountView page={page} removes={texts === 'remove'} problem={done.problem} />, statusOf(done.problem));
    clearSessionCookie(response, this.runtime.settings.secureCookies);
    response.set('Clear-Site-Data', '"storage"');
    return goTo(page.href('/goodbye'));
  }

  @Get('goodbye')
  goodbye(@Visiting() { page }: Visit): Reply {
    const t = page.texts.rights;
    return show(<WordView page={page} title={t.goneTitle}><p>{t.gone}</p><p><a class="button button-quiet" href={page.href('/')}>{page.texts.page.home}</a></p></WordView>);
  }
}
