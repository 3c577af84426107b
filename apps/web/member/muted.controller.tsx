import { Get, Param, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { mutedOperation, muteOperation } from './muted.operation.js';
import { MutedView } from './muted.view.js';

/** Whom the reader would rather not read. */
@Pages()
export class MutedController {
  constructor(private readonly asking: Asking) {}

  @Get('settings/muted')
  list(@Visiting() visit: Visit): Promise<Reply> {
    return this.show(visit, null);
  }

  @Post('m/:key/mute')
  async mute(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page, request } = visit;
    const profile = page.href(`/m/${key}`);
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(profile)}`));
    const { muted, back, clientMutationId = null } = fieldsOf(request);
    const { done: { problem } } = await this.asking.ask(actor, muteOperation, { input: { memberId: `mem_${key}`, muted: muted === 'yes', clientMutationId } });
    return problem ? this.show(visit, problem) : goTo(back === 'list' ? page.href('/settings/muted') : profile);
  }

  private async show({ actor, page }: Visit, problem: ProblemParts | null): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/settings/muted'))}`));
    const { viewer } = await this.asking.ask(actor, mutedOperation, {});
    return show(<MutedView page={page} muted={viewer?.muted ?? []} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}
