import { type Actor, allow, canWrite, type Decision, deny } from '#platform/access';
import type { PostState } from '../forum.entities.js';

/** An announcement speaks for the company: staff alone write one, and say how far it has come with what it tells of. */
export function canAnnounce(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.isStaff ? allow() : deny('staff-only');
}

/** News of it, and that it is over. */
export function canTellOfNotice(actor: Actor, thread: { state: PostState }): Decision {
  const decision = canAnnounce(actor);
  return !decision.denied && thread.state === 'deleted' ? deny('deleted') : decision;
}

/** Whether it works again is for each to say, once it is said to be over. */
export function canSayWorks(actor: Actor, thread: { state: PostState }, isOver: boolean): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (thread.state === 'deleted') return deny('deleted');
  return isOver ? allow() : deny('notice-ongoing');
}
