import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { actRefused } from '../thread/composing.js';
import { afterDone } from '../thread/done.view.js';
import { ThreadPage } from '../thread/thread.page.js';
import { proposeEntriesOperation } from '../knowledge/knowledge.operation.js';
import { AskedAsView, askedAsPath } from './deflected.view.js';
import { askedAsOperation, claimOperation, closeGapOperation, dismissOperation, giveBackOperation, strikeWordingOperation, workOperation } from './work.operation.js';
import { hasList, LISTS, type WorkList, workPath, WorkView } from './work.view.js';

const PAGE_SIZE = 30;
const DEFLECTED_MS = 30 * 24 * 60 * 60 * 1_000; // a month of what was opened while asking

/** What waits for those who help; and saying that one is on a question, from wherever one sees it. */
@Pages()
export class WorkController {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
  ) {}

  @Get('work')
  work(@Visiting() visit: Visit, @Query() query: PlaceQuery & { list?: string; aside?: string | string[]; proposing?: string; state?: string }): Promise<Reply> {
    return this.show(visit, listOf(query.list), query, null);
  }

  @Post('t/:key/claim')
  claim(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.act(visit, key, claimOperation, 'claimed');
  }

  @Post('t/:key/give-back')
  giveBack(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.act(visit, key, giveBackOperation, 'givenBack');
  }

  /** Of what waits for a word of theirs: it needs none; or it does after all. */
  @Post('work/put-aside')
  async putAside(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(workPath('owed')))}`));
    const { post = '', back, clientMutationId = null } = fieldsOf(request);
    const { done } = await this.asking.ask(actor, dismissOperation, { input: { postId: post, dismissed: back === undefined, clientMutationId } });
    if (done.problem) return this.show(visit, 'owed', {}, done.problem);
    return goTo(page.href(back === undefined ? `${workPath('owed')}&aside=${post}` : workPath('owed')));
  }

  /** Of what people miss: it is answered by now, or nothing for this community. */
  @Post('work/close-gap')
  async closeGap(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const { gap = '', clientMutationId = null } = fieldsOf(request);
    const { closed } = await this.asking.ask(actor, closeGapOperation, { input: { gapId: gap, clientMutationId } });
    return closed.problem ? this.show(visit, 'gaps', {}, closed.problem) : goTo(page.href(workPath('gaps')));
  }

  /** Of the FAQ: what many ask is looked for now, and not only at night. */
  @Post('work/propose')
  async propose(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const { proposed } = await this.asking.ask(actor, proposeEntriesOperation, { input: { clientMutationId: fieldsOf(request)['clientMutationId'] ?? null } });
    return proposed.problem ? this.show(visit, 'knowledge', {}, proposed.problem) : goTo(page.href(`${workPath('knowledge')}&proposing=1`));
  }

  /** In which words people came to what they opened while asking. */
  @Get('work/asked')
  asked(@Visiting() visit: Visit, @Query() query: PlaceQuery & { of?: unknown; struck?: string }): Promise<Reply> {
    return this.words(visit, query.of, query, { problem: null, struck: query.struck === '1' });
  }

  @Post('work/strike')
  async strike(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const { words = '', of, clientMutationId = null } = fieldsOf(request);
    const { struck } = await this.asking.ask(actor, strikeWordingOperation, { input: { wordingId: words, clientMutationId } });
    if (struck.problem) return this.words(visit, of, {}, { problem: struck.problem, struck: false });
    const path = askedAsPath(openedIn(of));
    return goTo(page.href(`${path}${path.includes('?') ? '&' : '?'}struck=1`));
  }

  private async words({ actor, page }: Visit, given: unknown, place: PlaceQuery, said: { problem: ProblemParts | null; struck: boolean }): Promise<Reply> {
    if (!page.member?.isStaff) throw new NotFoundException();
    const of = openedIn(given);
    const which = of === null ? {} : of.startsWith('kno_') ? { entryId: of } : { threadId: of };
    const { askedAs } = await this.asking.ask(actor, askedAsOperation, { ...which, ...pagePlace(place, PAGE_SIZE) });
    return show(<AskedAsView page={page} of={of} asked={askedAs} {...said} />, said.problem ? statusOf(said.problem) : 200);
  }

  private async act(visit: Visit, key: string, operation: typeof claimOperation | typeof giveBackOperation, said: 'claimed' | 'givenBack'): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`/t/${key}`))}`));
    const { from, clientMutationId = null } = fieldsOf(request);
    const { taken: { problem, thread } } = await this.asking.ask(actor, operation, { input: { threadId: `thr_${key}`, clientMutationId } });
    if (from !== undefined) return problem ? this.show(visit, listOf(from), {}, problem) : goTo(page.href(workPath(listOf(from))));
    return problem ? this.threads.show(visit, `thr_${key}`, { composing: actRefused(problem), status: statusOf(problem) }) : goTo(page.href(afterDone(thread?.path, said)));
  }

  private async show({ actor, page }: Visit, wished: WorkList, place: PlaceQuery & { aside?: unknown; proposing?: unknown; state?: unknown }, problem: ProblemParts | null): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(workPath(wished)))}`));
    const list = hasList(page, wished) ? wished : 'unanswered';
    const to = new Date();
    const { viewer, categories, gaps, gapCount, deflections, entriesToReview, entriesWaiting, entriesToReviewCount, reviewCount } = await this.asking.ask(actor, workOperation, { unanswered: list === 'unanswered', claimed: list === 'claimed', owed: list === 'owed', notices: list === 'notices', gaps: list === 'gaps', withGaps: page.member.isStaff, deflected: list === 'deflected', from: new Date(to.getTime() - DEFLECTED_MS).toISOString(), to: to.toISOString(), entries: list === 'knowledge', entryState: stateIn(place.state), withEntries: page.member.keepsOrder, ...pagePlace(place, PAGE_SIZE) });
    return show(<WorkView page={page} list={list} work={viewer!.work!} gaps={gaps ?? null} gapCount={gapCount ?? 0} deflected={deflections ?? null} entries={entriesToReview ?? null} waits={entriesWaiting ?? null} entryCount={entriesToReviewCount ?? 0} reviewCount={reviewCount ?? 0} categories={categories ?? []} aside={/^pst_\d{1,19}$/.exec(String(place.aside))?.[0] ?? null} problem={problem} proposing={place.proposing === '1'} entryState={stateIn(place.state)} />, problem ? statusOf(problem) : 200);
  }
}

function listOf(text: string | undefined): WorkList {
  return LISTS.find((list) => list === text) ?? 'unanswered';
}

/** The id of a thread or an entry, in an address or a form. */
function openedIn(given: unknown): string | null {
  return /^(?:thr|kno)_\d{1,19}$/.exec(String(given))?.[0] ?? null;
}

/** Of entries: what is put away; null where it is what waits. */
function stateIn(text: unknown): 'archived' | 'rejected' | null {
  return text === 'archived' || text === 'rejected' ? text : null;
}
