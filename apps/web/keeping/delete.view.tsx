import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { AboutPost } from './about-post.view.js';
import type { deleteFormOperation } from './keeping.operation.js';
import { postPath } from './post-menu.view.js';
import { ToPost } from './to-post.view.js';
import { wholeWord } from './whole.words.js';

type Post = NonNullable<ResultOf<typeof deleteFormOperation>['post']>;

interface Props {
  page: Page;
  post: Post;
  thread: NonNullable<Post['thread']>;
  reason: string;
  problem: ProblemParts | null;
}

export function DeleteView({ page, post, thread, reason, problem }: Props) {
  const t = page.texts.keeping.remove;
  const title = post.kind === 'opening' ? t.title.opening(wholeWord(page, thread.kind)) : t.title[post.kind];
  const isOwn = post.author !== null && post.author.id === `mem_${page.member?.key}`;
  const along = post.kind === 'opening' ? (thread.answerCount > 0 ? t.withAnswers(thread.answerCount) : '') : post.commentCount > 0 ? t.withComments(post.commentCount) : '';
  return (
    <Layout page={page} title={title} hidden>
      <div class="reading">
        <h1>{title}</h1>
        <ToPost page={page} post={post} thread={thread} />
        <p>{isOwn ? t.introOwn : t.introOthers} {along}{post.accepted && ` ${t.accepted}`}</p>
        <form class="delete-form" method="post" action={page.href(`${postPath(post.id)}/delete`)}>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          {!isOwn && <LineField name="reason" label={t.reasonLabel} hint={t.reasonHint} value={reason} problem={problem} autocomplete="off" />}
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
