import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { FlaggedView, FlagView, REASONS, whyMissing } from './flag.view.js';
import { flagFormOperation, flagOperation } from './review.operation.js';

interface Shown {
  typed?: { reason: string; note: string };
  problem?: ProblemParts;
}

@Pages()
export class FlagController {
  constructor(private readonly asking: Asking) {}

  @Get('p/:key/flag')
  async ask(@Visiting() visit: Visit, @Param('key') key: string, @Query('done') done?: unknown): Promise<Reply> {
    if (done !== '1') return this.show(visit, key, {});
    const { post } = await this.asking.ask(visit.actor, flagFormOperation, { id: `pst_${key}` });
    return show(<FlaggedView page={visit.page} thread={post?.thread ?? null} />);
  }

  @Post('p/:key/flag')
  async flag(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, key);
    const { reason = '', note = '', clientMutationId = null } = fieldsOf(visit.request);
    const chosen = REASONS.find((each) => each === reason);
    if (!chosen) return this.show(visit, key, { typed: { reason, note }, problem: whyMissing(visit.page) });
    const { flagged: { problem } } = await this.asking.ask(visit.actor, flagOperation, { input: { postId: `pst_${key}`, reason: chosen, note, clientMutationId } });
    return problem ? this.show(visit, key, { typed: { reason, note }, problem }) : goTo(visit.page.href(`/p/${key}/flag?done=1`));
  }

  private async show(visit: Visit, key: string, { typed = { reason: '', note: '' }, problem }: Shown): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return signIn(visit, key);
    const { post } = await this.asking.ask(actor, flagFormOperation, { id: `pst_${key}` });
    if (!post?.thread || (!problem && post.author?.id === `mem_${page.member.key}`)) throw new NotFoundException();
    return show(<FlagView page={page} post={post} thread={post.thread} typed={typed} problem={problem ?? null} />, problem ? statusOf(problem) : 200);
  }
}

function signIn({ page }: Visit, key: string): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/p/${key}/flag`))}`));
}
