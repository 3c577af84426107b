import { Get, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { discardDraftOperation, draftsOperation } from './draft.operation.js';
import { DraftsView } from './drafts.view.js';

/** What somebody has begun to write, to be gone on with or thrown away. */
@Pages()
export class DraftsController {
  constructor(private readonly asking: Asking) {}

  @Get('drafts')
  async list(@Visiting() { actor, page }: Visit): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/drafts'))}`));
    const { drafts } = await this.asking.ask(actor, draftsOperation, {});
    return show(<DraftsView page={page} drafts={drafts} />);
  }

  @Post('drafts/discard')
  async discard(@Visiting() { actor, page, request }: Visit): Promise<Reply> {
    const { place = '', afresh, clientMutationId = null } = fieldsOf(request);
    if (page.member) await this.asking.ask(actor, discardDraftOperation, { input: { place, clientMutationId } });
    return goTo(page.href(afresh && place === 'ask' ? '/ask' : '/drafts'));
  }
}
