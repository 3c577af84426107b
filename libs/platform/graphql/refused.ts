import { GraphQLError } from 'graphql';
import type { Decision, Language, Reason } from '#platform/access';
import type { PrivateKind } from '#platform/content';

export type FieldCode = 'required' | 'too-short' | 'too-long' | 'malformed' | 'unknown' | 'taken' | 'wrong' | 'agreement' | 'too-many' | 'same-thread'
  | 'colour' | 'hours' | 'contact-address'
  | 'newcomer-links' | 'newcomer-images' | 'newcomer-mentions' | 'reserved' | 'mixed-scripts' | 'pattern' | 'example' | FileCode;

/** What is wrong with a file; `value` is its name, `limit` counts megabytes. */
type FileCode = 'file-empty' | 'file-too-large' | 'file-kind' | 'file-broken' | 'file-dimensions' | 'file-again';

/** What is wrong with one field of an input. */
export interface FieldFault {
  field: string;
  code: FieldCode;
  limit?: number | undefined;
  /** What was given that is not there, where one of several was meant. */
  value?: string | undefined;
  /** What there is that is like it. */
  near?: readonly string[] | undefined;
}

export type ConflictCode = 'drafts-full' | 'other-input-same-id' | 'already-there' | 'changed-meanwhile';

/** Something that looks like private data, in a text that would be public. */
export interface FoundPrivate {
  kind: PrivateKind;
  /** The field of the input, as in `FieldFault`. */
  field: string;
  start: number;
  length: number;
  /** Too little of it to use. */
  excerpt: string;
  /** What the company calls its own numbers of that kind. */
  named: Record<Language, string> | null;
}

export type ProblemData =
  | { kind: 'InvalidInput'; fields: FieldFault[] }
  | { kind: 'NotAllowed'; reason: Reason; needs?: number | undefined }
  | { kind: 'Conflict'; conflict: ConflictCode }
  | { kind: 'TooFast'; retryAt: Date }
  | { kind: 'PrivateData'; found: FoundPrivate[]; foundCount: number; confirmation: string };

/** An expected refusal on its way out: thrown, so that the transaction around it rolls back; answered as data (`problem`). */
export class Refused extends Error {
  /** Where no payload takes it as `problem`, in the arguments of a query or of any field below it, it is the caller's error: graphql-js takes that from here, over HTTP and for our pages. */
  readonly extensions = { code: 'BAD_USER_INPUT' };

  constructor(readonly problem: ProblemData) {
    super(`These arguments cannot be taken: ${problem.kind === 'InvalidInput' ? problem.fields.map(({ field, code }) => `${field}: ${code}`).join(', ') : problem.kind}.`);
  }
}

export const invalid = (...fields: FieldFault[]) => new Refused({ kind: 'InvalidInput', fields });
export const notAllowed = (reason: Reason, needs?: number) => new Refused({ kind: 'NotAllowed', reason, needs });
export const conflict = (code: ConflictCode) => new Refused({ kind: 'Conflict', conflict: code });
export const tooFast = (retryAt: Date) => new Refused({ kind: 'TooFast', retryAt });

/** What was locked stands elsewhere by now: the whole act is done again, without what it locked so far. */
export class Moved extends Error {
  constructor() {
    super('It moved while its lock was waited for.');
  }
}

/** The permit step of a service: throws the refusal that the policy decided. */
export function permit(decision: Decision): void {
  if (decision.denied) throw notAllowed(decision.reason, decision.needs);
}

/** What is not there, and what one may not see: the two look alike. */
export function notFound(): GraphQLError {
  return new GraphQLError('Not found.', { extensions: { code: 'NOT_FOUND' } });
}

/** Arguments of something that only reads: it has no payload to put a refusal into, so that they are the caller's error. */
export function badArguments(why: string): GraphQLError {
  return new GraphQLError(`These arguments cannot be taken: ${why}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
