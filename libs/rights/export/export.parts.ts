/** A file of the export: what stands in it, and the SQL that reads it in order of `key`, from behind $2 on. $1 is the member. */
export interface ExportPart {
  name: string;
  says: { en: string; de: string };
  sql: string;
  /** The key that comes before all others. */
  from: string;
}

const byNumber = '0';
const byText = '';
const byPlace = '0.0'; // a post, and which of its versions

/** A table whose rows belong to one member: its columns as they are, but for those that say whose it is. */
const rowsOf = (name: string, says: ExportPart['says'], table: string, key: string, columns: string, from = byNumber): ExportPart => ({
  name, says, from,
  sql: `select ${key} as key, ${columns} from ${table} where member_id = $1 and ${key} > $2::${from === byNumber ? 'bigint' : 'text'} order by ${key}`,
});

const place = (post: string) => `'/p/' || ${post}`;

/**
 * What an export holds, file by file, besides what members sent as files. A table that says something about a member and is neither here nor
 * in `LEFT_OUT` fails a test: whoever makes one says what becomes of it.
 */
export const PARTS: readonly ExportPart[] = [
  {
    name: 'account', says: { en: 'your account: name, address, role, settings', de: 'Ihr Konto: Name, Adresse, Rolle, Einstellungen' }, from: byNumber,
    sql: `select id as key, 'mem_' || id as id, name, email, email_verified_at, role, rank, language, theme, created_at, name_changed_at, first_posted_at, rules_agreed, rules_agreed_at, imported_from, imported_id from member where id = $1 and id > $2::bigint`,
  },
  {
    name: 'posts', says: { en: 'what you wrote: questions, discussions, answers, comments, as you typed it (source)', de: 'was Sie geschrieben haben: Fragen, Diskussionen, Antworten, Kommentare, so wie Sie es eingegeben haben (source)' }, from: byNumber,
    sql: `select p.id as key, 'pst_' || p.id as id, p.kind, 'thr_' || p.thread_id as thread, t.title, ${place('p.id')} as path, p.source, p.state, p.score, p.comment_count, p.official_at, t.accepted_post_id = p.id as accepted,
            p.created_at, p.edited_at, p.deleted_at, p.author_name, p.imported_from, p.imported_id,
            case when p.kind = 'opening' then array(select g.name from thread_tag tt join tag g on g.id = tt.tag_id where tt.thread_id = t.id order by g.name) end as tags,
            case when p.kind = 'opening' then (select json_agg(json_build_object('field', f.key, 'value', v.value) order by f.key) from thread_field v join category_field f on f.id = v.field_id where v.thread_id = t.id) end as fields
          from post p join thread t on t.id = p.thread_id where p.author_id = $1 and p.id > $2::bigint order by p.id`,
  },
  {
    name: 'revisions', says: { en: 'earlier versions of what you wrote', de: 'frühere Fassungen Ihrer Beiträge' }, from: byPlace,
    sql: `select p.id || '.' || r.number as key, 'pst_' || p.id as post, r.number, r.source, r.title, r.tags, r.fields, r.reason, r.created_at from post p join revision r on r.post_id = p.id
          where p.author_id = $1 and p.id >= split_part($2, '.', 1)::bigint and (p.id, r.number) > (split_part($2, '.', 1)::bigint, split_part($2, '.', 2)::integer) order by p.id, r.number`,
  },
  {
    name: 'edits', says: { en: 'which posts you edited, and why', de: 'welche Beiträge Sie bearbeitet haben, und warum' }, from: byPlace,
    sql: `select post_id || '.' || number as key, 'pst_' || post_id as post, number, reason, created_at from revision
          where editor_id = $1 and (post_id, number) > (split_part($2, '.', 1)::bigint, split_part($2, '.', 2)::integer) order by post_id, number`,
  },
  { name: 'threads', says: { en: 'the threads you opened', de: 'die Fragen und Diskussionen, die Sie eröffnet haben' }, from: byNumber, sql: `select id as key, 'thr_' || id as id, kind, title, '/t/' || id || '/' || slug as path, state, answer_count, same_problem_count, closed_at, close_reason, created_at, last_activity_at from thread where author_id = $1 and id > $2::bigint order by id` },
  rowsOf('votes', { en: 'your votes', de: 'Ihre Stimmen' }, 'vote', 'post_id', `'pst_' || post_id as post, value, created_at`),
  rowsOf('votes-set-aside', { en: 'votes of yours that do not count, since the team found them agreed upon', de: 'Ihre Stimmen, die nicht zählen, weil das Team sie für abgesprochen hält' }, 'vote_set_aside', 'post_id', `'pst_' || post_id as post, value, created_at`),
  rowsOf('same-problem', { en: 'questions you have, too', de: 'Fragen, die Sie auch haben' }, 'same_problem', 'thread_id', `'thr_' || thread_id as thread, created_at`),
  rowsOf('points', { en: 'your points, each with what it came from', de: 'Ihre Punkte, jeder mit dem, woher er kommt' }, 'reputation_entry', 'id', `rule, points, 'pst_' || post_id as post, 'kno_' || entry_id as entry, day, created_at`),
  rowsOf('reading', { en: 'how much you read, day by day', de: 'wie viel Sie gelesen haben, Tag für Tag' }, 'reading_day', 'day::text', 'day, threads, posts, minutes', byText),
  rowsOf('ranks', { en: 'your ranks, and how each came about', de: 'Ihre Ränge, und wie es zu jedem kam' }, 'rank_change', 'id', 'from_rank, to_rank, by_rule, reason, created_at'),
  rowsOf('super-user', { en: 'invitations to be a super user, and your terms as one', de: 'Einladungen, Super User zu werden, und Ihre Amtszeiten' }, 'super_user_term', 'id', 'state, message, invited_at, answered_at, until, ended_at, end_reason'),
  rowsOf('muted', { en: 'whom you would rather not read', de: 'wen Sie lieber nicht lesen' }, 'mute', 'muted_id', `'mem_' || muted_id as member, created_at`),
  rowsOf('badges', { en: 'your badges', de: 'Ihre Abzeichen' }, 'member_badge', 'badge', 'badge, awarded_at', byText),
  rowsOf('rank-given', { en: 'the rank that the team gave you', de: 'der Rang, den das Team Ihnen gegeben hat' }, 'rank_fixed', 'member_id', 'rank, reason, created_at'),
  rowsOf('reports', { en: 'which posts you reported, and why', de: 'welche Beiträge Sie gemeldet haben, und warum' }, 'flag', 'id::text', `(select 'pst_' || i.post_id from review_item i where i.id = item_id) as post, reason, note, agreed, created_at`, byText),
  rowsOf('sanctions', { en: 'what you might not do for a time, and why', de: 'was Sie zeitweise nicht durften, und warum' }, 'sanction', 'id', 'step, hours, reason, note, created_at, starts_at, ends_at, lifted_at'),
  rowsOf('appeals', { en: 'your appeals, and what became of them', de: 'Ihre Widersprüche, und was daraus wurde' }, 'appeal', 'id', 'body, created_at, due_at, outcome, answer, decided_at'),
  rowsOf('notice-words', { en: 'whether it worked again for you after an outage', de: 'ob es nach einer Störung bei Ihnen wieder ging' }, 'notice_word', 'thread_id', `'thr_' || thread_id as thread, works, created_at`),
  rowsOf('claims', { en: 'questions you said you are on', de: 'Fragen, bei denen Sie gesagt haben, dass Sie dran sind' }, 'question_claim', 'thread_id', `'thr_' || thread_id as thread, claimed_at`),
  rowsOf('put-aside', { en: 'threads that need no word of yours, as you said', de: 'worauf Sie nicht antworten wollten, wie Sie gesagt haben' }, 'owed_dismissal', 'thread_id', `'thr_' || thread_id as thread, 'pst_' || post_id as up_to, created_at`),
  rowsOf('ratings', { en: 'which articles and FAQ entries helped you, as you said', de: 'welche Artikel und häufigen Fragen Ihnen geholfen haben, wie Sie gesagt haben' }, 'knowledge_rating', 'entry_id', `'kno_' || entry_id as entry, helpful, created_at`),
  {
    name: 'entries', says: { en: 'articles and FAQ entries that you look after', de: 'Artikel und häufige Fragen in Ihrer Obhut' }, from: byNumber,
    sql: `select id as key, 'kno_' || id as id, kind, state, title, '/kb/' || id || '/' || slug as path, source, created_at, published_at from knowledge_entry where owner_id = $1 and id > $2::bigint order by id`,
  },
  {
    name: 'entry-changes', says: { en: 'changes of articles and FAQ entries that you wrote and nobody has published yet', de: 'Änderungen an Artikeln und häufigen Fragen, die Sie geschrieben haben und die noch nicht veröffentlicht sind' }, from: byNumber,
    sql: `select id as key, 'kno_' || id as id, waiting_title as title, waiting_source as source, waiting_at from knowledge_entry where waiting_by = $1 and id > $2::bigint order by id`,
  },
  {
    name: 'entry-versions', says: { en: 'versions of articles and FAQ entries that you wrote', de: 'Fassungen von Artikeln und häufigen Fragen, die Sie geschrieben haben' }, from: byPlace,
    sql: `select entry_id || '.' || number as key, 'kno_' || entry_id as entry, number, title, source, published_at from knowledge_version
          where author_id = $1 and (entry_id, number) > (split_part($2, '.', 1)::bigint, split_part($2, '.', 2)::integer) order by entry_id, number`,
  },
  { name: 'notice-updates', says: { en: 'updates of service notices that you wrote', de: 'was Sie zu Störungen und anderen Meldungen gesagt haben' }, from: byNumber, sql: `select id as key, 'thr_' || thread_id as thread, state, body, expected_end_at, created_at from notice_update where author_id = $1 and id > $2::bigint order by id` },
  rowsOf('also-solved', { en: 'answers that solved it for you, too', de: 'Antworten, die auch Ihnen geholfen haben' }, 'also_solved', 'post_id', `'pst_' || post_id as post, created_at`),
  rowsOf('solved', { en: 'what you opened while you were about to ask, in which words, and whether it helped', de: 'was Sie geöffnet haben, als Sie etwas fragen wollten, mit welchen Worten, und ob es geholfen hat' }, 'deflection', 'id', `'thr_' || thread_id as thread, 'kno_' || entry_id as entry, outcome, asked, created_at`),
  rowsOf('follows', { en: 'what you follow, or have left', de: 'wem und was Sie folgen, und was Sie verlassen haben' }, 'subscription', `kind || '.' || target_id`, 'kind, target_id, following, created_at', byText),
  rowsOf('bookmarks', { en: 'your bookmarks', de: 'Ihre Lesezeichen' }, 'bookmark', 'post_id', `'pst_' || post_id as post, ${place('post_id')} as path, created_at`),
  rowsOf('drafts', { en: 'what you began to write', de: 'was Sie angefangen haben zu schreiben' }, 'draft', 'place', 'place, fields, updated_at', byText),
  rowsOf('unpublished', { en: 'what you sent before your address was confirmed', de: 'was Sie abgeschickt haben, bevor Ihre Adresse bestätigt war' }, 'saved_submission', 'id', 'form, input, problem, created_at'),
  rowsOf('read', { en: 'the threads you read, and how far', de: 'was Sie gelesen haben, und wie weit' }, 'read_state', 'thread_id', `'thr_' || thread_id as thread, last_post_id, read_at`),
  { name: 'mentions', says: { en: 'posts that name you', de: 'Beiträge, in denen Sie erwähnt sind' }, from: byNumber, sql: `select post_id as key, 'pst_' || post_id as post, ${place('post_id')} as path, created_at from mention where member_id = $1 and post_id > $2::bigint order by post_id` },
  { name: 'notifications', says: { en: 'what you were told', de: 'Ihre Benachrichtigungen' }, from: byNumber, sql: `select id as key, kind, 'thr_' || thread_id as thread, 'pst_' || post_id as post, created_at, read_at, mailed_at from notification where recipient_id = $1 and id > $2::bigint order by id` },
  rowsOf('notification-settings', { en: 'what you set for mails, where it differs from the usual', de: 'was Sie für E-Mails eingestellt haben, soweit es vom Üblichen abweicht' }, 'notification_preference', 'topic', 'topic, timing', byText),
  rowsOf('sessions', { en: 'where you are signed in (what opens a session is not kept readable)', de: 'wo Sie angemeldet sind (was eine Sitzung öffnet, ist nicht lesbar gespeichert)' }, 'session', 'id::text', `'ses_' || id as id, user_agent, network, created_at, expires_at`, byText),
  rowsOf('tokens', { en: 'your access tokens (the tokens themselves are not kept readable)', de: 'Ihre Zugangs-Token (die Token selbst sind nicht lesbar gespeichert)' }, 'access_token', 'id::text', `'tok_' || id as id, name, scopes, created_at, expires_at, last_used_at`, byText),
  rowsOf('links', { en: 'links that were mailed to you and still work (without what opens them)', de: 'Links, die Ihnen geschickt wurden und noch gelten (ohne das, was sie öffnet)' }, 'mail_link', `encode(token_hash, 'hex')`, 'purpose, email, created_at, expires_at', byText),
  { name: 'invitations', says: { en: 'invitations to the team, sent by you or to you', de: 'Einladungen ins Team, von Ihnen oder an Sie' }, from: byNumber, sql: `select i.id as key, case when lower(i.email) = lower(a.email) then i.email end as email, i.role, i.language, i.note, i.invited_by = $1 as by_you, i.sent_at, i.expires_at, i.withdrawn_at, i.accepted_at from invitation i join member a on a.id = $1 where (i.invited_by = $1 or i.accepted_by = $1 or lower(i.email) = lower(a.email)) and i.id > $2::bigint order by i.id` },
  { name: 'mails', says: { en: 'mails to you in the last 30 days', de: 'E-Mails an Sie aus den letzten 30 Tagen' }, from: byNumber, sql: `select m.id as key, m.recipient, m.subject, m.state, m.created_at, m.sent_at from mail m where (m.member_id = $1 or m.member_id is null and lower(m.recipient) = (select lower(email) from member where id = $1)) and m.id > $2::bigint order by m.id` },
  { name: 'events', says: { en: 'what you did, as the program noted it', de: 'was Sie getan haben, so wie das Programm es vermerkt hat' }, from: byNumber, sql: `select id as key, kind, subject, created_at from event where actor_id = $1 and id > $2::bigint order by id` },
  { name: 'recent-acts', says: { en: 'what was counted of you in the last day, for limits', de: 'was im letzten Tag für Grenzen gezählt wurde' }, from: byText, sql: `select key, act, at from (select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '.' || act || coalesce(subject::text, '') as key, act, at from act where member_id = $1) a where key > $2 order by key` },
  { name: 'moderation', says: { en: 'what those who keep order did about what you wrote', de: 'was Super User und Team an Ihren Beiträgen getan haben' }, from: byNumber, sql: `select id as key, act, 'thr_' || thread_id as thread, 'pst_' || post_id as post, reason, created_at from moderation_entry where member_id = $1 and actor_id <> $1 and id > $2::bigint order by id` },
  { name: 'moderation-by-you', says: { en: 'what you did about others’ posts', de: 'was Sie an Beiträgen anderer getan haben' }, from: byNumber, sql: `select id as key, act, 'thr_' || thread_id as thread, 'pst_' || post_id as post, reason, details, created_at from moderation_entry where actor_id = $1 and id > $2::bigint order by id` },
  { name: 'data-exports', says: { en: 'when you asked for this', de: 'wann Sie dies angefordert haben' }, from: byText, sql: `select id::text as key, requested_at, ready_at, state from data_export where member_id = $1 and id::text > $2 order by id::text` },
  {
    name: 'files', says: { en: 'the files you sent; they lie in the folder files, under the name in as', de: 'die Dateien, die Sie geschickt haben; sie liegen im Ordner files, unter dem Namen in as' }, from: byText,
    sql: `select id::text as key, 'att_' || replace(id::text, '-', '') as id, 'files/' || replace(id::text, '-', '') || '-' || name as "as", name, mime, bytes, 'pst_' || post_id as post, created_at from attachment
          where owner_id = $1 and state = 'ready' and id::text > $2 order by id::text`,
  },
];

