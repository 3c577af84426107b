import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb } from '../parts/breadcrumb.view.js';
import { Folded, StateNotice } from '../keeping/state-notice.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Pager } from '../parts/pager.view.js';
import { Prose } from '../parts/prose.view.js';
import { threadWords } from './thread.words.js';
import { Comments } from './comment-list.view.js';
import type { commentsOperation } from './comments.operation.js';

type Post = NonNullable<ResultOf<typeof commentsOperation>['post']>;

/** A post that was talked about so much that the thread's page does not show all of it. */
export function CommentsView({ page, post, thread }: { page: Page; post: Post; thread: NonNullable<Post['thread']> }) {
  const t = threadWords(page, thread.kind);
  const title = post.kind === 'opening' ? t.postTitle(thread.title) : t.postTitleAnswer(thread.title);
  return (
    <Layout page={page} title={title} hidden>
      <Breadcrumb page={page} crumbs={[{ name: t.backToThread, path: `${thread.path}#${post.id}` }]} />
      <h1>{title}</h1>
      <article class="post">
        <p class="post-by"><MemberName page={page} member={post.author} name={post.authorName} /> <Moment page={page} at={post.createdAt} /></p>
        <StateNotice page={page} post={post} whole={post.kind === 'opening' ? thread.kind : undefined} />
        <Folded page={page} state={post.state} by={post.author}><Prose page={page} html={post.html} language={thread.language} /></Folded>
      </article>
      <h2>{t.comments(post.commentCount)}</h2>
      <Comments page={page} comments={post.comments.nodes} language={thread.language} />
      <Pager page={page} info={post.comments.pageInfo} path={`/p/${post.id.replace('pst_', '')}/comments`} />
    </Layout>
  );
}
