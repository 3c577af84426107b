import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { Prose } from '../parts/prose.view.js';
import { postPath } from '../keeping/post-menu.view.js';
import { placeOf } from '../thread/post.place.js';
import { type Reason, REASONS } from './flag.view.js';
import type { reviewItemOperation } from './review.operation.js';

type Item = NonNullable<ResultOf<typeof reviewItemOperation>['reviewItem']>;
type Post = NonNullable<Item['post']>;

interface Props {
  page: Page;
  item: Item;
  post: Post;
  thread: NonNullable<Post['thread']>;
  count: number;
  /** The row of them that is gone through: only what was reported for this reason. */
  only: Reason | null;
  typed: { reason: string; note: string };
  problem: ProblemParts | null;
}

/** One reported post with all that is needed to decide: what it says and where, who reported it and why, and who wrote it. */
export function ReviewItemView({ page, item, post, thread, count, only, typed, problem }: Props) {
  const t = page.texts.review;
  const isTaken = item.claimedBy !== null && item.claimedBy.id !== `mem_${page.member?.key}`;
  return (
    <Layout page={page} title={t.itemTitle} hidden>
      <div class="reading review">
        <p class="meta"><a href={page.href(only ? `/review?reason=${only}` : '/review')}>{t.title}</a> <span>{t.waiting(count)}</span></p>
        <h1>{t.itemTitle}</h1>
        <ProblemNotice problem={problem} />
        {item.isDecided && <Notice kind="hint"><p>{t.isDecided}</p></Notice>}
        {isTaken && !item.isDecided && <Notice kind="hint"><p>{t.takenBy(item.claimedBy!.name)}</p></Notice>}
        <blockquote class="card about-post" aria-label={t.thePost}>
          <p class="meta"><a href={page.href(post.kind === 'comment' ? `/p/${post.id.replace('pst_', '')}` : placeOf({ post, thread }))} lang={thread.language}>{thread.title}</a> {post.state !== 'visible' && <span class="badge badge-kind">{item.isHidden && post.state === 'hidden' ? t.hiddenByFlags : page.texts.keeping.states[post.state]}</span>} {item.mendedAt && <span class="badge badge-kind">{t.mended}</span>} {post.editedAt && <span><a href={page.href(`${postPath(post.id)}/history`)}>{t.edited}</a> <Moment page={page} at={post.editedAt} /></span>}</p>
          <Prose page={page} html={post.html} language={thread.language} />
          <p class="meta"><MemberName page={page} member={post.author} name={post.authorName} /> <Moment page={page} at={post.createdAt} /></p>
          {post.author && <p class="meta"><span>{page.texts.standing.rank} {post.author.rank}</span> <span>{page.texts.standing.profile(post.author.points)}</span> <span>{page.texts.people.memberSince} {page.texts.day(new Date(post.author.createdAt))}</span> <span>{t.record(item.record.fine, item.record.hidden, item.record.deleted)}</span></p>}
        </blockquote>
        {item.flags.length > 0 && <section class="review-flags" aria-labelledby="reported-title">
          <h2 id="reported-title">{t.reportedAs}</h2>
          <ul>{item.flags.map(({ reason, member, note, createdAt }) => <li key={createdAt}><strong>{t.reasons[reason]}</strong>, <MemberName page={page} member={member} name={null} />{note && <>: <q>{note}</q></>} <span class="soft"><Moment page={page} at={createdAt} /></span></li>)}</ul>
        </section>}
        {item.earlier.length > 0 && (
          <section class="review-flags" aria-labelledby="earlier-title">
            <h2 id="earlier-title">{t.earlier}</h2>
            <ul>{item.earlier.map(({ decision, reason, by, decidedAt }) => <li key={decidedAt}><strong>{t.decided[decision]}</strong>{reason && <>: {t.reasons[reason]}</>}, <MemberName page={page} member={by} name={null} /> <span class="soft"><Moment page={page} at={decidedAt} /></span></li>)}</ul>
          </section>
        )}
        {!item.isDecided && (
          <form class="review-decision" method="post" action={page.href(`/review/${item.id.replace('rev_', '')}`)}>
            <MutationId page={page} />
            {only && <input type="hidden" name="only" value={only} />}
            <p class="form-acts">
              <button type="submit" class="button" name="decision" value="fine" data-key={t.keys.fine}>{t.fine} <kbd>{t.keys.fine.toUpperCase()}</kbd></button>
              <button type="submit" class="button button-quiet" name="decision" value="hide" data-key={t.keys.hide}>{t.hide} <kbd>{t.keys.hide.toUpperCase()}</kbd></button>
              <button type="submit" class="button button-quiet" name="decision" value="delete" data-key={t.keys.delete}>{t.delete} <kbd>{t.keys.delete.toUpperCase()}</kbd></button>
            </p>
            <p class="field-hint">{t.told}</p>
            <Field name="reason" label={t.whyTold} problem={problem}>
              {(control) => <select {...control}><option value="">{t.asReported}</option>{REASONS.map((each) => <option key={each} value={each} selected={typed.reason === each}>{t.reasons[each]}</option>)}</select>}
            </Field>
            <LineField name="note" label={t.noteTold} optional={page.texts.ask.optional} value={typed.note} problem={problem} autocomplete="off" />
          </form>
        )}
        {(item.isDecided || isTaken) && (
          <form method="post" action={page.href('/review/next')}>
            <MutationId page={page} />
            {only && <input type="hidden" name="only" value={only} />}
            <button type="submit" class="button" data-key="n">{t.next}</button>
          </form>
        )}
        <review-keys data-off={page.texts.search.keysOff} data-on={page.texts.search.keysOn}><p class="field-hint">{t.keysHint} <button type="button">{page.texts.search.keysOff}</button></p></review-keys>
        <script type="module" src={page.asset('review-keys.js')} />
      </div>
    </Layout>
  );
}
