import { type Actor, allow, canWrite, type Decision, deny } from '#platform/access';

/** What a rule about writing in a thread has to know of it. */
export interface ThreadFacts {
  kind: string;
  askerId: string | null;
  closed: boolean;
}

export const DOWNVOTE_MIN_RANK = 1; // not on the first day: enough that a throw-away account buries nobody

export function canAsk(actor: Actor): Decision {
  return canWrite(actor);
}

/** Answers and comments: anyone who is signed in, while the thread is open; those who keep order also afterwards. */
export function canReply(actor: Actor, thread: ThreadFacts): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  return thread.closed && !actor.isSuperUser ? deny('thread-closed') : allow();
}

export function canSaySameProblem(actor: Actor, thread: ThreadFacts): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  return actor.is(thread.askerId) ? deny('own-question') : allow();
}

/** Openings and answers are voted on, never one's own; down from rank 1, or by those who keep order. */
export function canVote(actor: Actor, post: { kind: string; authorId: string | null }, direction: 'up' | 'down' | 'none'): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (post.kind === 'comment') return deny('comments-are-not-voted');
  if (actor.is(post.authorId)) return deny('own-post');
  if (direction === 'down' && actor.rank < DOWNVOTE_MIN_RANK && !actor.isSuperUser) return deny('rank-too-low', DOWNVOTE_MIN_RANK);
  return allow();
}

/** The asker decides what solved it, their own answer included; staff may on their behalf. */
export function canAccept(actor: Actor, thread: ThreadFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.kind !== 'question') return deny('not-a-question');
  return actor.is(thread.askerId) || actor.isStaff ? allow() : deny('not-the-asker');
}

export function canMarkOfficial(actor: Actor, thread: ThreadFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (thread.kind !== 'question') return deny('not-a-question');
  return actor.isStaff ? allow() : deny('staff-only');
}
