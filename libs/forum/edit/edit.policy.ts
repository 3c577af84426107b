import { type Actor, allow, canSpeak, type Decision, deny, type Role } from '#platform/access';
import type { PostKind, PostState } from '../forum.entities.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const SILENT_GRACE_MS = 5 * MINUTE; // a slip of the pen, seen as soon as it is posted, is nobody's history
export const EDIT_DAYS = 1; // enough to put right what one wrote; later, others have read and answered it as it stands
export const EDIT_DAYS_TRUSTED = 30; // who has been around takes care of what they wrote
export const TRUSTED_RANK = 2;
export const EDITS_A_DAY = 100; // each keeps a whole text: nobody mends so much, a program could fill a disk

/** What a rule about changing or removing a post has to know of it. */
export interface PostFacts {
  kind: PostKind;
  state: PostState;
  authorId: string | null;
  authorRole: Role | null;
  official: boolean;
  createdAt: Date;
}

/**
 * Authors for a time, and as long as it is hidden; super users and staff always. What staff wrote, or what the team stands by, is changed by staff alone:
 * otherwise somebody's words would stand under the company's name.
 */
export function canEdit(actor: Actor, post: PostFacts, now: Date): Decision {
  const writing = canSpeak(actor);
  if (writing.denied) return writing;
  if (post.state === 'deleted') return deny('deleted');
  if (actor.isStaff) return allow();
  if (post.official) return deny('official-answer');
  if (actor.is(post.authorId)) return actor.isSuperUser ? allow() : inTime(actor, post, now);
  if (!actor.isSuperUser) return deny('not-the-author');
  return isStaff(post.authorRole) ? deny('staff-post') : allow();
}

function inTime(actor: Actor, post: PostFacts, now: Date): Decision {
  if (post.state === 'hidden') return allow(); // until it is mended nobody reads it
  const days = actor.rank >= TRUSTED_RANK ? EDIT_DAYS_TRUSTED : EDIT_DAYS;
  return now.getTime() - post.createdAt.getTime() <= days * DAY ? allow() : deny('too-late-to-edit', days);
}

/** What is taken out of a history is gone for everybody who could have checked it: a thing for the company to answer for. */
export function canHideRevisions(actor: Actor): Decision {
  if (!actor.isMember) return deny('sign-in-needed');
  return actor.isStaff ? allow() : deny('staff-only');
}

/** Whether an edit leaves no trace: by the author, at once, before anybody else did anything about it. */
export function isSilent(actor: Actor, post: PostFacts, reacted: boolean, now: Date): boolean {
  return post.state !== 'hidden' && actor.is(post.authorId) && !reacted && now.getTime() - post.createdAt.getTime() <= SILENT_GRACE_MS;
}

function isStaff(role: Role | null): boolean {
  return role === 'staff' || role === 'admin';
}
