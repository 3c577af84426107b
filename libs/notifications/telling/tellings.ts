import { FollowKind } from '#forum';
import type { EventKind } from '#platform/events';
import { NotificationKind as Kind } from '../notification.kinds.js';

/**
 * Who is told what: a set of members, found in SQL when the event is heard ($1 the thread, $2 the post, $3 the actor, $4 the event), or those who follow.
 * `at`: under which name the event holds the thread that it leads to, where that is another.
 */
export type Telling = { kind: Kind; at?: 'ofId' | 'intoId' } & ({ who: string } | { following: readonly FollowKind[] });

/** Who left the thread by hand hears no more of it, even of answers to their own question. */
const stayed = (who: string) => `not exists (select from subscription own where own.member_id = ${who} and own.kind = 'thread' and own.target_id = $1::bigint and not own.following)`;
const ASKER = `select author_id from thread where id = $1::bigint and ${stayed('author_id')}`;
// what was taken back meanwhile is not told
const AUTHOR_OF_ACCEPTED = `select p.author_id from post p join thread t on t.accepted_post_id = p.id join event e on e.id = $4::bigint
  where p.id = $2::bigint and not e.subject ? 'again'`;
const AUTHOR_OF_OFFICIAL = 'select author_id from post where id = $2::bigint and official';
const COMMENTED = `select above.author_id from post c join post above on above.id = c.parent_id where c.id = $2::bigint and ${stayed('above.author_id')}`;
const OTHERS_WHO_COMMENTED = `select other.author_id from post c join post other on other.parent_id = c.parent_id where c.id = $2::bigint and other.kind = 'comment' and other.state = 'visible'
  and ${stayed('other.author_id')}`;
const POSTS_AUTHOR = 'select author_id from post where id = $2::bigint';
const THREADS_AUTHOR = 'select author_id from thread where id = $1::bigint';
const MENTION: Telling = { kind: Kind.mention, who: `select m.member_id from mention m join post p on p.id = m.post_id
  where p.id = $2::bigint or ($2::bigint is null and p.thread_id = $1::bigint and p.kind = 'opening')` };
// once a post and member: nobody is called again and again by editing a name in and out
const MENTION_BROUGHT: Telling = { kind: Kind.mention, who: `select m.member_id from mention m join event e on e.id = $4::bigint
  where m.post_id = $2::bigint and e.subject->'named' ? m.member_id::text
  and not exists (select from notification told where told.post_id = m.post_id and told.recipient_id = m.member_id and told.kind = 'mention')` };
const FOLLOW_IT = [FollowKind.thread];
const NEW_THREAD: Telling = { kind: Kind.newThread, following: [FollowKind.category, FollowKind.tag, FollowKind.member] };
const SOURCES_AUTHOR = `select t.author_id from event e join thread t on t.id = (e.subject->>'sourceId')::bigint where e.id = $4::bigint`;
const DUPLICATES_AUTHOR = `${THREADS_AUTHOR} and close_reason = 'duplicate'`;
const DUPLICATES_FOLLOWERS = `select s.member_id from subscription s join thread t on t.id = s.target_id where s.kind = 'thread' and s.target_id = $1::bigint and s.following
  and t.close_reason = 'duplicate' and t.state = 'visible'`;
// of what was written before it was split off
const SPLIT_AUTHORS = `select p.author_id from event e join post p on p.thread_id = (e.subject->>'intoId')::bigint where e.id = $4::bigint and p.created_at < e.created_at`;
// a role that was changed again meanwhile is told by what changed it
const hasBecome = (role: string) => `select m.id from event e join member m on m.id = (e.subject->>'memberId')::bigint
  where e.id = $4::bigint and e.subject->>'role' = '${role}' and m.role = '${role}'`;
