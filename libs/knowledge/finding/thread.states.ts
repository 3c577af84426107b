/** What has become of a thread, as search narrows to it; a discussion without an answer is not unsolved. */
export const THREAD_STATES = ['solved', 'unsolved', 'official'] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** `official` beside `solved`: an official answer solves. */
export function statesOf({ kind, solved, official }: { kind: string; solved: boolean; official: boolean }): ThreadState[] {
  return [...(solved ? ['solved' as const] : kind === 'question' ? ['unsolved' as const] : []), ...(official ? ['official' as const] : [])];
}
