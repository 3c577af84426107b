/** Who asks and whether they may: the actor, decisions with their reason, and the mark each root field carries. */
export { Actor, type Language, type Role, type Scope, type Theme } from './actor.js';
export { Access, ACCESS, type AccessLevel, reaches, WHILE_SUSPENDED, WhileSuspended } from './access.decorator.js';
export { allow, type Decision, deny, type Reason } from './decision.js';
export { canSpeak, canWrite } from './writing.policy.js';
export { canSee, parentVisibleTo, type Seeable, visibleTo } from './visible-to.js';
export type { Credential } from './credential.js';
