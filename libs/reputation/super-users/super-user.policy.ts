import { type Actor, allow, type Decision, deny } from '#platform/access';

/** Staff invite customers. */
export function canInvite(actor: Actor, { role }: { role: string }): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isStaff) return deny('staff-only');
  return role === 'customer' ? allow() : deny('no-customer');
}

/** Staff end it for anybody; each resigns. */
export function canEnd(actor: Actor, memberId: string): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.isStaff || actor.is(memberId) ? allow() : deny('staff-only');
}
