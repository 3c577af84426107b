import { Get, Param, Post } from '@nestjs/common';
import { VerificationService } from '#accounts';
import { SavedSubmissions } from '#forum';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { GoneView, LinkView, WordView } from './link.view.js';

const GONE = 410;

/** The link that shows whose an address is: opened in any browser, confirmed by a button. */
@Pages()
export class VerifyController {
  constructor(
    private readonly verification: VerificationService,
    private readonly saved: SavedSubmissions,
  ) {}

  @Get('verify/:token')
  async open(@Visiting() { page }: Visit, @Param('token') token: string): Promise<Reply> {
    const t = page.texts.address;
    if (!(await this.verification.isGood(token))) return show(<GoneView page={page} path="/saved" way={t.goneVerify} />, GONE);
    return show(<LinkView page={page} title={t.verifyTitle} intro={t.verify} button={t.verifyButton} action={`/verify/${token}`} />);
  }

  @Post('verify/:token')
  async confirm(@Visiting() { actor, page }: Visit, @Param('token') token: string): Promise<Reply> {
    const t = page.texts.address;
    const memberId = await this.verification.confirm(token);
    if (memberId === null) return show(<GoneView page={page} path="/saved" way={t.goneVerify} />, GONE);
    const paths = await this.saved.publish(memberId);
    const refused = actor.is(memberId) ? await this.saved.list(actor) : []; // what somebody wrote is shown to them alone
    return show(
      <WordView page={page} title={t.verified}>
        {paths.length > 0 && <p>{t.verifiedPublished}</p>}
        {paths.length > 0 && <ul>{paths.map((path) => <li key={path}><a href={page.href(path)}>{page.publicUrl + page.href(path)}</a></li>)}</ul>}
        {refused.length > 0 && <p>{t.verifiedSaved} <a href={page.href('/saved')}>{t.verifiedLook}</a></p>}
        {page.member ? <p><a href={page.href('/threads')}>{t.toForum}</a></p> : <p><a class="button" href={page.href('/sign-in')}>{page.texts.page.signIn}</a></p>}
      </WordView>,
    );
  }
}
