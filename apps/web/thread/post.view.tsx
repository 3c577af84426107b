import type { Child } from '../html/html.js';
import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { hueOf, initials } from '../parts/initials.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Prose } from '../parts/prose.view.js';
import { Edited } from '../keeping/edited.view.js';
import { PostMenu } from '../keeping/post-menu.view.js';
import { Folded, StateNotice } from '../keeping/state-notice.view.js';
import { BookmarkButton } from '../bookmarks/bookmark-button.view.js';
import { AnswerActs } from './answer-acts.view.js';
import { Comments } from './comment-list.view.js';
import { CommentForm } from './comment-form.view.js';
import { type Composing, isOffered } from './composing.js';
import { type PostData, standing } from './post.fragment.js';
import type { ThreadData } from './thread.view.js';
import { threadWords } from './thread.words.js';
import { Votes } from './votes.view.js';

interface Props {
  page: Page;
  thread: ThreadData;
  post: PostData;
  composing: Composing | null;
  /** What else may be done with this one. */
  acts?: Child;
  /** The comment that somebody was led to. */
  cameTo?: string;
}

/** A question or an answer with all that belongs to it. */
export function Post({ page, thread, post, composing, acts, cameTo }: Props) {
  const t = threadWords(page, thread.kind);
  const state = post.accepted ? 'accepted' : post.official ? 'official' : post.kind;
  const key = post.id.replace('pst_', '');
  const isItem = thread.kind === 'question'; // told to search engines piece by piece
  const By = post.kind === 'opening' ? 'p' : 'h3'; // the question stands right under the title: nothing to lead over to
  return (
    <article class={`post post-${state}${post.state === 'visible' ? '' : ' post-off'}`} id={post.id} aria-labelledby={`${post.id}-by`} {...itemOf(thread, post)}>
      <Band page={page} post={post} />
      <By class={`post-by hue-${hueOf(post.author)}`} data-initials={initials(post.author?.name ?? post.authorName ?? '')} id={`${post.id}-by`}>
        {post.kind === 'opening' && <span class="unseen">{t.question}: </span>}
        <MemberName page={page} member={post.author} name={post.authorName} isAuthor={isItem} />{' '}
        <span class="post-when">
          {post.kind === 'opening' ? t.asked : t.answered} <a class="permalink" href={`#${post.id}`} title={page.texts.thread.permalink} itemprop={isItem ? 'url' : undefined}><Moment page={page} at={post.createdAt} itemprop={isItem ? 'dateCreated' : undefined} /></a>
          {post.editedAt && <>, <Edited page={page} post={post} /></>}
        </span>
      </By>
      {post.kind !== 'opening' && <StateNotice page={page} post={post} />}
      <Folded page={page} state={post.kind === 'opening' ? 'visible' : post.state} by={post.author}>
        <Prose page={page} html={post.html} language={thread.language} itemprop={isItem ? 'text' : undefined} />
        {post.state !== 'deleted' && (
          <div class="post-acts">
            <Votes page={page} thread={thread} post={post} />
            {post.kind === 'answer' && <AnswerActs page={page} thread={thread} post={post} />}
            <BookmarkButton page={page} postId={post.id} bookmarked={standing(post).bookmarked} />
            <PostMenu page={page} post={post} />
            {acts}
          </div>
        )}
        <div class="post-comments">
          <Comments page={page} comments={post.firstComments} language={thread.language} {...(cameTo ? { cameTo } : {})} />
          {post.commentCount > post.firstComments.length && <p class="more"><a href={page.href(`/p/${key}/comments`)}>{page.texts.thread.allComments(post.commentCount)}</a></p>}
          <CommentForm page={page} thread={thread} hint={t.commentHint} post={post} composing={composing?.kind === 'comment' && composing.postId === post.id ? composing : null} />
          {page.member && post.state === 'visible' && isOffered(thread.viewer.canAnswer, thread) && <a class="act quote" href={`${page.href(thread.path)}?quote=${key}#your-answer`} rel="nofollow">{t.quote}</a>}
        </div>
      </Folded>
    </article>
  );
}

/** What makes this answer stand out, in words across its head. */
function Band({ page, post: { accepted, official } }: { page: Page; post: PostData }) {
  const t = page.texts.thread;
  if (!accepted && !official) return null;
  const [word, why] = accepted && official ? [t.both, t.bothBy] : accepted ? [t.accepted, t.acceptedBy] : [t.official, t.officialBy];
  return (
    <p class="post-band">
      {accepted && <Icon name="check" />}
      {official && <Icon name="shield" />}
      <strong>{word}</strong> <span class="post-band-why">{why}</span>
    </p>
  );
}

/** What a search engine takes an answer for; the opening is the question itself (https://developers.google.com/search/docs/appearance/structured-data/qapage). */
function itemOf({ kind }: ThreadData, { kind: postKind, accepted }: PostData) {
  if (kind !== 'question' || postKind !== 'answer') return {};
  return { itemprop: accepted ? 'acceptedAnswer' : 'suggestedAnswer', itemscope: true, itemtype: 'https://schema.org/Answer' };
}
