import type { ProblemParts } from '../graphql/problem.fragment.js';

/** What somebody is writing in a thread when the page is shown to them again: an answer, or a comment under a post. */
export interface Composing {
  kind: 'answer' | 'comment' | 'act';
  /** Under which post, for a comment. */
  postId: string | null;
  body: string;
  problem: ProblemParts | null;
  /** The text as it will look, where a preview was asked for. */
  preview: string | null;
  /** Whether dots were put in the place of what looked private. */
  masked?: boolean;
  /** A guest had chosen files, which are not kept. */
  lostFiles?: boolean;
  /** Of the warning about private data. */
  confirmed?: string | null;
}

/** Those whom a form is shown all the same: what they send is kept until they have signed in, or shown that their address is theirs; who has to agree to new house rules does so in the form. */
const KEPT_FOR_LATER: ReadonlySet<string> = new Set(['sign-in-needed', 'verify-address', 'agree-to-rules']);

/** Whether a form to write in is shown. In a closed thread not to those either who are no member yet: what they wrote would be refused in the end. */
export function isOffered({ allowed, reason }: { allowed: boolean; reason: string | null }, { closed }: { closed: boolean }): boolean {
  return allowed || (!closed && KEPT_FOR_LATER.has(reason ?? ''));
}

/** An act that was refused, where nothing was typed. */
export function actRefused(problem: ProblemParts): Composing {
  return { kind: 'act', postId: null, body: '', problem, preview: null };
}
