import { Get, Post } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { dataOperation, exportOperation } from './data.operation.js';
import { DataView } from './data.view.js';

/** One's own data: asked for, and how far it is. The file itself is given out elsewhere. */
@Pages()
export class DataController {
  constructor(private readonly asking: Asking) {}

  @Get('settings/data')
  data(@Visiting() visit: Visit): Promise<Reply> {
    return this.show(visit, null);
  }

  @Post('settings/data')
  async request(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member) return signIn(visit);
    const { done } = await this.asking.ask(visit.actor, exportOperation, { input: { clientMutationId: fieldsOf(visit.request)['clientMutationId'] ?? null } });
    return done.problem ? this.show(visit, done.problem) : goTo(visit.page.href('/settings/data'));
  }

  private async show(visit: Visit, problem: ProblemParts | null): Promise<Reply> {
    if (!visit.page.member) return signIn(visit);
    const { viewer } = await this.asking.ask(visit.actor, dataOperation, {});
    return show(<DataView page={visit.page} latest={viewer?.dataExport ?? null} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function signIn({ page }: Visit): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/settings/data'))}`));
}
