import type { Page } from '../page/visit.js';
import { Edited } from '../keeping/edited.view.js';
import { PostMenu } from '../keeping/post-menu.view.js';
import { Folded, StateNotice } from '../keeping/state-notice.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Prose } from '../parts/prose.view.js';
import type { CommentData } from './post.fragment.js';

interface Props {
  page: Page;
  comments: readonly CommentData[];
  language: string;
  /** One that was the opening of a thread by whose address somebody came: the page begins there, unless the address names a place itself. */
  cameTo?: string;
}

export function Comments({ page, comments, language, cameTo }: Props) {
  const t = page.texts.merging;
  if (comments.length === 0) return null;
  return (
    <ol class="comments">
      {comments.map((comment) => (
        <li key={comment.id} id={comment.id} class={comment.id === cameTo ? 'comment linked-post' : 'comment'} {...(comment.id === cameTo ? { tabIndex: -1, autofocus: true } : {})}>
          {comment.openedAs && <p class="opened-as">{comment.id === cameTo ? t.cameBy(comment.openedAs) : t.openedAs(comment.openedAs)}</p>}
          <StateNotice page={page} post={comment} />
          <Folded page={page} state={comment.state} by={comment.author}><Prose page={page} html={comment.html} language={language} /></Folded>
          <p class="meta"><MemberName page={page} member={comment.author} name={comment.authorName} /> <a class="permalink" href={`#${comment.id}`}><Moment page={page} at={comment.createdAt} /></a> <Edited page={page} post={comment} /></p>
          {comment.state !== 'deleted' && <PostMenu page={page} post={comment} />}
        </li>
      ))}
    </ol>
  );
}
