import { FilesField } from '../files/files-field.view.js';
import { AgreeField } from '../legal/agree.view.js';
import type { Page } from '../page/visit.js';
import { TextField } from '../parts/field.view.js';
import { Icon } from '../parts/icon.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Preview } from '../parts/preview.view.js';
import { WithSummary } from '../parts/problem-summary.view.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import { Writing } from '../screening/writing.view.js';
import { type Composing, isOffered } from './composing.js';
import { type PostData, standing } from './post.fragment.js';

export function CommentForm({ page, thread, hint, post, composing }: { page: Page; thread: { closed: boolean }; hint: string; post: PostData; composing: Composing | null }) {
  const t = page.texts.thread;
  if (!composing && !isOffered(standing(post).canComment, thread)) return null;
  return (
    <details class="comment-form" id={`${post.id}-comment`} open={composing !== null}>
      <summary class="act"><Icon name="comment" />{t.comment}</summary>
      <form method="post" enctype="multipart/form-data" action={page.href(`/p/${post.id.replace('pst_', '')}/comment#${post.id}-comment`)}>
        <WithSummary>
          <SendingNotice page={page} problem={composing?.problem} prefix={`${post.id}-`} masked={composing?.masked} confirmed={composing?.confirmed} />
          {composing && composing.preview !== null && <Preview page={page} html={composing.preview} />}
          <MutationId page={page} />
          <AgreeField page={page} />
          <Writing page={page} fresh={!composing} />
          <TextField name="body" prefix={`${post.id}-`} label={t.commentLabel} hint={hint} rows={3} value={composing?.body ?? ''} problem={composing?.problem} />
          {page.member && <FilesField page={page} prefix={`${post.id}-`} problem={composing?.problem} brief />}
          <p class="form-acts">
            <button type="submit" class="button">{t.commentSend}</button>
            <button type="submit" class="button button-quiet" name="act" value="preview">{page.texts.ask.preview}</button>
          </p>
        </WithSummary>
      </form>
    </details>
  );
}
