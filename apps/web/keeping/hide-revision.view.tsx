import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { revisionFormOperation } from './keeping.operation.js';
import { ToPost } from './to-post.view.js';

type Post = NonNullable<ResultOf<typeof revisionFormOperation>['post']>;

interface Props {
  page: Page;
  post: Post;
  thread: NonNullable<Post['thread']>;
  number: number;
  reason: string;
  problem: ProblemParts | null;
}

/** On whatever page of the history one is, or came from: it stands in the address of what is done there, too. */
export function queryOf({ path }: Page): string {
  const start = path.indexOf('?');
  return start === -1 ? '' : path.slice(start);
}

export function historyPath(page: Page, postKey: string, number: number): string {
  return `/p/${postKey}/history${queryOf(page)}#edit-${number}`;
}

export function HideRevisionView({ page, post, thread, number, reason, problem }: Props) {
  const t = page.texts.keeping.hiding;
  const key = post.id.replace('pst_', '');
  return (
    <Layout page={page} title={t.title} hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <ToPost page={page} post={post} thread={thread} />
        <p>{t.intro(number)}</p>
        <form method="post" action={page.href(`/p/${key}/history/${number}/hide${queryOf(page)}`)}>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          <LineField name="reason" label={t.reasonLabel} hint={page.texts.merging.noteHint} value={reason} problem={problem} autocomplete="off" />
          <p class="form-acts">
            <button type="submit" class="button">{t.send}</button>
            <a class="button button-quiet" href={page.href(historyPath(page, key, number))}>{t.keep}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
