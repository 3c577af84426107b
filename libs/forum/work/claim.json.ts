import { memberJson } from '#accounts';
import { CLAIM_MINUTES } from './claim.policy.js';

/** Under which a claim `c` still holds: nobody has to clear up behind those who went away. */
export const HOLDS = `c.claimed_at > now() - interval '${CLAIM_MINUTES} minutes'`;

/** Who is on a thread, as JSON, null where nobody is: part of the statement that reads the thread. */
export function claimJson(thread: string): string {
  return `(select json_build_object('member', ${memberJson('cm')}, 'since', c.claimed_at, 'until', c.claimed_at + interval '${CLAIM_MINUTES} minutes')
    from question_claim c join member cm on cm.id = c.member_id where c.thread_id = ${thread} and ${HOLDS})`;
}
