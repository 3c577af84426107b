import { Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { mailboxOperation, mailOperation } from './mailbox.operation.js';
import { MailboxView, MailView } from './mailbox.view.js';

const PAGE_SIZE = 30;

/** What the community has mailed, for admins; without a mail server it is where links are found. */
@Pages()
export class MailboxController {
  constructor(
    private readonly asking: Asking,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('admin/mailbox')
  async list(@Visiting() { actor, page }: Visit, @Query() query: PlaceQuery): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const { mailbox } = await this.asking.ask(actor, mailboxOperation, pagePlace(query, PAGE_SIZE));
    return show(<MailboxView page={page} mails={mailbox} leaves={this.runtime.settings.smtpUrl !== undefined} />);
  }

  @Get('admin/mailbox/:id')
  async mail(@Visiting() { actor, page }: Visit, @Param('id') id: string): Promise<Reply> {
    if (!page.member?.isAdmin) throw new NotFoundException();
    const { mail } = await this.asking.ask(actor, mailOperation, { id });
    if (!mail) throw new NotFoundException();
    return show(<MailView page={page} mail={mail} />);
  }
}
