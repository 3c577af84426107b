import type pg from 'pg';

const seen = (alias: string) => `${alias}.state = 'visible'`;
const inSight = (alias: string) => `${seen(alias)} and not exists (select from post above where above.id = ${alias}.parent_id and not ${seen('above')})`;
const rows = (from: string) => `(select count(*) from ${from})`;
const told = (...kinds: string[]) => (subject: string) => `event e where e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}) and e.subject->>'${subject}' = x.id::text`;
const posts = (condition: string) => `select x.id from post x join thread t on t.id = x.thread_id where ${condition}`;
const threads = (condition: string) => `select x.id from thread x where ${condition}`;
const isCustomer = (member: string) => `exists (select from member m where m.id = ${member} and m.role = 'customer')`;

// what a split writes under either opening, in its own transaction: nobody has told of it
const NOTE = `(x.kind = 'comment' and exists (select from event e where e.kind = 'ThreadSplit' and e.created_at = x.created_at and e.actor_id = x.author_id))`;
/** The threads that one came from or went to by merging and splitting, itself first: as one for most. */
const kin = (id: string) => `(with recursive kin (id) as (select ${id}::text union
  select l.id from kin join (select subject->>'threadId' as a, coalesce(subject->>'sourceId', subject->>'intoId') as b from event where kind in ('ThreadsMerged', 'ThreadSplit')) e on kin.id in (e.a, e.b)
    cross join lateral (values (e.a), (e.b)) l (id)) select id from kin)`;
const LAST_CLOSING = `(select e.kind from event e where e.kind in ('ThreadClosed', 'ThreadReopened', 'DuplicateMarked') and e.subject->>'threadId' = x.id::text order by e.id desc limit 1)`;

