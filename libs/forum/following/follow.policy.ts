import { type Actor, allow, type Decision, deny } from '#platform/access';

/** Whoever is signed in may follow whatever they see, themselves excepted. */
export function canFollow(actor: Actor, target: { kind: string; targetKey: string }): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return target.kind === 'member' && actor.is(target.targetKey) ? deny('own-self') : allow();
}
