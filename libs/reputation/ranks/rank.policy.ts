import { type Actor, allow, type Decision, deny } from '#platform/access';

/** Staff, of customers: super users and the team have what they may by their role. */
export function canSetRank(actor: Actor, { role }: { role: string }): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isStaff) return deny('staff-only');
  return role === 'customer' ? allow() : deny('no-customer');
}