/** What must never be found, whoever did what at the same time: each statement answers the keys of those that break the rule. */
const FAULTS: Record<string, string> = {
  'answers of thread': threads(`answer_count <> ${rows(`post p where p.thread_id = x.id and p.kind = 'answer' and ${seen('p')}`)}`),
  'comments of post': posts(`x.comment_count <> ${rows(`post c where c.parent_id = x.id and ${seen('c')}`)}`),
  'votes up of post': posts(`x.up_count <> ${rows('vote v where v.post_id = x.id and value = 1')}`),
  'votes down of post': posts(`x.down_count <> ${rows('vote v where v.post_id = x.id and value = -1')}`),
  'score of post': posts('x.score <> x.imported_up - x.imported_down + (select coalesce(sum(value), 0) from vote v where v.post_id = x.id)'),
  'same problem in thread': threads(`same_problem_count <> ${rows('same_problem s where s.thread_id = x.id')}`),
  'solved for in thread': threads(`solved_for <> ${rows(`deflection d where d.thread_id = x.id and d.outcome = 'confirmed'`)}`),
  'also solved by post': posts(`x.also_solved_count <> ${rows('also_solved s where s.post_id = x.id')}`),
  'threads of category': `select x.id from category x where thread_count <> ${rows(`thread t where t.category_id = x.id and ${seen('t')}`)}`,
  'threads of tag': `select x.id from tag x where thread_count <> ${rows(`thread_tag g join thread t on t.id = g.thread_id where g.tag_id = x.id and ${seen('t')}`)}`,
  'accepted in thread': threads(`accepted_post_id is not null and not exists (select from post p where p.id = x.accepted_post_id and p.thread_id = x.id and p.kind = 'answer' and ${seen('p')} and x.kind = 'question')`),
  'official in thread': threads(`has_official <> exists (select from post p where p.thread_id = x.id and p.official_at is not null and ${seen('p')})`),
  'solved thread': threads(`solved <> exists (select from post p where p.thread_id = x.id and ${seen('p')} and (p.id = x.accepted_post_id or p.official_at is not null))`),
  'opening of thread': threads(`x.state <> 'merged' and ${rows(`post p where p.thread_id = x.id and p.kind = 'opening' and p.state = x.state and p.deleted_by is not distinct from x.deleted_by`)} <> 1`),
  // an import tells nobody, so these hold for what was written here
  'activity of thread': threads(`x.state = 'visible' and (last_activity_at < (select max(created_at) from post p where p.thread_id = x.id and ${inSight('p')} and not ${NOTE.replaceAll('x.', 'p.')})
    or last_activity_at not in (select created_at from post p where p.thread_id = x.id and ${inSight('p')}
      union all select created_at from event e where e.kind = 'AnswerAccepted' and e.subject->>'threadId' in ${kin('x.id')})
    or last_activity_at < (select e.created_at from event e where e.kind in ('AnswerAccepted', 'AnswerUnaccepted') and e.subject->>'postId' = x.accepted_post_id::text and e.id = (
      select max(l.id) from event l where l.kind in ('AnswerAccepted', 'AnswerUnaccepted') and l.subject->>'postId' = x.accepted_post_id::text) and not e.subject ? 'again'))`),
  'revisions of post': posts(`(select (count(*), max(number), min(number)) is distinct from (max(number)::bigint, max(number), 1) from revision r where r.post_id = x.id having count(*) > 0)`),
  'edits of post': posts(`x.version <> ${rows(told('PostEdited')('postId'))}`),
  'telling of thread': threads(`${rows(told('QuestionAsked', 'DiscussionStarted')('threadId'))} + ${rows(told('ThreadSplit')('intoId'))} <> 1`),
  'telling of post': posts(`${rows(told('Answered', 'Commented')('postId'))} <> case when ${NOTE} then 0 when x.kind <> 'opening' and x.opened_as is null then 1
    else least(1, ${rows(told('Answered', 'Commented')('postId'))}) end`),
  'deletions of post': posts(`${rows(told('PostDeleted')('postId'))} - ${rows(told('PostRestored')('postId'))} <> (x.state = 'deleted')::int`),
  'hidings of post': posts(`${rows(told('PostHidden')('postId'))} - ${rows(told('PostShown')('postId'))} <> (x.state = 'hidden' or (x.state = 'deleted' and x.deleted_from = 'hidden'))::int`),
  'hidden by too few: post': posts(`x.state = 'hidden' and not exists (select from review_item i where i.post_id = x.id and (i.decision = 'hidden' or (i.hidden and i.flaggers >= 3)))`),
  'flags of item': `select x.id from review_item x where flaggers <> ${rows('flag f where f.item_id = x.id')} or (decided_at is not null and exists (select from flag f where f.item_id = x.id and f.agreed is null))
    or (decided_at is null and cause = 'reports' and mended_at is null and not exists (select from flag f where f.item_id = x.id and f.agreed is null))`,
  'flag on their own post': posts('exists (select from review_item i join flag f on f.item_id = i.id where i.post_id = x.id and f.member_id = x.author_id)'),
  'decided about their own post': posts('exists (select from review_item i where i.post_id = x.id and i.decided_by = x.author_id)'),
  'decided by a customer: item': `select x.id from review_item x where ${isCustomer('x.decided_by')}`,
  'points of member': `select m.id from member m left join reputation_total t on t.member_id = m.id where coalesce(t.points, 0) <> (select coalesce(sum(points), 0) from reputation_entry e where e.member_id = m.id)`,
  'closings of thread': threads(`not exists (select from ${told('DuplicateMarked')('threadId')}) and ${rows(told('ThreadClosed')('threadId'))} - ${rows(told('ThreadReopened')('threadId'))} <> (closed_at is not null)::int`),
  // what a duplicate repeats became part of it: then it is open again
  'closing of a duplicate: thread': threads(`exists (select from ${told('DuplicateMarked')('threadId')}) and (closed_at is not null) <> (${LAST_CLOSING} <> 'ThreadReopened')
    and not (closed_at is null and exists (select from ${told('ThreadsMerged')('threadId')} and e.id > (select max(d.id) from event d where d.kind = 'DuplicateMarked' and d.subject->>'threadId' = x.id::text)))`),
  'written twice: post': `select max(x.id) as id from post x where not ${NOTE} group by x.source having count(*) > 1`,
  'note: post': posts(`x.is_note <> ${NOTE}`),
  'notes of splits': `select (${rows(`post x where ${NOTE}`)}) as id where ${rows(`post x where ${NOTE}`)} <> 2 * ${rows(`event where kind = 'ThreadSplit'`)}`,
  'signpost of thread': threads(`(x.state = 'merged') <> (x.merged_into is not null) or (x.merged_into is not null and not exists (select from thread t where t.id = x.merged_into and t.state <> 'merged'))`),
  'left behind in a signpost: post': posts(`t.state = 'merged'`),
  'under a post of another thread: post': posts(`(x.kind = 'comment') <> exists (select from post above where above.id = x.parent_id and above.thread_id = x.thread_id and above.kind <> 'comment')`),
  'duplicate of thread': threads(`(x.state <> 'merged' and x.close_reason is not distinct from 'duplicate') <> (x.duplicate_of is not null) or x.duplicate_of = x.id
    or exists (select from thread o where o.id = x.duplicate_of and (o.state = 'merged' or o.close_reason = 'duplicate'))`),
  'merging of thread': threads(`(x.state = 'merged') <> exists (select from ${told('ThreadsMerged')('sourceId')})`),
  'follows no more what they wrote: author of post': posts(`not ${NOTE} and not exists (select from subscription s where s.kind = 'thread' and s.target_id = x.thread_id and s.member_id = x.author_id)`),
  'followed signpost of thread': threads(`x.state = 'merged' and exists (select from subscription s where s.kind = 'thread' and s.target_id = x.id)`),
  'vote on their own post': posts('exists (select from vote v where v.post_id = x.id and v.member_id = x.author_id)'),
  'down vote of rank 0 on post': posts(`exists (select from vote v join member m on m.id = v.member_id where v.post_id = x.id and v.value = -1 and m.rank = 0 and m.role = 'customer')`),
  'praise of their own post': posts('exists (select from also_solved s where s.post_id = x.id and s.member_id = x.author_id)'),
  'own problem too: thread': threads('exists (select from same_problem s where s.thread_id = x.id and s.member_id = x.author_id)'),
  'deletion by a stranger of post': posts(`x.deleted_by <> x.author_id and ${isCustomer('x.deleted_by')}`),
  'edit by a stranger of post': posts(`exists (select from revision r where r.post_id = x.id and r.editor_id <> x.author_id and ${isCustomer('r.editor_id')})`),
  'closing by a stranger of thread': threads(`closed_by <> author_id and ${isCustomer('closed_by')}`),
  'official by a member who is no staff: post': posts(`exists (select from member m where m.id = x.official_by and m.role not in ('staff', 'admin'))`),
  'name without a reply': `select key as id from idempotency where reply is null`,
  'told twice of event': 'select event_id as id from notification group by event_id, recipient_id having count(*) > 1',
  'told of their own act: event': 'select event_id as id from notification where recipient_id = actor_id',
};

