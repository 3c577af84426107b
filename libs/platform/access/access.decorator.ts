import { SetMetadata } from '@nestjs/common';
import type { Actor } from './actor.js';

export type AccessLevel = 'everyone' | 'member' | 'superUser' | 'staff' | 'admin';

export const ACCESS = 'kundig:access';

/** Says who may ask for a root field at all. The policy in the service decides the rest; a field without the mark answers nobody. */
export const Access = (level: AccessLevel) => SetMetadata(ACCESS, level);

export const WHILE_SUSPENDED = 'kundig:while-suspended';

/** A mutation that a suspended member may still call: about their own account, their own reading, and the appeal. All others refuse them. */
export const WhileSuspended = () => SetMetadata(WHILE_SUSPENDED, true);

export function reaches(actor: Actor, level: AccessLevel): boolean {
  switch (level) {
    case 'everyone': return true;
    case 'member': return actor.isMember;
    case 'superUser': return actor.isSuperUser;
    case 'staff': return actor.isStaff;
    case 'admin': return actor.isAdmin;
  }
}
