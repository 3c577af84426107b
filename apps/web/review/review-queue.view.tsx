import { excerpt } from '#platform/content';
import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { PostRow } from '../parts/post-row.view.js';
import { Exactly } from '../sanctions/barred.view.js';
import { type Reason, REASONS } from './flag.view.js';
import type { reviewQueueOperation } from './review.operation.js';

export const KINDS = ['post', 'held', 'edit', 'appeal', 'renewal'] as const;
/** Those that are about a post, and decided as such. */
export const isPost = (kind: (typeof KINDS)[number]) => kind !== 'appeal' && kind !== 'renewal';
/** The row of the queue that somebody goes through: what was reported for one reason, or one kind. */
export type Only = Reason | (typeof KINDS)[number];

export function queuePath(only: Only | null): string {
  return only ? `/review?only=${only}` : '/review';
}

const BEGINNING = 160; // of what an appeal says

interface Props {
  page: Page;
  queue: ResultOf<typeof reviewQueueOperation>['reviewQueue'];
  count: number;
  only: Only | null;
  none: boolean;
}

export function ReviewQueueView({ page, queue, count, only, none }: Props) {
  const t = page.texts.review;
  const words = { ...t.reasons, ...page.texts.sanctions.kinds };
  const kinds = KINDS.filter((kind) => kind !== 'renewal' || page.member?.isStaff);
  return (
    <Layout page={page} title={t.title} path={queuePath(only)} hidden>
      <h1>{t.title}</h1>
      <p class="intro">{t.intro}{page.member?.isStaff && <> <a href={page.href('/vote-findings')}>{page.texts.rings.title}</a> <a href={page.href('/super-users')}>{page.texts.superUsers.title}</a></>}</p>
      {none && queue.nodes.length === 0 && <Notice kind="done"><p>{t.allDone}</p></Notice>}
      {none && queue.nodes.length > 0 && <Notice kind="hint"><p>{t.allTaken}</p></Notice>}
      <nav class="filters" aria-label={t.filter}>
        {[null, ...kinds, ...REASONS].map((each) => <a key={each ?? 'all'} href={page.href(queuePath(each))} aria-current={each === only ? 'page' : undefined}>{each ? words[each] : <>{t.all} <span class="work-count">{count >= 100 ? '99+' : count}</span></>}</a>)}
      </nav>
      {queue.nodes.length === 0 && !none && <div class="empty"><p>{t.empty}</p></div>}
      {queue.nodes.length > 0 && (
        <form class="review-begin" method="post" action={page.href('/review/next')}>
          <MutationId page={page} />
          {only && <input type="hidden" name="only" value={only} />}
          <button type="submit" class="button">{t.begin}</button>
        </form>
      )}
      <ul class="post-rows">
        {queue.nodes.map((item) => (isPost(item.kind) ? item.post && <PostItem key={item.id} page={page} item={item} post={item.post} /> : <WordItem key={item.id} page={page} item={item} />))}
      </ul>
      <Pager page={page} info={queue.pageInfo} path={queuePath(only)} />
    </Layout>
  );
}

type Item = ResultOf<typeof reviewQueueOperation>['reviewQueue']['nodes'][number];

function PostItem({ page, item: { id, kind, signals, flags, flaggers, isHidden, openedAt, mendedAt, claimedBy }, post }: { page: Page; item: Item; post: NonNullable<Item['post']> }) {
  const t = page.texts.review;
  return (
    <PostRow page={page} post={post} by>
      <p class="meta">
        {[...new Set(flags.map((flag) => flag.reason))].map((each) => <span key={each} class="badge badge-kind">{t.reasons[each]}</span>)}
        {kind === 'edit' && <span class="badge badge-kind">{t.editedByNewcomer}</span>}
        {signals.map((each) => <span key={each} class="badge badge-kind">{t.signals[each]}</span>)}
        {mendedAt && <span class="badge badge-kind">{t.mended}</span>}
        <span>{flaggers > 0 && t.by(flaggers)} <Moment page={page} at={openedAt} /></span>
        {isHidden && <span>{t.hiddenByFlags}</span>}
        <Claimed page={page} claimedBy={claimedBy} />
      </p>
      <p><a href={page.href(`/review/${id.replace('rev_', '')}`)}>{t.open}</a></p>
    </PostRow>
  );
}

function WordItem({ page, item: { id, kind, member, decision, sanction, openedAt, claimedBy } }: { page: Page; item: Item }) {
  const t = page.texts.sanctions;
  return (
    <li>
      <h2><a href={page.href(`/review/${id.replace('rev_', '')}`)}>{kind === 'appeal' ? t.appealItem : t.renewalItem}</a></h2>
      <p class="words">{decision ? <>{t.against}: {t.acts[decision.act]}. <q>{excerpt(decision.appeal?.body ?? '', BEGINNING)}</q></> : sanction?.hours && t.duration(sanction.hours)}</p>
      <p class="meta">
        {member && <MemberName page={page} member={member} name={null} />}
        <span><Moment page={page} at={openedAt} /></span>
        {decision?.appeal && <span>{t.dueAt} <Exactly page={page} at={decision.appeal.dueAt} /></span>}
        <Claimed page={page} claimedBy={claimedBy} />
      </p>
    </li>
  );
}

function Claimed({ page, claimedBy }: { page: Page; claimedBy: Item['claimedBy'] }) {
  return claimedBy && <span>{claimedBy.id === `mem_${page.member?.key}` ? page.texts.review.takenByYou : page.texts.review.takenBy(claimedBy.name)}</span>;
}
