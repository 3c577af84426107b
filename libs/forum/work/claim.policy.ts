import { type Actor, allow, canWrite, type Decision, deny } from '#platform/access';
import type { ThreadFacts } from '../thread/thread.policy.js';

export const CLAIM_MINUTES = 10; // Kitsune's: as long as an answer takes, and nobody waits long for somebody who went away

/** "I am on it": whoever may answer somebody else's open question that nothing has solved yet. It keeps nobody from answering, it only tells. */
export function canClaim(actor: Actor, thread: ThreadFacts & { solved: boolean }): Decision {
  const writing = canWrite(actor);
  if (writing.denied) return writing;
  if (thread.state === 'deleted') return deny('deleted');
  if (thread.kind !== 'question') return deny('only-questions');
  if (actor.is(thread.askerId)) return deny('asker-waits');
  if (thread.closed) return deny('thread-closed');
  return thread.solved ? deny('solved-already') : allow();
}
