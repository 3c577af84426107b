import { Actor, parentVisibleTo, visibleTo } from '#platform/access';
import { OWN_KINDS } from '../notification.kinds.js';

/** Joins what a notification `n` is about: its post `p` and the thread `t`, in which the post may stand only since a merge. */
export const FROM_NOTIFICATION = 'left join post p on p.id = n.post_id left join thread t on t.id = coalesce(p.thread_id, n.thread_id)';

/** Under which the actor sees what the notification is about. */
export function seenBy(actor: Actor): string {
  return `(${visibleTo(actor, 't')} and (p.id is null or (${visibleTo(actor, 'p')} and ${parentVisibleTo(actor)})))`;
}

/** What everyone may see may be told to anyone: members are not asked one by one. */
export const SEEN_BY_ALL = seenBy(Actor.guest('en'));

/** Under which a notification is shown: of what befell one's own, in any case. */
export function shownTo(actor: Actor): string {
  const own = OWN_KINDS.map((kind) => `'${kind}'`).join(', ');
  return own === '' ? seenBy(actor) : `(n.kind in (${own}) or ${seenBy(actor)})`;
}
