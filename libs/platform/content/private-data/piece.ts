/** What kind of private data a piece of a text is; `company`: a number of the company's own, by one of its patterns. */
export const PRIVATE_KINDS = ['email', 'telephone', 'iban', 'card', 'company'] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** A piece of a text that looks like private data. */
export interface PrivatePiece {
  kind: PrivateKind;
  /** Where it begins, in UTF-16 code units. */
  start: number;
  /** As it stands in the text. */
  text: string;
  /** The same however it is written: spaces, dashes and capitals make no other. */
  value: string;
  /** Which of the company's patterns it fits. */
  pattern?: number;
}
