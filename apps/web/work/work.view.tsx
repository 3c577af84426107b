import type { ResultOf } from '../graphql/document.js';
import type { Child } from '../html/html.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { ProposedBecause } from '../knowledge/proposed.view.js';
import { FollowButton } from '../following/follow-button.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { PostRow } from '../parts/post-row.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { ServiceNotices } from '../parts/service-notices.view.js';
import { ThreadList } from '../parts/thread-list.view.js';
import { ClaimState } from './claim.view.js';
import { DeflectedView } from './deflected.view.js';
import { Missed } from './missed.view.js';
import type { workOperation } from './work.operation.js';

export const LISTS = ['unanswered', 'claimed', 'owed', 'knowledge', 'notices', 'gaps', 'deflected'] as const;
export type WorkList = (typeof LISTS)[number];
const FOR_STAFF: ReadonlySet<WorkList> = new Set(['notices', 'gaps', 'deflected']);

/** Articles are written by those who keep order; what people miss and what is overdue is for staff. */
export function hasList({ member }: Page, list: WorkList): boolean {
  return list === 'knowledge' ? (member?.keepsOrder ?? false) : !FOR_STAFF.has(list) || (member?.isStaff ?? false);
}

type Result = ResultOf<typeof workOperation>;
type Work = NonNullable<NonNullable<Result['viewer']>['work']>;
export type Gaps = NonNullable<Result['gaps']>;
export type DeflectedData = NonNullable<Result['deflections']>;
type Entries = NonNullable<Result['entriesToReview']>;

interface Props {
  page: Page;
  list: WorkList;
  work: Work;
  /** Null where another list is shown. */
  gaps: Gaps | null;
  gapCount: number;
  /** Null where another list is shown. */
  deflected: DeflectedData | null;
  /** Null where another list is shown. */
  entries: Entries | null;
  waits: Result['entriesWaiting'] | null;
  entryCount: number;
  reviewCount: number;
  categories: NonNullable<Result['categories']>;
  /** The post that was put aside right now. */
  aside: string | null;
  problem: ProblemParts | null;
  /** Proposals are looked for right now. */
  proposing: boolean;
  /** Of entries: which of those that are put away are shown; null: what waits. */
  entryState: 'archived' | 'rejected' | null;
}

const COUNTED = 99; // the counts end at a hundred
const OFFERED_MOST = 12; // topics to follow: those at the top, as many as are read at a glance

export function workPath(list: WorkList): string {
  return list === 'unanswered' ? '/work' : `/work?list=${list}`;
}

/** What waits for whoever helps, one list at a time; the numbers of all of them. */
export function WorkView({ page, list, work, gaps, gapCount, deflected, entries, waits, entryCount, reviewCount, categories, aside, problem, proposing, entryState }: Props) {
  const t = page.texts.work;
  const counts: Partial<Record<WorkList, number>> = { unanswered: work.unansweredCount, claimed: work.claimedCount, owed: work.owedCount, notices: work.overdueNoticesCount, gaps: gapCount, knowledge: entryCount };
  return (
    <Layout page={page} title={t.title} path={workPath(list)} hidden>
      <h1>{t.title}</h1>
      <p class="intro">{t.intros[list]}</p>
      {page.member?.isStaff && <p><a class="button button-quiet" href={page.href('/announce')}>{t.announce}</a></p>}
      <ProblemNotice problem={problem} />
      {list === 'knowledge' && proposing && <Notice kind="done"><p>{page.texts.knowledge.proposing}</p></Notice>}
      {aside && <PutAside page={page} post={aside} />}
      <nav class="filters" aria-label={t.lists}>
        {LISTS.filter((each) => hasList(page, each)).map((each) => (
          <a key={each} href={page.href(workPath(each))} aria-current={each === list ? 'page' : undefined}>{t.names[each]} <Waiting count={counts[each]} /></a>
        ))}
        {page.member?.keepsOrder && <a href={page.href('/review')}>{page.texts.review.title} <Waiting count={reviewCount} /></a>}
      </nav>
      {list === 'unanswered' && !work.followsCategoriesOrTags && <Topics page={page} categories={categories} />}
      <Listed page={page} list={list} work={work} gaps={gaps} deflected={deflected} entries={entries} waits={waits} entryState={entryState} />
    </Layout>
  );
}

