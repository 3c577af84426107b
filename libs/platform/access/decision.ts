/** Why something is refused: each has its sentence in German and English (problem.texts.ts), which a missing one fails to compile. */
export type Reason =
  | 'sign-in-needed'
  | 'verify-address'
  | 'own-post'
  | 'own-question'
  | 'rank-too-low'
  | 'not-the-asker'
  | 'not-a-question'
  | 'staff-only'
  | 'thread-closed'
  | 'comments-are-not-voted'
  | 'not-your-file'
  | 'own-role'
  | 'agree-to-rules'
  | 'last-admin'
  | 'on-the-team'
  | 'invitation-accepted'
  | 'invitation-for-another'
  | 'own-self'
  | 'admin-only'
  | 'not-on-first-day'
  | 'not-the-author'
  | 'too-late-to-edit'
  | 'official-answer'
  | 'staff-post'
  | 'deleted'
  | 'not-deleted'
  | 'deleted-by-others'
  | 'others-answered'
  | 'answered-already'
  | 'moved-by-others'
  | 'super-users-only'
  | 'asker-closes-settled'
  | 'closed-by-others'
  | 'closed-already'
  | 'solved-already'
  | 'not-closed'
  | 'not-an-answer'
  | 'not-visible'
  | 'asker-may-return'
  | 'own-answer'
  | 'kinds-differ'
  | 'announcements-stay'
  | 'no-notice'
  | 'notice-ongoing'
  | 'only-questions'
  | 'asker-waits'
  | 'others-on-it'
  | 'session-needed'
  | 'no-solution'
  | 'merged-entry'
  | 'not-a-draft'
  | 'still-a-draft'
  | 'own-entry'
  | 'no-customer'
  | 'about-own-post'
  | 'looked-at'
  | 'others-look'
  | 'silenced'
  | 'suspended'
  | 'team-member'
  | 'beyond-your-means'
  | 'decided-by-you'
  | 'no-appeal'
  | 'renewal-waits'
  | 'no-invitation'
  | 'no-super-user'
  | 'the-team-speaks';

export type Decision =
  | { denied: false }
  | { denied: true; reason: Reason; needs?: number | undefined };

const ALLOWED: Decision = { denied: false };

export function allow(): Decision {
  return ALLOWED;
}

/** `needs`: the number that is missing, where the reason counts something (a rank, say). */
export function deny(reason: Reason, needs?: number): Decision {
  return { denied: true, reason, needs };
}
