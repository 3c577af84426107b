import type { Timing } from './preferences/preference.type.js';

/** What members set the mails of: several kinds of notifications may share one. */
export enum NotificationTopic {
  answer = 'answer',
  accepted = 'accepted',
  official = 'official',
  helped = 'helped',
  mention = 'mention',
  comment = 'comment',
  reply = 'reply',
  newThread = 'newThread',
  notice = 'notice',
  keeping = 'keeping',
  account = 'account',
}

export enum NotificationKind {
  answer = 'answer',
  accepted = 'accepted',
  official = 'official',
  helped = 'helped',
  mention = 'mention',
  comment = 'comment',
  reply = 'reply',
  newThread = 'newThread',
  noticeLooking = 'noticeLooking',
  noticeFound = 'noticeFound',
  noticeRepairing = 'noticeRepairing',
  noticeEnded = 'noticeEnded',
  postEdited = 'postEdited',
  postDeleted = 'postDeleted',
  postRestored = 'postRestored',
  postHidden = 'postHidden',
  postShown = 'postShown',
  threadClosed = 'threadClosed',
  threadReopened = 'threadReopened',
  threadMoved = 'threadMoved',
  threadMerged = 'threadMerged',
  threadDuplicate = 'threadDuplicate',
  postSplit = 'postSplit',
  followedMerged = 'followedMerged',
  followedDuplicate = 'followedDuplicate',
  followedSplit = 'followedSplit',
  madeCustomer = 'madeCustomer',
  madeSuperUser = 'madeSuperUser',
  madeStaff = 'madeStaff',
  madeAdmin = 'madeAdmin',
  rankRaised = 'rankRaised',
  rankLowered = 'rankLowered',
  badge = 'badge',
  superUserInvited = 'superUserInvited',
  superUserAccepted = 'superUserAccepted',
  superUserDeclined = 'superUserDeclined',
  superUserRenewed = 'superUserRenewed',
  superUserEnded = 'superUserEnded',
  superUserTermEnds = 'superUserTermEnds',
  noticeGiven = 'noticeGiven',
  silenced = 'silenced',
  suspended = 'suspended',
  sanctionLifted = 'sanctionLifted',
  appealUpheld = 'appealUpheld',
  appealLifted = 'appealLifted',
  entryReview = 'entryReview',
  entryPublished = 'entryPublished',
  entryRejected = 'entryRejected',
  becameKnowledge = 'becameKnowledge',
  dataReady = 'dataReady',
}

/** When a topic is mailed to those who set nothing: what is for one person and waits for them at once (a comment asks back, mostly; a deletion they may object to while it is fresh), the rest once a week. */
export const USUALLY: Record<NotificationTopic, Timing> = {
  answer: 'now', accepted: 'now', official: 'now', helped: 'weekly', mention: 'now', comment: 'now', reply: 'weekly', newThread: 'weekly', notice: 'now', keeping: 'now',
  account: 'now',
};

interface Rule {
  topic: NotificationTopic;
  /** About what its recipient wrote: they are told even where it can no longer be seen, without a word of what stands there. */
  own?: true;
  /** About its recipient, and no thread. */
  placeless?: true;
  /** Where that leads, if not to their own page: SQL over the notification `n`. */
  path?: string;
}

/** The key of the knowledge entry that a notification `n` is about. */
const ENTRY = `(select e.subject->>'entryId' from event e where e.id = n.event_id)`;

/**
 * Every kind of notification. A new one is a line here, its line in `telling/tellings.ts`, and its sentences, without which nothing compiles:
 * `mailing/mail.texts.ts`, apps/web/texts/{de,en}/notifications.texts.ts.
 */
