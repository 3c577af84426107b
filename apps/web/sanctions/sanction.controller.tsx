import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { REASONS, whyMissing } from '../review/flag.view.js';
import { SanctionView } from './sanction.view.js';
import { liftSanctionOperation, sanctionOperation, sanctionsOperation } from './sanctions.operation.js';

const STEPS = ['notice', 'silence', 'suspension'] as const;

interface Shown {
  posts?: string;
  typed?: Record<string, string>;
  problem?: ProblemParts;
  about?: string;
  done?: boolean;
}

/** Notices, silence and suspensions of a member: for those who keep order. */
@Pages()
export class SanctionController {
  constructor(private readonly asking: Asking) {}

  @Get('m/:key/sanction')
  form(@Visiting() visit: Visit, @Param('key') key: string, @Query('post') post?: unknown, @Query('done') done?: unknown): Promise<Reply> {
    return this.show(visit, key, { posts: typeof post === 'string' ? post : '', done: done === '1' });
  }

  @Post('m/:key/sanction')
  async impose(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.keepsOrder) throw new NotFoundException();
    const typed = fieldsOf(visit.request);
    const { posts = '', note = '' } = typed;
    const reason = REASONS.find((each) => each === typed['reason']);
    const [step, hours] = (typed['step'] ?? '').split('-');
    const known = STEPS.find((each) => each === step);
    if (!known) throw new NotFoundException();
    if (!reason) return this.show(visit, key, { posts, typed, problem: whyMissing(visit.page) });
    const postIds = posts.split(' ').flatMap((id) => (/^\d{1,19}$/.test(id) ? [`pst_${id}`] : [])).slice(0, 10);
    const input = { memberId: `mem_${key}`, step: known, hours: known === 'notice' ? null : Number.parseInt(hours ?? '', 10) || 0, reason, note, postIds, clientMutationId: typed['clientMutationId'] ?? null };
    const { done: { problem } } = await this.asking.ask(visit.actor, sanctionOperation, { input });
    return problem ? this.show(visit, key, { posts, typed, problem }) : goTo(visit.page.href(`/m/${key}/sanction?done=1`));
  }

  @Post('m/:key/sanction/lift')
  async lift(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.keepsOrder) throw new NotFoundException();
    const typed = fieldsOf(visit.request);
    const { sanction = '', reason = '', clientMutationId = null } = typed;
    const { done: { problem } } = await this.asking.ask(visit.actor, liftSanctionOperation, { input: { sanctionId: sanction, reason, clientMutationId } });
    return problem ? this.show(visit, key, { typed, problem, about: sanction }) : goTo(visit.page.href(`/m/${key}/sanction?done=1`));
  }

  private async show({ actor, page }: Visit, key: string, { posts = '', typed = {}, problem, about, done = false }: Shown): Promise<Reply> {
    if (!page.member?.keepsOrder) throw new NotFoundException();
    const { member, sanctionLadder } = await this.asking.ask(actor, sanctionsOperation, { id: `mem_${key}` });
    if (!member || member.role === 'staff' || member.role === 'admin' || page.member.key === key) throw new NotFoundException();
    return show(<SanctionView page={page} member={member} ladder={sanctionLadder} posts={posts} typed={typed} problem={problem ?? null} about={about ?? null} done={done} />, problem ? statusOf(problem) : 200);
  }
}