const rankBecame = (raised: 'yes' | 'no') => `select (e.subject->>'memberId')::bigint from event e where e.id = $4::bigint and e.subject->>'raised' = '${raised}'`;
const stepOf = (step: string) => `select (e.subject->>'memberId')::bigint from event e where e.id = $4::bigint and e.subject->>'step' = '${step}'`;
const endedAs = (outcome: string) => `select (e.subject->>'memberId')::bigint from event e where e.id = $4::bigint and e.subject->>'outcome' = '${outcome}'`;
const hasAnswered = (accepted: 'yes' | 'no') => `select t.invited_by from event e join super_user_term t on t.member_id = (e.subject->>'memberId')::bigint where e.id = $4::bigint and e.subject->>'accepted' = '${accepted}' and t.invited_by is not null order by t.id desc limit 1`;
const ITS_MEMBER = `select (e.subject->>'memberId')::bigint from event e where e.id = $4::bigint`;
const FOLLOWING_IT = `select s.member_id from subscription s where s.kind = 'thread' and s.target_id = $1::bigint and s.following`;
// whoever has the problem: as they said of the notice itself, or of a question that was marked as a duplicate of it, or because they asked one
const HAVE_IT = `select had.id from service_notice n cross join lateral (
    select s.member_id from same_problem s where s.thread_id = n.thread_id
    union all select t.author_id from thread t where t.duplicate_of = n.thread_id and t.close_reason = 'duplicate' and t.state = 'visible'
    union all select s.member_id from thread t join same_problem s on s.thread_id = t.id where t.duplicate_of = n.thread_id and t.close_reason = 'duplicate' and t.state = 'visible') had (id)
  where n.thread_id = $1::bigint`;
const AFFECTED = `${HAVE_IT} and n.ended_at is not null`;
/** Whom the end of a notice ($1) would be told to, were it said by $2. */
export const TOLD_AT_END = `select count(*)::int as told from thread t join (${HAVE_IT} union ${FOLLOWING_IT}) concerned (id) on true
  join member m on m.id = concerned.id and m.email is not null and m.id is distinct from $2::bigint
  where t.id = $1::bigint and t.state = 'visible'`;
const inState = (state: string) => `select s.member_id from event e join subscription s on s.kind = 'thread' and s.target_id = $1::bigint and s.following where e.id = $4::bigint and e.subject->>'state' = '${state}'`;

