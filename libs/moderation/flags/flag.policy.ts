import { type Actor, allow, canWrite, type Decision, deny } from '#platform/access';

export interface FlaggedFacts {
  state: string;
  authorId: string | null;
  /** Whether somebody looked at it and found it fine, not long ago. */
  isFine: boolean;
}

/** What somebody else wrote and everybody sees; what was looked at a day ago is not looked at again for the same reason, unless the law may be broken. */
export function canFlag(actor: Actor, { state, authorId, isFine }: FlaggedFacts, isIllegal: boolean): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (actor.is(authorId)) return deny('about-own-post');
  if (state !== 'visible' && state !== 'hidden') return deny('not-visible');
  return isFine && !isIllegal ? deny('looked-at') : allow();
}
