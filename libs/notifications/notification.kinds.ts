import type { Timing } from './preferences/preference.type.js';

/** What members set the mails of: several kinds of notifications may share one. */
export enum NotificationTopic {
  answer = 'answer',
  accepted = 'accepted',
  official = 'official',
  mention = 'mention',
  comment = 'comment',
  reply = 'reply',
  newThread = 'newThread',
  notice = 'notice',
  keeping = 'keeping',
}

export enum NotificationKind {
  answer = 'answer',
  accepted = 'accepted',
  official = 'official',
  mention = 'mention',
  comment = 'comment',
  reply = 'reply',
  newThread = 'newThread',
  noticeEnded = 'noticeEnded',
}

interface Rule {
  topic: NotificationTopic;
  /** When it is mailed to those who set nothing. */
  usually: Timing;
  /** About what its recipient wrote: they are told even where it can no longer be seen, without a word of what stands there. */
  own?: true;
}

/**
 * Every kind of notification. A new one is a line here, its line in `telling/tellings.ts`, and its sentences, without which nothing compiles:
 * `mailing/mail.texts.ts`, apps/web/texts/{de,en}/notifications.texts.ts.
 */
export const KINDS: Record<NotificationKind, Rule> = {
  answer: { topic: NotificationTopic.answer, usually: 'now' },
  accepted: { topic: NotificationTopic.accepted, usually: 'now' },
  official: { topic: NotificationTopic.official, usually: 'now' },
  mention: { topic: NotificationTopic.mention, usually: 'now' },
  comment: { topic: NotificationTopic.comment, usually: 'weekly' },
  reply: { topic: NotificationTopic.reply, usually: 'weekly' },
  newThread: { topic: NotificationTopic.newThread, usually: 'weekly' },
  noticeEnded: { topic: NotificationTopic.notice, usually: 'weekly' },
};

/** Mailed in digests only: who follows a lively category would get a mail a minute. */
export const NEVER_AT_ONCE: readonly NotificationTopic[] = [NotificationTopic.newThread];

export const OWN_KINDS = Object.entries(KINDS).flatMap(([kind, rule]) => (rule.own ? [kind] : []));

/** The kinds as rows for SQL: kind, topic, when it is usually mailed, and its place when only some fit into a digest. */
export const KIND_ROWS = `(values ${Object.entries(KINDS).map(([kind, { topic, usually }], place) => `('${kind}', '${topic}', '${usually}', ${place})`).join(', ')}) k (kind, topic, usually, place)`;

/** When the topic is mailed to those who set nothing. */
export function usualTiming(topic: NotificationTopic): Timing {
  return Object.values(KINDS).find((rule) => rule.topic === topic)!.usually;
}
