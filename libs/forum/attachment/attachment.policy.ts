import { type Actor, allow, type Decision, deny } from '#platform/access';

// How many in which time stands with all other limits (accounts, 'image' and 'file'); here is what no count of acts can say
export const BYTES_A_DAY = 150_000_000; // a long guide with a picture for each step, and the logs to it
export const ATTACHMENTS_A_POST = 10;

export function canRemove(actor: Actor, attachment: { ownerId: string | null }): Decision {
  return actor.is(attachment.ownerId) ? allow() : deny('not-your-file');
}
