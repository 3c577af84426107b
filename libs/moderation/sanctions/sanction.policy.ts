import { type Actor, allow, type Decision, deny, type Role } from '#platform/access';
import { SanctionStep } from './sanction.sets.js';
import { SUPER_USERS_HOURS } from './sanction.steps.js';

export interface SanctionedFacts {
  id: string;
  role: Role;
}

/** Super users give notices and silence customers for three days at most; staff do what there is, about super users too. Nobody about the team: its roles are an admin's matter. */
export function canSanction(actor: Actor, member: SanctionedFacts, step: SanctionStep, hours: number | null): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isSuperUser) return deny('super-users-only');
  if (actor.is(member.id)) return deny('own-self');
  if (member.role === 'staff' || member.role === 'admin') return deny('team-member');
  if (actor.isStaff) return allow();
  if (member.role === 'super_user') return deny('team-member');
  return step === SanctionStep.suspension || (hours ?? 0) > SUPER_USERS_HOURS ? deny('beyond-your-means') : allow();
}

/** Staff; a super user what they imposed themselves. */
export function canLift(actor: Actor, imposedBy: string | null): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (actor.isStaff || (actor.isSuperUser && actor.is(imposedBy))) return allow();
  return deny(actor.isSuperUser ? 'staff-only' : 'super-users-only');
}
