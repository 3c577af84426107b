import { Actor, parentVisibleTo, visibleTo } from '#platform/access';
import { OWN_KINDS } from '../notification.kinds.js';

const OWN = OWN_KINDS.map((kind) => `'${kind}'`).join(', ');

/** Joins what a notification `n` is about: its post `p` and the thread `t`, in which the post may stand only since a merge. */
export const FROM_NOTIFICATION = 'left join post p on p.id = n.post_id left join thread t on t.id = coalesce(p.thread_id, n.thread_id)';

/** Why it was done, where those who keep order said so: what the log of the same transaction holds. Only about what its recipient wrote. */
export const REASON = `case when n.kind in (${OWN}) then (select m.reason from event e join moderation_entry m on m.actor_id = e.actor_id and m.created_at = e.created_at
  where e.id = n.event_id and m.reason is not null
    and not exists (select from revision r where r.post_id = n.post_id and r.created_at = e.created_at and r.hidden_at is not null) limit 1) end`;

/** The line that staff wrote with an update of a service notice: a text, no HTML. */
export const SAID = `case when n.kind in ('noticeLooking', 'noticeFound', 'noticeRepairing', 'noticeEnded') then (select u.body from event e join notice_update u on u.id = (e.subject->>'updateId')::bigint where e.id = n.event_id) end`;

/** How many an answer has helped, of word that it did; how many entries need review; which rank; for how many hours. */
export const TIMES = `case when n.kind in ('helped', 'entryReview') then (select (e.subject->>'times')::int from event e where e.id = n.event_id) when n.kind in ('rankRaised', 'rankLowered') then (select (e.subject->>'rank')::int from event e where e.id = n.event_id)
  when n.kind in ('silenced', 'suspended') then (select s.hours from event e join sanction s on s.id = (e.subject->>'sanctionId')::bigint where e.id = n.event_id) end`;

const IS_DUPLICATE = `n.kind in ('threadDuplicate', 'followedDuplicate')`;

/** Which thread was marked as a duplicate: its title, where the actor sees it or the recipient wrote it. */
export function duplicateSeenBy(actor: Actor): string {
  return `case when ${IS_DUPLICATE} then (select d.title from event e join thread d on d.id = (e.subject->>'threadId')::bigint where e.id = n.event_id and (${visibleTo(actor, 'd')} or d.author_id = n.recipient_id)) end`;
}

/** Whether what it is a duplicate of is a service notice whose end is still to come. */
export const OF_NOTICE = `(${IS_DUPLICATE} and exists (select from service_notice sn where sn.thread_id = t.id and sn.ended_at is null))`;

/** Under which the actor sees what the notification is about. */
export function seenBy(actor: Actor): string {
  return `(${visibleTo(actor, 't')} and (p.id is null or (${visibleTo(actor, 'p')} and ${parentVisibleTo(actor)})))`;
}

/** What everyone may see may be told to anyone: members are not asked one by one. */
export const SEEN_BY_ALL = seenBy(Actor.guest('en'));

/** Under which a notification is shown: of what befell one's own, in any case. */
export function shownTo(actor: Actor): string {
  return `(n.kind in (${OWN}) or ${seenBy(actor)})`;
}
