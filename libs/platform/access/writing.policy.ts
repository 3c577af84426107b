import type { Actor } from './actor.js';
import { allow, type Decision, deny } from './decision.js';

/** What every act in public begins with: somebody who is signed in and, where the community asks for it, whose address is known to be theirs, and who has agreed to the house rules that all have to agree to. */
export function canWrite(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (actor.mustVerify) return deny('verify-address');
  if (actor.suspendedUntil) return deny('suspended');
  return actor.mustAgree ? deny('agree-to-rules') : allow();
}

/** What every text in public begins with: who is silenced may still vote, follow and say that something helped. */
export function canSpeak(actor: Actor): Decision {
  const writing = canWrite(actor);
  return writing.denied || !actor.silencedUntil ? writing : deny('silenced');
}
