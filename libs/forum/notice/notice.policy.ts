import { type Actor, allow, type Decision, deny } from '#platform/access';
import type { PostState } from '../forum.entities.js';

/** An announcement speaks for the company: staff alone write one, and say that what it tells of is over. */
export function canAnnounce(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.isStaff ? allow() : deny('staff-only');
}

export function canEndNotice(actor: Actor, thread: { state: PostState }): Decision {
  const decision = canAnnounce(actor);
  return !decision.denied && thread.state === 'deleted' ? deny('deleted') : decision;
}
