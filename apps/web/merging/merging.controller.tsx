import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { type Fields, fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, movedTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { confirmationIn, PrivateDataWarning } from '../private-data/private-data.warning.js';
import { afterDone } from '../thread/done.view.js';
import { MERGING_ACTS, splitFormOperation, targetOperation } from './merging.operation.js';
import { SplitView } from './split.view.js';
import { TargetView } from './target.view.js';
import { threadNamed } from './thread-named.js';

const ANSWERS_TO_CHOOSE = 50;

interface Target {
  target?: string;
}

/** Marking duplicates, merging and splitting: each a plain page that says beforehand what will happen. */
@Pages()
export class MergingController {
  constructor(
    private readonly asking: Asking,
    private readonly warning: PrivateDataWarning,
  ) {}

  @Get('t/:key/duplicate')
  duplicate(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: Target): Promise<Reply> {
    return this.choose(visit, 'duplicate', key, asked(query), null);
  }

  @Post('t/:key/duplicate')
  async mark(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, `/t/${key}/duplicate`);
    const fields = fieldsOf(visit.request);
    const { target = '', note = '', clientMutationId = null } = fields;
    const { done } = await this.asking.ask(visit.actor, MERGING_ACTS.duplicate, { input: { threadId: `thr_${key}`, ofId: threadNamed(target) ?? target.slice(0, 40), note, clientMutationId } });
    return done.problem ? this.choose(visit, 'duplicate', key, fields, done.problem) : goTo(visit.page.href(afterDone(done.thread?.path, 'duplicate')));
  }

  @Get('t/:key/merge')
  merge(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: Target): Promise<Reply> {
    return this.choose(visit, 'merge', key, asked(query), null);
  }

  @Post('t/:key/merge')
  async mergeThreads(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, `/t/${key}/merge`);
    const fields = fieldsOf(visit.request);
    const { target = '', note = '', clientMutationId = null } = fields;
    const { done } = await this.asking.ask(visit.actor, MERGING_ACTS.merge, { input: { sourceId: `thr_${key}`, targetId: threadNamed(target) ?? target.slice(0, 40), note, clientMutationId } });
    return done.problem ? this.choose(visit, 'merge', key, fields, done.problem) : goTo(visit.page.href(afterDone(done.thread?.path, 'merged')));
  }

  @Get('t/:key/split')
  split(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: PlaceQuery): Promise<Reply> {
    return this.form(visit, key, query, {}, null);
  }

  @Post('t/:key/split')
  async splitThread(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: PlaceQuery): Promise<Reply> {
    if (!visit.page.member) return signIn(visit, `/t/${key}/split`);
    const fields = fieldsOf(visit.request);
    const { title = '', categoryId = '', note = '', clientMutationId = null } = fields;
    if (fields['act'] === 'mask') return this.form(visit, key, query, await this.warning.masked(fields), null, true);
    const postIds = Object.keys(fields).filter((name) => name.startsWith('pst_'));
    const { done } = await this.asking.ask(visit.actor, MERGING_ACTS.split, { input: { threadId: `thr_${key}`, postIds, title, categoryId, note, privateDataConfirmation: confirmationIn(fields), clientMutationId } });
    return done.problem ? this.form(visit, key, query, fields, done.problem) : goTo(visit.page.href(afterDone(done.thread?.path, 'split')));
  }

  private async choose(visit: Visit, act: 'merge' | 'duplicate', key: string, typed: Fields, problem: ProblemParts | null): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return signIn(visit, `/t/${key}/${act}`);
    const text = typed['target']?.trim() ?? '';
    const named = threadNamed(text);
    const { thread, other, search, serviceNotices } = await this.asking.ask(actor, targetOperation, {
      id: `thr_${key}`, other: named ?? '', withOther: named !== null, text: text.slice(0, 200), withText: named === null && text !== '', withNotices: act === 'duplicate' && named === null,
    });
    if (!thread) throw new NotFoundException();
    if (thread.id !== `thr_${key}`) return movedTo(page.href(thread.path)); // it has become part of another
    if (!thread.viewer[act === 'merge' ? 'canMerge' : 'canMarkDuplicate'].allowed) throw new NotFoundException();
    const found = search?.nodes.flatMap(({ thread: hit }) => (hit && hit.id !== thread.id ? [hit] : [])) ?? null;
    const fault = typed['target'] === undefined ? null : text === '' ? 'nothingTyped' : named === null ? null : !other ? 'missing' : other.id === thread.id ? 'itself' : null;
    const view = <TargetView page={page} act={act} thread={thread} typed={typed} other={fault ? null : (other ?? null)} fault={fault} found={found} notices={serviceNotices?.filter(({ id }) => id !== thread.id) ?? []} problem={problem} />;
    return show(view, problem ? statusOf(problem) : 200);
  }

  private async form(visit: Visit, key: string, query: PlaceQuery, typed: Fields, problem: ProblemParts | null, masked = false): Promise<Reply> {
    const { actor, page } = visit;
    if (!page.member) return signIn(visit, `/t/${key}/split`);
    const { thread, ...places } = await this.asking.ask(actor, splitFormOperation, { id: `thr_${key}`, ...pagePlace(query, ANSWERS_TO_CHOOSE) });
    if (!thread) throw new NotFoundException();
    if (thread.id !== `thr_${key}`) return movedTo(page.href(thread.path));
    if (!thread.viewer.canSplit.allowed) throw new NotFoundException();
    return show(<SplitView page={page} thread={thread} places={places} typed={typed} problem={problem} masked={masked} />, problem ? statusOf(problem) : 200);
  }
}

/** What was looked for; nothing yet where the page was just opened. */
function asked({ target }: Target): Fields {
  return typeof target === 'string' ? { target } : {};
}

function signIn({ page }: Visit, path: string): Reply {
  return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(path))}`));
}
