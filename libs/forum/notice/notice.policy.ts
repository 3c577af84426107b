import { type Actor, allow, type Decision, deny } from '#platform/access';

/** An announcement speaks for the company: staff alone write one, and say that what it tells of is over. */
export function canAnnounce(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.isStaff ? allow() : deny('staff-only');
}