/** Nothing where nothing waits to be counted. */
function Waiting({ count }: { count: number | undefined }) {
  return count !== undefined ? <span class="work-count">{count > COUNTED ? `${COUNTED}+` : count}</span> : null;
}

function Listed({ page, list, work, gaps, deflected, entries, waits, entryState }: Pick<Props, 'page' | 'list' | 'work' | 'gaps' | 'deflected' | 'entries' | 'waits' | 'entryState'>) {
  const path = workPath(list);
  switch (list) {
    case 'unanswered': return work.unanswered ? <Threads page={page} list={list} threads={work.unanswered} path={path} /> : null;
    case 'claimed': return work.claimed ? <Threads page={page} list={list} threads={work.claimed} path={path} /> : null;
    case 'owed': return work.owed ? <Owed page={page} owed={work.owed} path={path} /> : null;
    case 'knowledge': return entries ? <Reviewed page={page} entries={entries} waits={waits} state={entryState} path={entryState ? `${path}&state=${entryState}` : path} /> : null;
    case 'gaps': return gaps ? (gaps.nodes.length > 0 ? <Missed page={page} gaps={gaps} path={path} /> : <Empty page={page} list="gaps" />) : null;
    case 'deflected': return deflected ? (deflected.nodes.length > 0 ? <DeflectedView page={page} deflected={deflected} path={path} /> : <Empty page={page} list="deflected" />) : null;
    case 'notices': return work.overdueNotices ? <Overdue page={page} notices={work.overdueNotices} path={path} /> : null;
  }
}

function Threads({ page, list, threads: { nodes, pageInfo }, path }: { page: Page; list: 'unanswered' | 'claimed'; threads: NonNullable<Work['unanswered']>; path: string }) {
  if (nodes.length === 0) return <Empty page={page} list={list} />;
  const claims = new Map(nodes.map(({ id, claim }) => [id, claim]));
  return (
    <>
      <ThreadList page={page} threads={nodes} heading="h2" below={({ id }) => <ClaimState page={page} threadId={id} claim={claims.get(id) ?? null} may from={list} />} />
      <Pager page={page} info={pageInfo} path={path} />
    </>
  );
}

function Owed({ page, owed: { nodes, pageInfo }, path }: { page: Page; owed: NonNullable<Work['owed']>; path: string }) {
  if (nodes.length === 0) return <Empty page={page} list="owed" />;
  return (
    <>
      <ul class="post-rows">{nodes.map(({ why, post }) => <PostRow key={post.id} page={page} post={post} by><p class="meta"><span class="badge badge-kind">{page.texts.work.why[why]}</span></p><AsideForm page={page} post={post.id} /></PostRow>)}</ul>
      <Pager page={page} info={pageInfo} path={path} />
    </>
  );
}

function AsideForm({ page, post, back }: { page: Page; post: string; back?: true }) {
  const t = page.texts.work;
  return (
    <form method="post" action={page.href('/work/put-aside')} class="act-form">
      <MutationId page={page} />
      <input type="hidden" name="post" value={post} />
      {back && <input type="hidden" name="back" value="1" />}
      <button type="submit" class="act" title={back ? undefined : t.putAsideHint}>{back ? t.takeBack : t.putAside}</button>
    </form>
  );
}

function PutAside({ page, post }: { page: Page; post: string }) {
  return <Notice kind="done"><p>{page.texts.work.wasPutAside}</p><AsideForm page={page} post={post} back /></Notice>;
}

function Overdue({ page, notices: { nodes, pageInfo }, path }: { page: Page; notices: NonNullable<Work['overdueNotices']>; path: string }) {
  if (nodes.length === 0) return <Empty page={page} list="notices" />;
  return (
    <>
      <ServiceNotices page={page} notices={nodes} all />
      <Pager page={page} info={pageInfo} path={path} />
    </>
  );
}

