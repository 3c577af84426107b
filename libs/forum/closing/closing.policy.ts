import { type Actor, allow, canWrite, type Decision, deny } from '#platform/access';
import type { ThreadFacts } from '../thread/thread.policy.js';

export type ClosingReason = 'settled' | 'off_topic';

export interface ClosingFacts extends ThreadFacts {
  closeReason: string | null;
  closedBy: string | null;
}

/** Askers close their own question as settled; super users and staff any thread for any reason. Without a reason: whether there is one they may give. */
export function canClose(actor: Actor, thread: ClosingFacts, reason: ClosingReason = 'settled'): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.state === 'deleted') return deny('deleted');
  if (thread.closed) return deny('closed-already');
  if (actor.isSuperUser) return allow();
  if (!actor.is(thread.askerId)) return deny('super-users-only');
  return thread.kind === 'question' && reason === 'settled' ? allow() : deny('asker-closes-settled');
}

/** Whoever closed it, while they are still the asker, and super users. */
export function canReopen(actor: Actor, thread: ClosingFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.state === 'deleted') return deny('deleted');
  if (!thread.closed) return deny('not-closed');
  if (actor.isSuperUser) return allow();
  if (!actor.is(thread.askerId)) return deny('super-users-only');
  return actor.is(thread.closedBy) && ['settled', 'duplicate'].includes(thread.closeReason!) ? allow() : deny('closed-by-others');
}

/** What others have done with a thread: from then on where it stands is not its asker's alone. */
export interface OthersDid {
  answered: boolean;
  moved: boolean;
}

/** Super users and staff any thread; askers their own question while it is open, until somebody else has answered it where it was found, or has put it elsewhere. */
export function canMove(actor: Actor, thread: ThreadFacts, others: OthersDid): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.state === 'deleted') return deny('deleted');
  if (actor.isSuperUser) return allow();
  if (!actor.is(thread.askerId) || thread.kind !== 'question') return deny('super-users-only');
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (thread.closed) return deny('thread-closed');
  if (others.moved) return deny('moved-by-others');
  return others.answered ? deny('answered-already') : allow();
}
