import { type Actor, allow, type Decision, deny } from '#platform/access';
import type { PostFacts } from '../edit/edit.policy.js';

export interface RemovalFacts extends PostFacts {
  deletedBy: string | null;
  /** Of an opening: whether somebody else's answer would go with it. */
  answeredByOthers: boolean;
  /** Of an opening: whether an answer that the team stands by would go with it. */
  hasOfficial: boolean;
}

/** One's own, as long as nobody else's work hangs on it; super users what others wrote, unless the team stands by it; staff anything. */
export function canDelete(actor: Actor, post: RemovalFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (post.state === 'deleted') return deny('deleted');
  if (actor.isStaff) return allow();
  const isOwn = actor.is(post.authorId);
  if (actor.isSuperUser) return (post.official && !isOwn) || post.hasOfficial ? deny('official-answer') : allow();
  if (!isOwn) return deny('not-the-author');
  return post.kind === 'opening' && post.answeredByOthers ? deny('others-answered') : allow();
}

/** Whoever deleted it, and super users; but nobody brings back their own post against somebody else's judgement, unless they are staff. */
export function canRestore(actor: Actor, post: RemovalFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (post.state !== 'deleted') return deny('not-deleted');
  if (actor.is(post.deletedBy) || actor.isStaff) return allow();
  return actor.isSuperUser && !actor.is(post.authorId) ? allow() : deny('deleted-by-others');
}
