import { type Actor, allow, canSpeak, canWrite, type Decision, deny } from '#platform/access';
import type { PostState } from '../forum.entities.js';

/** What a rule about writing in a thread has to know of it. */
export interface ThreadFacts {
  kind: string;
  askerId: string | null;
  closed: boolean;
  state: PostState;
}

/** What a rule about an act on a post has to know of the post. */
export interface TargetFacts {
  kind: string;
  authorId: string | null;
  state: PostState;
}

const DAY = 24 * 60 * 60_000;

export const DOWNVOTE_MIN_RANK = 1; // not on the first day: enough that a throw-away account buries nobody
export const ASKER_SILENT_DAYS = 14; // two weeks without a word: who has not come back by then mostly never does, and the next person wants to know what helped

export function canAsk(actor: Actor): Decision {
  return canSpeak(actor);
}

/** Answers and comments: anyone who is signed in, while the thread is open; those who keep order also afterwards. */
export function canReply(actor: Actor, thread: ThreadFacts): Decision {
  const writing = canSpeak(actor);
  if (writing.denied) return writing;
  if (thread.state === 'deleted') return deny('deleted');
  return thread.closed && !actor.isSuperUser ? deny('thread-closed') : allow();
}

/** Under an opening or an answer, unless that one is deleted. */
export function canComment(actor: Actor, thread: ThreadFacts, post: TargetFacts): Decision {
  const replying = canReply(actor, thread);
  return !replying.denied && post.state === 'deleted' ? deny('deleted') : replying;
}

export function canSaySameProblem(actor: Actor, thread: ThreadFacts): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (thread.state === 'deleted') return deny('deleted');
  return actor.is(thread.askerId) ? deny('own-question') : allow();
}

/** Openings and answers are voted on, never one's own; down from rank 1, or by those who keep order. */
export function canVote(actor: Actor, thread: ThreadFacts, post: TargetFacts, direction: 'up' | 'down' | 'none'): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (post.kind === 'comment') return deny('comments-are-not-voted');
  if (actor.is(post.authorId)) return deny('own-post');
  if (direction === 'down' && actor.rank < DOWNVOTE_MIN_RANK && !actor.isSuperUser) return deny('rank-too-low', DOWNVOTE_MIN_RANK);
  return inSight(thread, post);
}

/**
 * The asker decides what solved it, their own answer included; staff may on their behalf, and super users once the asker
 * has not said a word in the thread for so long. `askerWordAt`: when they last did; needed only where a super user asks.
 */
export function canAccept(actor: Actor, thread: ThreadFacts, answer: TargetFacts, askerWordAt: Date | null, now: Date): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (answer.kind !== 'answer') return deny('not-an-answer');
  if (thread.kind !== 'question') return deny('not-a-question');
  if (actor.is(thread.askerId) || actor.isStaff) return inSight(thread, answer);
  if (!actor.isSuperUser) return deny('not-the-asker');
  const left = askerWordAt === null ? ASKER_SILENT_DAYS : ASKER_SILENT_DAYS - (now.getTime() - askerWordAt.getTime()) / DAY;
  return left <= 0 ? inSight(thread, answer) : deny('asker-may-return', Math.ceil(left));
}

/** Whether `canAccept` has to know when the asker last wrote. */
export function waitsForAsker(actor: Actor, thread: ThreadFacts): boolean {
  return actor.isSuperUser && !actor.isStaff && !actor.is(thread.askerId) && thread.kind === 'question';
}

export function canMarkOfficial(actor: Actor, thread: ThreadFacts, answer: TargetFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (answer.kind !== 'answer') return deny('not-an-answer');
  if (thread.kind !== 'question') return deny('not-a-question');
  return actor.isStaff ? inSight(thread, answer) : deny('staff-only');
}

/** "It solved it for me, too": anyone, the asker included, but for whoever wrote it. */
export function canSayAlsoSolved(actor: Actor, thread: ThreadFacts, answer: TargetFacts): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (answer.kind !== 'answer') return deny('not-an-answer');
  if (thread.kind !== 'question') return deny('not-a-question');
  return actor.is(answer.authorId) ? deny('own-answer') : inSight(thread, answer);
}

/** What not everyone sees collects no votes and no marks: they would count in what everyone sees. */
function inSight(thread: ThreadFacts, post: TargetFacts): Decision {
  if (post.state === 'deleted' || thread.state === 'deleted') return deny('deleted');
  return post.state === 'visible' && thread.state === 'visible' ? allow() : deny('not-visible');
}
