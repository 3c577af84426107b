/**
 * What members earn points by: for helping, not for writing much. The numbers are those that Stack Overflow and Apache Answer have lived with for years
 * (an up-vote 10, accepted 15 and 2 for the asker, a down-vote 2, 200 a day), besides what only we know of: that an answer has helped later readers.
 */
export interface PointRules {
  /** Somebody voted for an answer of theirs. */
  upVoted: number;
  downVoted: number;
  /** Their answer was accepted, to a question that was not theirs. */
  accepted: number;
  /** An answer to their question was accepted, that somebody else wrote. */
  askerAccepted: number;
  /** The team made their answer official. */
  official: number;
  /** A later reader said that their answer solved the problem. */
  helped: number;
  /** A reader said that an article of theirs helped. */
  articleUsed: number;
  /** They were the first to reply to somebody's very first thread. */
  welcomed: number;
  /** The most a day may bring by rules that count for it; what goes beyond is taken back. */
  dailyCap: number;
}

export const POINT_RULES: PointRules = { upVoted: 10, downVoted: -2, accepted: 15, askerAccepted: 2, official: 15, helped: 5, articleUsed: 5, welcomed: 5, dailyCap: 200 };

/** What an entry of the ledger is booked by. `votedBefore`: votes that came along with an import, or whose voters have gone. */
export const BOOKED_BY = ['upVoted', 'downVoted', 'accepted', 'askerAccepted', 'official', 'helped', 'articleUsed', 'welcomed', 'votedBefore', 'dailyCap'] as const;
export type BookedBy = (typeof BOOKED_BY)[number];

/** Those that the day's cap counts: what many can give on one day. */
export const CAPPED: readonly BookedBy[] = ['upVoted', 'downVoted', 'helped', 'articleUsed', 'welcomed'];
