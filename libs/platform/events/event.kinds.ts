/** Every event and the ids it carries. Ids only: a listener reads the rows again, since the world has moved on when it runs. */
export interface EventSubject {
  QuestionAsked: { threadId: string };
  DiscussionStarted: { threadId: string };
  Announced: { threadId: string };
  /** `state`: how far it has come now. */
  NoticeUpdated: { threadId: string; updateId: string; state: string };
  NoticeEnded: { threadId: string; updateId?: string };
  Answered: { threadId: string; postId: string };
  Commented: { threadId: string; postId: string };
  Voted: { threadId: string; postId: string };
  SameProblemSaid: { threadId: string };
  SameProblemTakenBack: { threadId: string };
  /** `again`: it was accepted before, and came back with what was restored. */
  AnswerAccepted: { threadId: string; postId: string; again?: true };
  AnswerUnaccepted: { threadId: string; postId: string };
  MarkedOfficial: { threadId: string; postId: string };
  UnmarkedOfficial: { threadId: string; postId: string };
  AddressVerified: { memberId: string };
  /** `role`: the new one. */
  RoleChanged: { memberId: string; role: string };
  /** `rank`: the new one. Nobody's act where the rule did it. */
  RankChanged: { memberId: string; rank: string; raised: 'yes' | 'no' };
  /** `role`: what they are invited to be. Without the address: events are kept for good. */
  StaffInvited: { invitationId: string; role: string };
  InvitationWithdrawn: { invitationId: string };
  InvitationAccepted: { invitationId: string; memberId: string };
  /** `named`: who is named in it since, and was not before. */
  PostEdited: { threadId: string; postId: string; named?: string[] };
  RevisionHidden: { threadId: string; postId: string };
  RevisionShown: { threadId: string; postId: string };
  PostDeleted: { threadId: string; postId: string };
  PostRestored: { threadId: string; postId: string };
  /** Nobody but its author and those who review know of it yet. `signals`: why, by name. */
  PostHeld: { threadId: string; postId: string; signals: string[] };
  /** Nobody's act where several reports did it. */
  PostHidden: { threadId: string; postId: string };
  PostShown: { threadId: string; postId: string };
  Sanctioned: { memberId: string; sanctionId: string; step: string };
  SanctionLifted: { memberId: string; sanctionId: string };
  SuperUserInvited: { memberId: string };
  SuperUserAnswered: { memberId: string; accepted: 'yes' | 'no' };
  SuperUserRenewed: { memberId: string };
  SuperUserEnded: { memberId: string };
  /** `askedId`: who is asked whether it goes on; 0: whoever of the staff looks. */
  SuperUserTermEnds: { memberId: string; askedId: string };
  /** Nobody's act. */
  BadgeAwarded: { memberId: string; badge: string };
  /** Somebody else has decided about it. */
  AppealDecided: { memberId: string; appealId: string; outcome: 'upheld' | 'lifted' };
  ThreadClosed: { threadId: string };
  ThreadReopened: { threadId: string };
  ThreadMoved: { threadId: string };
  AlsoSolvedSaid: { threadId: string; postId: string };
  /** `ofId`: what it is a duplicate of. */
  DuplicateMarked: { threadId: string; ofId: string };
  /** `threadId`: what both are now. */
  ThreadsMerged: { threadId: string; sourceId: string };
  ThreadSplit: { threadId: string; intoId: string };
  /** Somebody who was about to ask was helped; `postId`: by that answer, where the thread had an accepted or an official one. */
  ProblemSolved: { threadId: string; postId?: string };
  /** A member said whether an article or an FAQ entry helped; `postId`: the answer it was made from, where that is what has helped. */
  EntryRated: { entryId: string; postId?: string };
  /** Nobody's act: how many that answer has helped since it was told last. */
  AnswerHelped: { threadId: string; postId: string; times: string };
  /** Nobody's act: so many entries of theirs have something that somebody has to look at; `entryId`: which one, where it is one. */
  EntriesNeedReview: { memberId: string; times: string; entryId?: string };
  /** What they wrote is read by everyone now. */
  EntryPublished: { memberId: string; entryId: string };
  /** What they wrote is not wanted. */
  EntryRejected: { memberId: string; entryId: string };
  /** Everyone reads an entry that was made from the answer. */
  AnswerBecameKnowledge: { threadId: string; postId: string; entryId: string };
  /** Nobody's act: what they asked for is there. */
  DataExported: { memberId: string };
}

export type EventKind = keyof EventSubject;

export const EVENT_KINDS = [
  'QuestionAsked', 'DiscussionStarted', 'Announced', 'NoticeUpdated', 'NoticeEnded', 'Answered', 'Commented', 'Voted', 'SameProblemSaid', 'SameProblemTakenBack',
  'AnswerAccepted', 'AnswerUnaccepted', 'MarkedOfficial', 'UnmarkedOfficial', 'AddressVerified', 'RoleChanged', 'RankChanged', 'StaffInvited', 'InvitationWithdrawn', 'InvitationAccepted',
  'PostEdited', 'RevisionHidden', 'RevisionShown', 'PostDeleted', 'PostRestored', 'PostHeld', 'PostHidden', 'PostShown', 'BadgeAwarded', 'SuperUserInvited', 'SuperUserAnswered', 'SuperUserRenewed', 'SuperUserEnded', 'SuperUserTermEnds', 'Sanctioned', 'SanctionLifted', 'AppealDecided', 'ThreadClosed', 'ThreadReopened', 'ThreadMoved', 'AlsoSolvedSaid',
  'DuplicateMarked', 'ThreadsMerged', 'ThreadSplit', 'ProblemSolved', 'EntryRated', 'AnswerHelped', 'EntriesNeedReview', 'EntryPublished', 'EntryRejected', 'AnswerBecameKnowledge', 'DataExported',
] as const satisfies readonly EventKind[];
