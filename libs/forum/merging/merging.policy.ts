import { type Actor, allow, type Decision, deny } from '#platform/access';
import type { ClosingFacts } from '../closing/closing.policy.js';
import type { ThreadFacts } from '../thread/thread.policy.js';

/** Super users and staff any thread, for whatever reason it was closed before; askers their own question while it is open. */
export function canMarkDuplicate(actor: Actor, thread: ClosingFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.state === 'deleted') return deny('deleted');
  if (actor.isSuperUser) return allow();
  if (!actor.is(thread.askerId) || thread.kind !== 'question') return deny('super-users-only');
  return thread.closed ? deny('closed-already') : allow();
}

/** What stands in sight of everyone; an announcement stays what it was, with its notice. Asked of both threads. */
export function canMerge(actor: Actor, thread: ThreadFacts): Decision {
  const decision = canSplit(actor, thread);
  return !decision.denied && thread.kind === 'announcement' ? deny('announcements-stay') : decision;
}

export function canSplit(actor: Actor, thread: ThreadFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.state === 'deleted') return deny('deleted');
  if (!actor.isSuperUser) return deny('super-users-only');
  return thread.state === 'visible' ? allow() : deny('not-visible');
}

/** What the team stands by stands where it is: it answers the question there, and as the opening of another it would be no answer any more. */
export function canSplitOff(actor: Actor, answer: { official: boolean }): Decision {
  return answer.official && !actor.isStaff ? deny('official-answer') : allow();
}
