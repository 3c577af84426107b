import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { PostRow } from '../parts/post-row.view.js';
import { type Reason, REASONS } from './flag.view.js';
import type { reviewQueueOperation } from './review.operation.js';

interface Props {
  page: Page;
  queue: ResultOf<typeof reviewQueueOperation>['reviewQueue'];
  count: number;
  reason: Reason | null;
  none: boolean;
}

export function ReviewQueueView({ page, queue, count, reason, none }: Props) {
  const t = page.texts.review;
  const path = (only: Reason | null) => (only ? `/review?reason=${only}` : '/review');
  return (
    <Layout page={page} title={t.title} path={path(reason)} hidden>
      <h1>{t.title}</h1>
      <p class="intro">{t.intro}</p>
      {none && queue.nodes.length === 0 && <Notice kind="done"><p>{t.allDone}</p></Notice>}
      {none && queue.nodes.length > 0 && <Notice kind="hint"><p>{t.allTaken}</p></Notice>}
      <nav class="filters" aria-label={t.filter}>
        {[null, ...REASONS].map((each) => <a key={each ?? 'all'} href={page.href(path(each))} aria-current={each === reason ? 'page' : undefined}>{each ? t.reasons[each] : <>{t.all} <span class="work-count">{count >= 100 ? '99+' : count}</span></>}</a>)}
      </nav>
      {queue.nodes.length === 0 && !none && <div class="empty"><p>{t.empty}</p></div>}
      {queue.nodes.length > 0 && (
        <form class="review-begin" method="post" action={page.href('/review/next')}>
          <MutationId page={page} />
          {reason && <input type="hidden" name="only" value={reason} />}
          <button type="submit" class="button">{t.begin}</button>
        </form>
      )}
      <ul class="post-rows">
        {queue.nodes.map(({ id, post, flags, flaggers, isHidden, openedAt, mendedAt, claimedBy }) => post && (
          <PostRow key={id} page={page} post={post} by>
            <p class="meta">
              {[...new Set(flags.map((flag) => flag.reason))].map((each) => <span key={each} class="badge badge-kind">{t.reasons[each]}</span>)}
              {mendedAt && <span class="badge badge-kind">{t.mended}</span>}
              <span>{flaggers > 0 && t.by(flaggers)} <Moment page={page} at={openedAt} /></span>
              {isHidden && <span>{t.hiddenByFlags}</span>}
              {claimedBy && <span>{claimedBy.id === `mem_${page.member?.key}` ? t.takenByYou : t.takenBy(claimedBy.name)}</span>}
            </p>
            <p><a href={page.href(`/review/${id.replace('rev_', '')}`)}>{t.open}</a></p>
          </PostRow>
        ))}
      </ul>
      <Pager page={page} info={queue.pageInfo} path={path(reason)} />
    </Layout>
  );
}
