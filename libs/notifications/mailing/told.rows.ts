import { IS_PLACELESS, KIND_ROWS, OWN_PLACE } from '../notification.kinds.js';
import { duplicateSeenBy, FROM_NOTIFICATION, OF_NOTICE, REASON, SAID, SEEN_BY_ALL, shownTo, TIMES } from '../telling/seen.js';
import { Actor } from '#platform/access';

/** The columns of `Told`. */
export const TOLD = `n.id, n.kind, a.name as actor, ${REASON} as reason, ${TIMES} as times, ${duplicateSeenBy(Actor.guest('en'))} as "duplicateTitle", ${OF_NOTICE} as "ofNotice", case when t.state = 'visible' then ${SAID} end as said, case when t.state = 'visible' or t.author_id = n.recipient_id then t.title else '…' end as title, case when ${SEEN_BY_ALL} then p.html end as html,
  case when p.id is not null and ${SEEN_BY_ALL} then '/p/' || p.id when t.state = 'visible' then '/t/' || t.id || '/' || t.slug when ${IS_PLACELESS} then ${OWN_PLACE} else '/notifications' end as path`;

/** Notifications `n` not yet mailed and not yet read, of members `m` who can be written to, with the moment `timing` that each is to be mailed at. */
export const FROM_TOLD = `from notification n ${FROM_NOTIFICATION}
  join member m on m.id = n.recipient_id left join member a on a.id = n.actor_id
  join ${KIND_ROWS} on k.kind = n.kind
  left join notification_preference own on own.member_id = n.recipient_id and own.topic = k.topic`;

export const TIMING = 'coalesce(own.timing, k.usually)';
export const DUE = `n.mailed_at is null and n.read_at is null and (t.id is not null or ${IS_PLACELESS}) and ${shownTo(Actor.guest('en'))}`;

/** Who can be written to: at an address that was shown to be theirs; where mails stay in the mailbox of this site, at any, for nobody is asked to show it. */
export function reachable({ leaves }: { leaves: boolean }): string {
  return leaves ? 'm.email_verified_at is not null' : 'm.email is not null';
}