const ALL = Object.entries(FAULTS).map(([what, sql]) => `select '${what} ' || id as fault from (${sql}) q`).join(' union all ');

/** What does not agree with the rows it is made of: one statement, which sees one moment. */
export async function untruths(owner: pg.Client): Promise<string[]> {
  const { rows: found } = await owner.query<{ fault: string }>({ name: 'untruths', text: ALL });
  return found.map(({ fault }) => fault);
}

const PRINTED = ['post', 'vote', 'same_problem', 'also_solved', 'deflection', 'thread_tag', 'category', 'tag', 'revision', 'event', 'idempotency', 'subscription', 'bookmark', 'moderation_entry', 'flag', 'review_item'];
const versions = (table: string) => `select '${table} ' || count(*) || ' ' || coalesce(sum(xmin::text::bigint * (ctid::text::point)[1]::bigint), 0) as part from ${table}`;
// not what is counted of readers: it is written seconds later, by nobody's call
const CONTENTS = `select 'thread' || coalesce(md5(string_agg(r, '' order by r)), '') as part from (select (to_jsonb(t) - 'view_count')::text as r from thread t) q`;
const PRINT = [CONTENTS, ...PRINTED.map(versions)].join(' union all ');

/** The same as long as nothing changes that anybody wrote; written again as it was counts as changed, too. */
export async function fingerprint(owner: pg.Client): Promise<string> {
  const { rows: parts } = await owner.query<{ part: string }>({ name: 'fingerprint', text: PRINT });
  return parts.map(({ part }) => part).sort().join();
}