/** Columns that name a member and are no part of an export, each with its reason: `table.column`. */
export const LEFT_OUT: Record<string, string> = {
  'erasure.member_id': 'only of accounts that have gone',
  'erasure.email': 'only of accounts that have gone',
  'legal_version.published_by': 'what admins publish is the company’s',
  'knowledge_version.published_by': 'what staff publish is the company’s',
  'post.official_by': 'in moderation-by-you and events',
  'post.deleted_by': 'in moderation-by-you and events',
  'thread.deleted_by': 'in moderation-by-you and events',
  'thread.closed_by': 'in moderation-by-you and events',
  'notification.actor_id': 'what others were told: it is in events',
  'review_item.claimed_by': 'who looks at what, for ten minutes',
  'review_item.decided_by': 'in moderation-by-you and events',
  'vote_finding.decided_by': 'what staff decided about votes is the company’s',
  'vote_finding_member.member_id': 'a suspicion that staff look at; what came of it is in votes-set-aside',
  'super_user_term.invited_by': 'in events',
  'super_user_term.ended_by': 'in events',
  'screened.member_id': 'a fingerprint of what stands in posts, for a day',
  'watched.member_id': 'for a week at most: what was reported is in moderation-about-you once somebody has decided',
  'mute.muted_id': 'who would rather not read you is theirs',
  'leader.member_id': 'made anew every hour of points',
  'sanction.imposed_by': 'in moderation-by-you and events',
  'sanction.seconded_by': 'in moderation-by-you and events',
  'appeal.decider_id': 'in moderation-by-you',
  'appeal.decided_by': 'in moderation-by-you and events',
  'rank_change.changed_by': 'in events',
  'rank_fixed.fixed_by': 'in events',
  'reputation_entry.giver_id': 'whose points come from your votes and words is theirs: what you gave is in votes, solved and ratings',
  'reputation_total.member_id': 'the sum of points',
  'idempotency.member_id': 'replies kept for 48 hours: what they tell is in the rest',
};
