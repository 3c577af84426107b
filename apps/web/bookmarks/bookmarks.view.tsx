import { plainText } from '#platform/content';
import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Pager } from '../parts/pager.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { placeOf } from '../thread/post.place.js';
import { BookmarkButton } from './bookmark-button.view.js';
import type { bookmarksOperation } from './bookmarks.operation.js';

type Bookmarks = ResultOf<typeof bookmarksOperation>['bookmarks'];

const EXCERPT = 200; // enough to know it again

export function BookmarksView({ page, bookmarks, problem }: { page: Page; bookmarks: Bookmarks; problem: ProblemParts | null }) {
  const t = page.texts.following;
  return (
    <Layout page={page} title={t.bookmarks} path="/bookmarks" hidden>
      <h1>{t.bookmarks}</h1>
      <p class="intro">{t.bookmarksIntro} <a href={page.href('/following')}>{t.toFollowing}</a></p>
      <ProblemNotice problem={problem} />
      {bookmarks.nodes.length === 0 && <div class="empty"><p>{t.bookmarksEmpty}</p></div>}
      <ul class="bookmark-list">
        {bookmarks.nodes.map((post) => post.thread && (
          <li key={post.id}>
            <h2><a href={page.href(placeOf({ post, thread: post.thread }))} lang={post.thread.language}>{post.thread.title}</a></h2>
            <p lang={post.thread.language}>{excerptOf(plainText(post.html))}</p>
            <p class="meta">
              <span>{post.kind === 'opening' ? page.texts.thread.asked : page.texts.thread.answered} <Moment page={page} at={post.createdAt} />, <MemberName page={page} member={post.author} name={post.authorName} /></span>
            </p>
            <BookmarkButton page={page} postId={post.id} bookmarked from="bookmarks" />
          </li>
        ))}
      </ul>
      <Pager page={page} info={bookmarks.pageInfo} path="/bookmarks" />
    </Layout>
  );
}

function excerptOf(text: string): string {
  const letters = [...text];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')} …` : text;
}
