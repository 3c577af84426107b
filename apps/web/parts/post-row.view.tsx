import { excerpt, plainText } from '#platform/content';
import { type FragmentOf, graphql } from '../graphql/document.js';
import type { Child } from '../html/html.js';
import type { Page } from '../page/visit.js';
import { placeOf } from '../thread/post.place.js';
import { Icon } from './icon.view.js';
import { MemberName, memberParts } from './member-name.view.js';
import { Moment } from './moment.view.js';

export const postRow = graphql(
  `fragment PostRow on Post { id kind html score accepted official createdAt authorName author { ...MemberParts } thread { kind title path language answerCount solved closed hasOfficial } }`,
  [memberParts],
);

type PostRowData = FragmentOf<typeof postRow>;

const EXCERPT = 200; // enough to know it again

/** A post in a list of posts from many threads: where it stands, how it begins, what became of it. `by`: whether the list is of many authors. */
export function PostRow({ page, post, by, children }: { page: Page; post: PostRowData; by: boolean; children?: Child }) {
  const { thread } = post;
  if (!thread) return null;
  const t = page.texts.thread;
  const l = page.texts.lists;
  return (
    <li>
      <h2><a href={page.href(placeOf({ post, thread }))} lang={thread.language}>{thread.title}</a></h2>
      <p class="words" lang={thread.language}>{excerpt(plainText(post.html), EXCERPT)}</p>
      <p class="meta">
        {post.accepted && <span class="badge badge-solved"><Icon name="check" />{t.accepted}</span>}
        {post.official && <span class="badge badge-official"><Icon name="shield" />{t.official}</span>}
        {post.kind === 'opening' && thread.solved && <span class="badge badge-solved"><Icon name="check" />{l.solved}</span>}
        {post.score !== 0 && <span>{t.score(post.score)}</span>}
        <span>{post.kind === 'opening' ? l.opened[thread.kind] : post.kind === 'comment' ? l.commented : l.answered} <Moment page={page} at={post.createdAt} />{by && <>, <MemberName page={page} member={post.author} name={post.authorName} /></>}</span>
      </p>
      {children}
    </li>
  );
}
