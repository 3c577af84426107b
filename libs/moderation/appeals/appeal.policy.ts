import { type Actor, allow, type Decision, deny } from '#platform/access';

export interface AppealFacts {
  memberId: string;
  /** Who decided first. */
  deciderId: string | null;
  /** Whether staff decided first, or it is more than a post. */
  byStaff: boolean;
}

/** Somebody else than who decided first: about a super user's decision on a post another super user, too; about all else staff. */
export function canDecideAppeal(actor: Actor, { memberId, deciderId, byStaff }: AppealFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isSuperUser) return deny('super-users-only');
  if (actor.is(memberId)) return deny('own-self');
  if (actor.is(deciderId)) return deny('decided-by-you');
  return byStaff && !actor.isStaff ? deny('staff-only') : allow();
}
