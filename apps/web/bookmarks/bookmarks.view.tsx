import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Pager } from '../parts/pager.view.js';
import { PostRow } from '../parts/post-row.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { BookmarkButton } from './bookmark-button.view.js';
import type { bookmarksOperation } from './bookmarks.operation.js';

type Bookmarks = ResultOf<typeof bookmarksOperation>['bookmarks'];

export function BookmarksView({ page, bookmarks, problem }: { page: Page; bookmarks: Bookmarks; problem: ProblemParts | null }) {
  const t = page.texts.following;
  return (
    <Layout page={page} title={t.bookmarks} path="/bookmarks" hidden>
      <h1>{t.bookmarks}</h1>
      <p class="intro">{t.bookmarksIntro} <a href={page.href('/following')}>{t.toFollowing}</a></p>
      <ProblemNotice problem={problem} />
      {bookmarks.nodes.length === 0 && <div class="empty"><p>{t.bookmarksEmpty}</p></div>}
      <ul class="post-rows">
        {bookmarks.nodes.map((post) => <PostRow key={post.id} page={page} post={post} by><BookmarkButton page={page} postId={post.id} bookmarked from="bookmarks" /></PostRow>)}
      </ul>
      <Pager page={page} info={bookmarks.pageInfo} path="/bookmarks" />
    </Layout>
  );
}
