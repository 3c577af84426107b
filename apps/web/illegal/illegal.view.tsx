import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { AboutPost } from '../keeping/about-post.view.js';
import { postPath } from '../keeping/post-menu.view.js';
import { ToPost } from '../keeping/to-post.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { TextField } from '../parts/field.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { flagFormOperation } from '../review/review.operation.js';
import type { illegalReportOperation } from './illegal.operation.js';

type Post = NonNullable<ResultOf<typeof flagFormOperation>['post']>;

interface Props {
  page: Page;
  post: Post;
  thread: NonNullable<Post['thread']>;
  typed: { note: string; agrees: boolean };
  problem: ProblemParts | null;
}

/** Where, why, and that it is meant: what the law asks of a notice (Digital Services Act, article 16). */
export function IllegalView({ page, post, thread, typed, problem }: Props) {
  const t = page.texts.illegal;
  const fault = problem?.__typename === 'InvalidInput' ? problem.fields.find(({ field }) => field === 'faith') : undefined;
  return (
    <Layout page={page} title={t.title} hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <ToPost page={page} post={post} thread={thread} />
        <form method="post" action={page.href(`${postPath(post.id)}/illegal`)}>
          <p>{t.intro}</p>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          <TextField name="note" label={t.why} hint={t.whyHint} rows={4} value={typed.note} problem={problem} />
          <p class={fault ? 'field field-wrong' : 'field'}>
            {fault && <span class="field-fault" id="faith-fault">{fault.message}</span>}
            <label class="check"><input type="checkbox" id="faith" name="faith" value="yes" checked={typed.agrees} {...(fault ? { 'aria-describedby': 'faith-fault' } : {})} /> {t.faith}</label>
          </p>
          <p class="form-acts">
            <button type="submit" class="button">{t.send}</button>
            <a class="button button-quiet" href={page.href(postPath(post.id))}>{t.keep}</a>
          </p>
        </form>
        <AboutPost page={page} post={post} language={thread.language} />
      </div>
    </Layout>
  );
}

/** Kept by whoever reported: what became of it. */
export function ReceiptView({ page, report: { receipt, note, createdAt, decidedAt, outcome } }: { page: Page; report: NonNullable<ResultOf<typeof illegalReportOperation>['illegalReport']> }) {
  const t = page.texts.illegal;
  const said = outcome === 'fine' || outcome === 'hide' || outcome === 'delete' ? outcome : null;
  return (
    <Layout page={page} title={t.receiptTitle} path={`/reports/${receipt}`} hidden>
      <div class="reading">
        <h1>{t.receiptTitle}</h1>
        <p>{t.keepAddress}</p>
        <p><code>{`${page.publicUrl}${page.href(`/reports/${receipt}`)}`}</code></p>
        <dl class="facts">
          <dt>{t.came}</dt><dd><Moment page={page} at={createdAt} /></dd>
          <dt>{t.youSaid}</dt><dd>{note}</dd>
          <dt>{t.outcome}</dt><dd>{said ? <>{t.outcomes[said]} {decidedAt && <Moment page={page} at={decidedAt} />}</> : t.waits}</dd>
        </dl>
        {said && <p class="field-hint">{t.disagree}</p>}
      </div>
    </Layout>
  );
}
