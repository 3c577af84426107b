import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { AboutPost } from '../keeping/about-post.view.js';
import { postPath } from '../keeping/post-menu.view.js';
import { ToPost } from '../keeping/to-post.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { flagFormOperation } from './review.operation.js';

export const REASONS = ['offensive', 'spam', 'troll', 'privateData', 'offTopic', 'wrong', 'illegal'] as const;
export type Reason = (typeof REASONS)[number];

type Post = NonNullable<ResultOf<typeof flagFormOperation>['post']>;

interface Props {
  page: Page;
  post: Post;
  thread: NonNullable<Post['thread']>;
  typed: { reason: string; note: string };
  problem: ProblemParts | null;
}

/** Reporting a post: why, and what those who look at it should know. */
export function FlagView({ page, post, thread, typed, problem }: Props) {
  const t = page.texts.review;
  const fault = problem?.__typename === 'InvalidInput' ? problem.fields.find(({ field }) => field === 'reason') : undefined;
  return (
    <Layout page={page} title={t.flagTitle} hidden>
      <div class="reading">
        <h1>{t.flagTitle}</h1>
        <ToPost page={page} post={post} thread={thread} />
        <form method="post" action={page.href(`${postPath(post.id)}/flag`)}>
          <p>{t.flagIntro}</p>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          <fieldset class={fault ? 'reasons field-wrong' : 'reasons'} {...(fault ? { 'aria-describedby': 'reason-fault' } : {})}>
            <legend>{t.why}</legend>
            {fault && <p class="field-fault" id="reason-fault">{fault.message}</p>}
            {REASONS.map((reason, at) => (
              <label key={reason} class="reason"><input type="radio" name="reason" value={reason} checked={typed.reason === reason} autofocus={fault !== undefined && at === 0} /> <span>{t.reasons[reason]}<span class="field-hint">{t.hints[reason]}</span></span></label>
            ))}
          </fieldset>
          <LineField name="note" label={t.note} hint={t.noteHint} optional={page.texts.ask.optional} value={typed.note} problem={problem} autocomplete="off" />
          <p class="form-acts">
            <button type="submit" class="button">{t.flagSend}</button>
            <a class="button button-quiet" href={page.href(postPath(post.id))}>{t.flagKeep}</a>
          </p>
        </form>
        <AboutPost page={page} post={post} language={thread.language} />
      </div>
    </Layout>
  );
}

/** What was reported may be out of sight by now: theirs was the last report that it took. */
export function FlaggedView({ page, thread }: { page: Page; thread: { title: string; path: string; language: string } | null }) {
  const t = page.texts.review;
  return (
    <Layout page={page} title={t.flagTitle} hidden>
      <div class="reading">
        <h1>{t.flagTitle}</h1>
        <Notice kind="done"><p>{t.flagDone}</p></Notice>
        <p>{thread ? <a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a> : <a href={page.href('/')}>{page.texts.errors.home}</a>}</p>
      </div>
    </Layout>
  );
}

export function whyMissing({ texts }: Page): ProblemParts {
  const message = texts.review.whyMissing;
  return { __typename: 'InvalidInput', code: 'InvalidInput', message, fields: [{ field: 'reason', message }] };
}
