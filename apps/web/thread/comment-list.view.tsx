import type { Page } from '../page/visit.js';
import { Edited } from '../keeping/edited.view.js';
import { PostMenu } from '../keeping/post-menu.view.js';
import { Folded, StateNotice } from '../keeping/state-notice.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Prose } from '../parts/prose.view.js';
import type { CommentData } from './post.fragment.js';

export function Comments({ page, comments, language }: { page: Page; comments: readonly CommentData[]; language: string }) {
  if (comments.length === 0) return null;
  return (
    <ol class="comments">
      {comments.map((comment) => (
        <li key={comment.id} id={comment.id} class="comment">
          {comment.openedAs && <p class="opened-as">{page.texts.merging.openedAs(comment.openedAs)}</p>}
          <StateNotice page={page} post={comment} />
          <Folded page={page} state={comment.state}><Prose page={page} html={comment.html} language={language} /></Folded>
          <p class="meta"><MemberName page={page} member={comment.author} name={comment.authorName} /> <a class="permalink" href={`#${comment.id}`}><Moment page={page} at={comment.createdAt} /></a> <Edited page={page} post={comment} /></p>
          {comment.state !== 'deleted' && <PostMenu page={page} post={comment} />}
        </li>
      ))}
    </ol>
  );
}
