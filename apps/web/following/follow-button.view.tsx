import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { MutationId } from '../parts/mutation-id.view.js';

interface Props {
  page: Page;
  targetId: string;
  following: boolean;
  /** The list of what one follows, where the button stands in it: one comes back to it. */
  from?: string;
}

/** Follow, or no longer: for whoever is signed in. */
export function FollowButton({ page, targetId, following, from }: Props) {
  const t = page.texts.following;
  if (!page.member) return null;
  return (
    <form method="post" action={page.href('/follow')} class="act-form" data-stay="">
      <MutationId page={page} />
      <input type="hidden" name="targetId" value={targetId} />
      <input type="hidden" name="following" value={String(!following)} />
      {from && <input type="hidden" name="from" value={from} />}
      <button type="submit" class={following ? 'act act-pressed' : 'act'} title={following ? t.unfollow : t.followHint} aria-label={following ? t.unfollow : undefined}>
        <Icon name="bell" />{following ? t.followed : t.follow}
      </button>
    </form>
  );
}
