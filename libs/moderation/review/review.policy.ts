import { type Actor, allow, type Decision, deny } from '#platform/access';
import { ReviewDecision } from './review.type.js';

export interface ReviewedFacts {
  authorId: string | null;
  authorRole: string | null;
  official: boolean;
  /** Somebody else is looking at it. */
  isTaken: boolean;
}

/** Super users and staff, about what others wrote; what the team wrote, or stands by, the team takes away alone. */
export function canDecide(actor: Actor, { authorId, authorRole, official, isTaken }: ReviewedFacts, decision: ReviewDecision): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isSuperUser) return deny('super-users-only');
  if (actor.is(authorId)) return deny('about-own-post');
  if (isTaken) return deny('others-look');
  if (actor.isStaff || decision === ReviewDecision.fine) return allow();
  if (official) return deny('official-answer');
  return authorRole === 'staff' || authorRole === 'admin' ? deny('staff-post') : allow();
}

/** One of the staff, but not who asked for it. */
export function canSecond(actor: Actor, { memberId, imposedBy }: { memberId: string; imposedBy: string | null }): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isSuperUser) return deny('super-users-only');
  if (!actor.isStaff) return deny('staff-only');
  if (actor.is(memberId)) return deny('own-self');
  return actor.is(imposedBy) ? deny('decided-by-you') : allow();
}
