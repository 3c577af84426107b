import { Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { unsubscribeOperation, unsubscriptionOperation } from './notifications.operation.js';
import { UnsubscribedView, UnsubscribeView } from './unsubscribe.view.js';

/** The way out of mails, without signing in: a page for people, and one POST for mail programs (RFC 8058), which follow no redirect. */
@Pages()
export class UnsubscribeController {
  constructor(private readonly asking: Asking) {}

  @Get('unsubscribe/:token')
  async ask(@Visiting() { actor, page }: Visit, @Param('token') token: string): Promise<Reply> {
    const { unsubscription } = await this.asking.ask(actor, unsubscriptionOperation, { token });
    if (!unsubscription) throw new NotFoundException();
    return show(<UnsubscribeView page={page} path={`/unsubscribe/${token}`} stop={unsubscription.stop} />);
  }

  @Post('unsubscribe/:token')
  async unsubscribe(@Visiting() { actor, page, request }: Visit, @Param('token') token: string): Promise<Reply> {
    const { done } = await this.asking.ask(actor, unsubscribeOperation, { input: { token, all: fieldsOf(request)['all'] === 'true' } });
    if (!done.stopped) throw new NotFoundException();
    return show(<UnsubscribedView page={page} path={`/unsubscribe/${token}`} stop={done.stopped} />);
  }
}
