import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { REASONS } from './flag.view.js';
import type { reviewItemOperation } from './review.operation.js';
import { isPost, type Only, queuePath } from './review-queue.view.js';
import { ReviewedWord } from './review-word.view.js';
import { ReviewedPost } from './reviewed-post.view.js';

export type Item = NonNullable<ResultOf<typeof reviewItemOperation>['reviewItem']>;

interface Props {
  page: Page;
  item: Item;
  count: number;
  /** The row of them that is gone through. */
  only: Only | null;
  typed: { reason: string; note: string };
  problem: ProblemParts | null;
}

/** One thing that waits, with all that is needed to decide, and one key for each decision. */
export function ReviewItemView({ page, item, count, only, typed, problem }: Props) {
  const t = page.texts.review;
  const isTaken = item.claimedBy !== null && item.claimedBy.id !== `mem_${page.member?.key}`;
  const title = { post: t.itemTitle, held: t.heldTitle, edit: t.editTitle, appeal: page.texts.sanctions.appealItem, renewal: page.texts.sanctions.renewalItem }[item.kind];
  return (
    <Layout page={page} title={title} hidden>
      <div class="reading review">
        <p class="meta"><a href={page.href(queuePath(only))}>{t.title}</a> <span>{t.waiting(count)}</span></p>
        <h1>{title}</h1>
        <ProblemNotice problem={problem} />
        {item.isDecided && <Notice kind="hint"><p>{t.isDecided}</p></Notice>}
        {isTaken && !item.isDecided && <Notice kind="hint"><p>{t.takenBy(item.claimedBy!.name)}</p></Notice>}
        {isPost(item.kind) ? item.post?.thread && <ReviewedPost page={page} item={item} post={item.post} thread={item.post.thread} /> : <ReviewedWord page={page} item={item} />}
        {!item.isDecided && (
          <form class="review-decision" method="post" action={page.href(`/review/${item.id.replace('rev_', '')}`)}>
            <MutationId page={page} />
            {only && <input type="hidden" name="only" value={only} />}
            {isPost(item.kind) ? <PostButtons page={page} typed={typed} problem={problem} /> : <WordButtons page={page} kind={item.kind === 'renewal' ? 'renewal' : 'appeal'} typed={typed} problem={problem} />}
          </form>
        )}
        {(item.isDecided || isTaken) && (
          <form method="post" action={page.href('/review/next')}>
            <MutationId page={page} />
            {only && <input type="hidden" name="only" value={only} />}
            <button type="submit" class="button" data-key={item.isDecided || isPost(item.kind) ? 'n' : ''}>{t.next}</button>
          </form>
        )}
        <review-keys data-off={page.texts.search.keysOff} data-on={page.texts.search.keysOn}><p class="field-hint">{isPost(item.kind) ? t.keysHint : page.texts.sanctions.wordKeysHint} <button type="button">{page.texts.search.keysOff}</button></p></review-keys>
        <script type="module" src={page.asset('review-keys.js')} />
      </div>
    </Layout>
  );
}

function PostButtons({ page, typed, problem }: Pick<Props, 'page' | 'typed' | 'problem'>) {
  const t = page.texts.review;
  return (
    <>
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
    </>
  );
}

function WordButtons({ page, kind, typed, problem }: Pick<Props, 'page' | 'typed' | 'problem'> & { kind: 'appeal' | 'renewal' }) {
  const t = page.texts.sanctions;
  const { uphold, lift } = t.wordKeys;
  return (
    <>
      <p class="form-acts">
        <button type="submit" class="button" name="decision" value="uphold" data-key={uphold}>{kind === 'appeal' ? t.uphold : t.agree} <kbd>{uphold.toUpperCase()}</kbd></button>
        <button type="submit" class="button button-quiet" name="decision" value="lift" data-key={lift}>{kind === 'appeal' ? t.undo : t.refuse} <kbd>{lift.toUpperCase()}</kbd></button>
      </p>
      {kind === 'appeal' && <LineField name="note" label={t.answerLabel} optional={page.texts.ask.optional} value={typed.note} problem={problem} autocomplete="off" />}
    </>
  );
}
