import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { MutationId } from '../parts/mutation-id.view.js';

/** Keep a post to come back to, or no longer: for whoever is signed in. */
export function BookmarkButton({ page, postId, bookmarked, from }: { page: Page; postId: string; bookmarked: boolean; from?: string }) {
  const t = page.texts.following;
  if (!page.member) return null;
  return (
    <form method="post" action={page.href(`/p/${postId.replace('pst_', '')}/bookmark`)} class="act-form" data-stay="">
      <MutationId page={page} />
      <input type="hidden" name="bookmarked" value={String(!bookmarked)} />
      {from && <input type="hidden" name="from" value={from} />}
      <button type="submit" class={bookmarked ? 'act act-pressed' : 'act'} title={bookmarked ? t.unbookmark : undefined} aria-label={bookmarked ? t.unbookmark : undefined}>
        <Icon name="bookmark" />{bookmarked ? t.bookmarked : t.bookmark}
      </button>
    </form>
  );
}
