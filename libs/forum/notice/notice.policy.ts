import { type Actor, allow, canSpeak, type Decision, deny } from '#platform/access';
import type { PostState } from '../forum.entities.js';

/** Of the notice in a thread; null where it is none. */
interface NoticeFacts {
  ongoing: boolean;
}

/** An announcement speaks for the company: staff alone write one, and say how far it has come with what it tells of. */
export function canAnnounce(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.isStaff ? allow() : deny('staff-only');
}

/** How far it has come with it, up to that it is over. */
export function canUpdateNotice(actor: Actor, thread: { state: PostState }, notice: NoticeFacts | null): Decision {
  const announcing = canAnnounce(actor);
  if (announcing.denied) return announcing;
  if (thread.state === 'deleted') return deny('deleted');
  return notice ? allow() : deny('no-notice');
}

/** Whether it works again is for each to say, once it is said to be over. */
export function canSayWorks(actor: Actor, thread: { state: PostState }, notice: NoticeFacts | null): Decision {
  const writing = canSpeak(actor);
  if (writing.denied) return writing;
  if (thread.state === 'deleted') return deny('deleted');
  if (!notice) return deny('no-notice');
  return notice.ongoing ? deny('notice-ongoing') : allow();
}
