import { type Actor, allow, canSpeak, type Decision, deny } from '#platform/access';
import { EntryKind, EntryState } from './entry.sets.js';

/** What a rule about a knowledge entry has to know of it. */
export interface EntryFacts {
  kind: EntryKind;
  state: EntryState;
  ownerId: string | null;
  /** Whether everybody reads it. */
  isPublic: boolean;
  isMerged: boolean;
}

/** An answer that something is to be made from. */
export interface SourceFacts {
  state: string;
  threadState: string;
  kind: string;
  official: boolean;
  accepted: boolean;
}

/** What the company says it knows, staff publish; super users write articles, which wait for that. */
export function canWriteEntry(actor: Actor, kind: EntryKind): Decision {
  const writing = canSpeak(actor);
  if (writing.denied) return writing;
  if (actor.isStaff) return allow();
  if (!actor.isSuperUser) return deny('super-users-only');
  return kind === EntryKind.article ? allow() : deny('staff-only');
}

/** Only of what helped for certain: an accepted or official answer that everyone can read. */
export function canPromote(actor: Actor, { state, threadState, kind, official, accepted }: SourceFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isStaff) return deny('staff-only');
  if (kind !== 'answer') return deny('not-an-answer');
  if (state !== 'visible' || threadState !== 'visible') return deny('not-visible');
  return official || accepted ? allow() : deny('no-solution');
}

export function canEditEntry(actor: Actor, entry: EntryFacts): Decision {
  const writing = canWriteEntry(actor, entry.kind);
  if (writing.denied) return writing;
  if (entry.isMerged) return deny('merged-entry');
  return actor.isStaff || actor.is(entry.ownerId) ? allow() : deny('not-the-author');
}

/** Publishes what waits, or says of what is read already that it is still right. */
export function canPublish(actor: Actor, entry: EntryFacts): Decision {
  return decides(actor, entry);
}

/** What was never published is rejected; what was, is archived. */
export function canReject(actor: Actor, entry: EntryFacts): Decision {
  const deciding = decides(actor, entry);
  if (deciding.denied) return deciding;
  return entry.state === EntryState.draft || entry.state === EntryState.rejected ? allow() : deny('not-a-draft');
}

export function canArchive(actor: Actor, entry: EntryFacts): Decision {
  const deciding = decides(actor, entry);
  if (deciding.denied) return deciding;
  return entry.state === EntryState.draft || entry.state === EntryState.rejected ? deny('still-a-draft') : allow();
}

/** Whether it helped is for everyone to say, guests too, but for whoever answers for it. */
export function canRate(actor: Actor, entry: EntryFacts): Decision {
  if (!entry.isPublic) return deny('not-visible');
  return actor.is(entry.ownerId) ? deny('own-entry') : allow();
}

function decides(actor: Actor, { isMerged }: EntryFacts): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  if (!actor.isStaff) return deny('staff-only');
  return isMerged ? deny('merged-entry') : allow();
}

/** The SQL condition under which the actor reads an entry, for the table under that alias: everyone what is public, super users their own too, staff all. */
export function entryVisibleTo(actor: Actor, alias: string): string {
  if (actor.isStaff) return 'true';
  const everyone = `${alias}.state in ('published', 'needs_review') and not ${alias}.withdrawn`;
  return actor.isSuperUser ? `((${everyone}) or ${alias}.owner_id = actor(${actor.memberId}))` : `(${everyone})`;
}
