import type { Page } from '../page/visit.js';
import { MutationId } from '../parts/mutation-id.view.js';

export function MuteButton({ page, id, isMuted, back }: { page: Page; id: string; isMuted: boolean; back?: 'list' }) {
  const t = page.texts.keeping;
  return (
    <form class="act-form" method="post" action={page.href(`/m/${id.replace('mem_', '')}/mute`)}>
      <MutationId page={page} />
      {back && <input type="hidden" name="back" value={back} />}
      <button type="submit" class="button button-quiet" name="muted" value={isMuted ? 'no' : 'yes'}>{isMuted ? t.unmute : t.mute}</button>
    </form>
  );
}