/** Whom an event is told to, the weightiest reason first: who is reached by several is told by the first. Null: nobody. */
export const TELLINGS: Record<EventKind, readonly Telling[] | null> = {
  QuestionAsked: [MENTION, NEW_THREAD],
  DiscussionStarted: [MENTION, NEW_THREAD],
  Announced: [MENTION, NEW_THREAD],
  Answered: [{ kind: Kind.answer, who: ASKER }, MENTION, { kind: Kind.reply, following: FOLLOW_IT }],
  Commented: [MENTION, { kind: Kind.comment, who: COMMENTED }, { kind: Kind.comment, who: OTHERS_WHO_COMMENTED }, { kind: Kind.reply, following: FOLLOW_IT }],
  AnswerAccepted: [{ kind: Kind.accepted, who: AUTHOR_OF_ACCEPTED }],
  AnswerUnaccepted: null,
  MarkedOfficial: [{ kind: Kind.official, who: AUTHOR_OF_OFFICIAL }],
  UnmarkedOfficial: null,
  NoticeUpdated: [{ kind: Kind.noticeLooking, who: inState('looking') }, { kind: Kind.noticeFound, who: inState('found') }, { kind: Kind.noticeRepairing, who: inState('repairing') }],
  NoticeEnded: [{ kind: Kind.noticeEnded, who: AFFECTED }, { kind: Kind.noticeEnded, following: FOLLOW_IT }],
  Voted: null,
  SameProblemSaid: null,
  SameProblemTakenBack: null,
  AddressVerified: null,
  StaffInvited: null,
  InvitationWithdrawn: null,
  InvitationAccepted: null,
  RoleChanged: [
    { kind: Kind.madeCustomer, who: hasBecome('customer') }, { kind: Kind.madeSuperUser, who: hasBecome('super_user') },
    { kind: Kind.madeStaff, who: hasBecome('staff') }, { kind: Kind.madeAdmin, who: hasBecome('admin') },
  ],
  RankChanged: [{ kind: Kind.rankRaised, who: rankBecame('yes') }, { kind: Kind.rankLowered, who: rankBecame('no') }],
  Sanctioned: [{ kind: Kind.noticeGiven, who: stepOf('notice') }, { kind: Kind.silenced, who: stepOf('silence') }, { kind: Kind.suspended, who: stepOf('suspension') }],
  SanctionLifted: [{ kind: Kind.sanctionLifted, who: ITS_MEMBER }],
  AppealDecided: [{ kind: Kind.appealUpheld, who: endedAs('upheld') }, { kind: Kind.appealLifted, who: endedAs('lifted') }],
  SuperUserInvited: [{ kind: Kind.superUserInvited, who: ITS_MEMBER }],
  SuperUserAnswered: [{ kind: Kind.superUserAccepted, who: hasAnswered('yes') }, { kind: Kind.superUserDeclined, who: hasAnswered('no') }],
  SuperUserRenewed: [{ kind: Kind.superUserRenewed, who: ITS_MEMBER }],
  SuperUserEnded: [{ kind: Kind.superUserEnded, who: ITS_MEMBER }],
  SuperUserTermEnds: [{ kind: Kind.superUserTermEnds, who: `select nullif(e.subject->>'askedId', '0')::bigint from event e where e.id = $4::bigint` }],
  BadgeAwarded: [{ kind: Kind.badge, who: ITS_MEMBER }],
  EntriesNeedReview: [{ kind: Kind.entryReview, who: ITS_MEMBER }],
  EntryPublished: [{ kind: Kind.entryPublished, who: ITS_MEMBER }],
  EntryRejected: [{ kind: Kind.entryRejected, who: ITS_MEMBER }],
  AnswerBecameKnowledge: [{ kind: Kind.becameKnowledge, who: POSTS_AUTHOR }],
  DataExported: [{ kind: Kind.dataReady, who: ITS_MEMBER }],
  AlsoSolvedSaid: null,
  ProblemSolved: null, // told together, once a day
  EntryRated: null,
  AnswerHelped: [{ kind: Kind.helped, who: POSTS_AUTHOR }],
  PostEdited: [MENTION_BROUGHT, { kind: Kind.postEdited, who: POSTS_AUTHOR }],
  RevisionHidden: null,
  RevisionShown: null,
  PostDeleted: [{ kind: Kind.postDeleted, who: POSTS_AUTHOR }],
  PostHeld: null, // the page says so to who has just sent it
  PostHidden: [{ kind: Kind.postHidden, who: POSTS_AUTHOR }],
  PostShown: [{ kind: Kind.postShown, who: POSTS_AUTHOR }],
  PostRestored: [{ kind: Kind.postRestored, who: POSTS_AUTHOR }],
  ThreadClosed: [{ kind: Kind.threadClosed, who: THREADS_AUTHOR }],
  ThreadReopened: [{ kind: Kind.threadReopened, who: THREADS_AUTHOR }],
  ThreadMoved: [{ kind: Kind.threadMoved, who: THREADS_AUTHOR }],
  DuplicateMarked: [{ kind: Kind.threadDuplicate, at: 'ofId', who: DUPLICATES_AUTHOR }, { kind: Kind.followedDuplicate, at: 'ofId', who: DUPLICATES_FOLLOWERS }],
  ThreadsMerged: [{ kind: Kind.threadMerged, who: SOURCES_AUTHOR }, { kind: Kind.followedMerged, following: FOLLOW_IT }],
  ThreadSplit: [{ kind: Kind.postSplit, at: 'intoId', who: SPLIT_AUTHORS }, { kind: Kind.followedSplit, at: 'intoId', following: FOLLOW_IT }],
};
