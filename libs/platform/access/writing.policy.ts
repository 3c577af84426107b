import type { Actor } from './actor.js';
import { allow, type Decision, deny } from './decision.js';

/** What every act in public begins with: somebody who is signed in and, where the community asks for it, whose address is known to be theirs. */
export function canWrite(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.mustVerify ? deny('verify-address') : allow();
}
