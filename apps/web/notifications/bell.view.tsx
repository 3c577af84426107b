import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';

const COUNTED = 99; // the count behind it ends at a hundred

/** The way to one's notifications, with how many are new. */
export function BellLink({ page }: { page: Page }) {
  const t = page.texts.notifications;
  const unread = page.member?.unread ?? 0;
  const shown = unread > COUNTED ? `${COUNTED}+` : String(unread);
  return (
    <a class="bell" href={page.href('/notifications')} title={t.title} aria-label={unread > 0 ? t.bell(shown) : t.title}>
      <Icon name="bell" />
      {unread > 0 && <span class="bell-count" aria-hidden="true">{shown}</span>}
    </a>
  );
}
