import { type Actor, allow, type Decision, deny } from '#platform/access';
import { canRate, type EntryFacts } from '../entries/entry.policy.js';

/** A thread that somebody opened while asking, and whose answer it shows as the one that counts. */
export interface OpenedFacts {
  state: string;
  askerId: string | null;
  /** Null where no answer is accepted or official, or its author has no account. */
  helperId: string | null;
}

/** Saying that it helped, or did not: anyone, guests too, but for those who would count themselves. */
export function canSayOfOpened(actor: Actor, { state, askerId, helperId }: OpenedFacts): Decision {
  if (state === 'deleted') return deny('deleted');
  if (state !== 'visible') return deny('not-visible');
  if (actor.is(askerId)) return deny('own-question');
  return actor.is(helperId) ? deny('own-answer') : allow();
}

/** The same of an article or an FAQ entry. */
export function canSayOfOpenedEntry(actor: Actor, entry: EntryFacts, helperId: string | null): Decision {
  return actor.is(helperId) ? deny('own-answer') : canRate(actor, entry);
}
