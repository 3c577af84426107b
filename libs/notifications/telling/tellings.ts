import type { EventKind } from '#platform/events';
import { NotificationKind as Kind } from '../notification.kinds.js';

/** One sentence of who is told what: a set of members, found in SQL when the event is heard ($1 the thread, $2 the post, $3 the actor). */
export interface Telling {
  kind: Kind;
  who: string;
}

const ASKER = 'select author_id from thread where id = $1::bigint';
// what was taken back meanwhile is not told
const AUTHOR_OF_ACCEPTED = 'select p.author_id from post p join thread t on t.accepted_post_id = p.id where p.id = $2::bigint';
const AUTHOR_OF_OFFICIAL = 'select author_id from post where id = $2::bigint and official';
const COMMENTED = 'select above.author_id from post c join post above on above.id = c.parent_id where c.id = $2::bigint';
const OTHERS_WHO_COMMENTED = `select other.author_id from post c join post other on other.parent_id = c.parent_id where c.id = $2::bigint and other.kind = 'comment' and other.state = 'visible'`;
const HAVE_IT_TOO = 'select s.member_id from same_problem s join service_notice n on n.thread_id = s.thread_id where s.thread_id = $1::bigint and n.ended_at is not null';

/** Whom an event is told to, the weightiest reason first: who is reached by several is told by the first. Null: nobody. */
export const TELLINGS: Record<EventKind, readonly Telling[] | null> = {
  QuestionAsked: null,
  DiscussionStarted: null,
  Announced: null,
  Answered: [{ kind: Kind.answer, who: ASKER }],
  Commented: [{ kind: Kind.comment, who: COMMENTED }, { kind: Kind.comment, who: OTHERS_WHO_COMMENTED }],
  AnswerAccepted: [{ kind: Kind.accepted, who: AUTHOR_OF_ACCEPTED }],
  AnswerUnaccepted: null,
  MarkedOfficial: [{ kind: Kind.official, who: AUTHOR_OF_OFFICIAL }],
  UnmarkedOfficial: null,
  NoticeEnded: [{ kind: Kind.noticeEnded, who: HAVE_IT_TOO }],
  Voted: null,
  SameProblemSaid: null,
};