/** Articles and FAQ entries that wait for a decision, and why. */
function Reviewed({ page, entries: { nodes, pageInfo }, waits, state: shown, path }: { page: Page; entries: Entries; waits: Props['waits']; state: Props['entryState']; path: string }) {
  const t = page.texts.knowledge;
  return (
    <>
      {page.member?.isStaff && (
        <form method="post" action={page.href('/work/propose')} class="act-form">
          <MutationId page={page} />
          <button type="submit" class="act" title={t.proposeHint}>{t.propose}</button>
        </form>
      )}
      <p class="knowledge-ways">{([null, 'archived', 'rejected'] as const).map((each) => <a key={each ?? 'waiting'} href={page.href(each ? `${workPath('knowledge')}&state=${each}` : workPath('knowledge'))} aria-current={each === shown ? 'true' : undefined}>{t.listed[each ?? 'waiting']}</a>)}</p>
      {waits && !shown && nodes.length > 0 && <p class="meta">{t.waits(waits.needReview, waits.changed, waits.drafts, waits.proposed)}</p>}
      {nodes.length === 0 && (shown ? <div class="empty"><p>{t.listedNone}</p></div> : <Empty page={page} list="knowledge" />)}
      <ul class="post-rows">
        {nodes.map(({ id, kind, state, title, path: to, language, category, reviewReasons, waiting, proposal }) => (
          <li key={id}>
            <h2><a href={page.href(to)} lang={language}>{waiting?.title ?? title}</a></h2>
            <p class="meta"><span class="badge badge-kind">{t.kinds[kind]}</span> <span>{waiting ? t.waiting : t.states[state]}</span> <span>{category.name}</span></p>
            {proposal && <ProposedBecause page={page} proposal={proposal} />}
            {reviewReasons.length > 0 && <ul class="entry-reasons">{reviewReasons.map((reason) => <li key={reason}>{t.reasons[reason]}</li>)}</ul>}
          </li>
        ))}
      </ul>
      <Pager page={page} info={pageInfo} path={path} />
    </>
  );
}

/** Nothing to do here: where else to look. */
function Empty({ page, list }: { page: Page; list: WorkList }) {
  const t = page.texts.work;
  const ways: Record<WorkList, Child> = {
    unanswered: <a class="button button-quiet" href={page.href('/threads?filter=unsolved')}>{t.toUnsolved}</a>,
    claimed: <a class="button button-quiet" href={page.href('/work')}>{t.toUnanswered}</a>,
    owed: <a class="button button-quiet" href={page.href('/work')}>{t.toUnanswered}</a>,
    knowledge: <a class="button button-quiet" href={page.href('/faq')}>{t.toKnowledge}</a>,
    notices: <a class="button button-quiet" href={page.href('/threads?filter=announcements')}>{t.toAnnouncements}</a>,
    gaps: <a class="button button-quiet" href={page.href('/threads?filter=unsolved')}>{t.toUnsolved}</a>,
    deflected: <a class="button button-quiet" href={page.href('/faq')}>{t.toKnowledge}</a>,
  };
  return <div class="empty"><p>{t.empty[list]}</p><p>{ways[list]}</p></div>;
}

function Topics({ page, categories }: Pick<Props, 'page' | 'categories'>) {
  const t = page.texts.work;
  const offered = [...categories.filter(({ parentId }) => parentId === null), ...categories.filter(({ parentId }) => parentId !== null)].slice(0, OFFERED_MOST);
  if (offered.length === 0) return null;
  return (
    <section class="card work-topics" aria-labelledby="work-topics">
      <h2 id="work-topics">{t.topics}</h2>
      <p class="field-hint">{t.topicsHint}</p>
      <ul class="followed-list">
        {offered.map(({ id, slug, name }) => <li key={id}><a href={page.href(`/c/${slug}`)}>{name}</a><FollowButton page={page} targetId={id} following={false} from="work" /></li>)}
      </ul>
    </section>
  );
}
