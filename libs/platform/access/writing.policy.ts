import type { Actor } from './actor.js';
import { allow, type Decision, deny } from './decision.js';

/** What every act in public begins with: somebody who is signed in and, where the community asks for it, whose address is known to be theirs, and who has agreed to the house rules that all have to agree to. */
export function canWrite(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (actor.mustVerify) return deny('verify-address');
  return actor.mustAgree ? deny('agree-to-rules') : allow();
}