export const KINDS: Record<NotificationKind, Rule> = {
  answer: { topic: NotificationTopic.answer },
  accepted: { topic: NotificationTopic.accepted },
  official: { topic: NotificationTopic.official },
  helped: { topic: NotificationTopic.helped },
  mention: { topic: NotificationTopic.mention },
  comment: { topic: NotificationTopic.comment },
  reply: { topic: NotificationTopic.reply },
  newThread: { topic: NotificationTopic.newThread },
  noticeLooking: { topic: NotificationTopic.notice },
  noticeFound: { topic: NotificationTopic.notice },
  noticeRepairing: { topic: NotificationTopic.notice },
  noticeEnded: { topic: NotificationTopic.notice },
  postEdited: { topic: NotificationTopic.keeping, own: true },
  postDeleted: { topic: NotificationTopic.keeping, own: true },
  postRestored: { topic: NotificationTopic.keeping, own: true },
  postHidden: { topic: NotificationTopic.keeping, own: true },
  postShown: { topic: NotificationTopic.keeping, own: true },
  threadClosed: { topic: NotificationTopic.keeping, own: true },
  threadReopened: { topic: NotificationTopic.keeping, own: true },
  threadMoved: { topic: NotificationTopic.keeping, own: true },
  threadMerged: { topic: NotificationTopic.keeping, own: true },
  threadDuplicate: { topic: NotificationTopic.keeping, own: true },
  postSplit: { topic: NotificationTopic.keeping, own: true },
  followedMerged: { topic: NotificationTopic.reply },
  followedDuplicate: { topic: NotificationTopic.reply },
  followedSplit: { topic: NotificationTopic.reply },
  madeCustomer: { topic: NotificationTopic.keeping, own: true, placeless: true },
  madeSuperUser: { topic: NotificationTopic.keeping, own: true, placeless: true },
  madeStaff: { topic: NotificationTopic.keeping, own: true, placeless: true },
  madeAdmin: { topic: NotificationTopic.keeping, own: true, placeless: true },
  rankRaised: { topic: NotificationTopic.helped, own: true, placeless: true, path: `'/standing'` },
  rankLowered: { topic: NotificationTopic.helped, own: true, placeless: true, path: `'/standing'` },
  badge: { topic: NotificationTopic.helped, own: true, placeless: true, path: `'/standing'` },
  superUserInvited: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/super-user'` },
  superUserAccepted: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/super-users'` },
  superUserDeclined: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/super-users'` },
  superUserRenewed: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/super-user'` },
  superUserEnded: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/super-user'` },
  superUserTermEnds: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/super-users'` },
  noticeGiven: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/decisions'` },
  silenced: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/decisions'` },
  suspended: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/decisions'` },
  sanctionLifted: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/decisions'` },
  appealUpheld: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/decisions'` },
  appealLifted: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/standing/decisions'` },
  entryReview: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `coalesce('/kb/' || ${ENTRY}, '/work?list=knowledge')` },
  entryPublished: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/kb/' || ${ENTRY}` },
  entryRejected: { topic: NotificationTopic.keeping, own: true, placeless: true, path: `'/kb/' || ${ENTRY}` },
  becameKnowledge: { topic: NotificationTopic.helped },
  dataReady: { topic: NotificationTopic.account, own: true, placeless: true, path: `'/settings/data'` },
};

/** Mailed in digests only: who follows a lively category would get a mail a minute. */
export const NEVER_AT_ONCE: readonly NotificationTopic[] = [NotificationTopic.newThread];

export const OWN_KINDS = Object.entries(KINDS).flatMap(([kind, rule]) => (rule.own ? [kind] : []));

const PLACELESS = Object.entries(KINDS).flatMap(([kind, rule]) => (rule.placeless ? [`'${kind}'`] : []));

/** Under which a notification `n` is about its recipient. */
export const IS_PLACELESS = `n.kind in (${PLACELESS.join(', ')})`;

/** Where such a notification `n` leads. */
export const OWN_PLACE = `case n.kind ${Object.entries(KINDS).flatMap(([kind, { path }]) => (path ? [`when '${kind}' then ${path}`] : [])).join(' ')} else '/m/' || n.recipient_id end`;

/** The kinds as rows for SQL: kind, topic, when it is usually mailed, and its place when only some fit into a digest. */
export const KIND_ROWS = `(values ${Object.entries(KINDS).map(([kind, { topic }], place) => `('${kind}', '${topic}', '${USUALLY[topic]}', ${place})`).join(', ')}) k (kind, topic, usually, place)`;
