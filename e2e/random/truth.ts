import type pg from 'pg';

const seen = (alias: string) => `${alias}.state = 'visible'`;
const rows = (from: string) => `(select count(*) from ${from})`;
const told = (...kinds: string[]) => (subject: string) => `event e where e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}) and e.subject->>'${subject}' = x.id::text`;
const posts = (condition: string) => `select x.id from post x join thread t on t.id = x.thread_id where ${condition}`;
const threads = (condition: string) => `select x.id from thread x where ${condition}`;
const isCustomer = (member: string) => `exists (select from member m where m.id = ${member} and m.role = 'customer')`;

/** What must never be found, whoever did what at the same time: each statement answers the keys of those that break the rule. */
const FAULTS: Record<string, string> = {
  'answers of thread': threads(`answer_count <> ${rows(`post p where p.thread_id = x.id and p.kind = 'answer' and ${seen('p')}`)}`),
  'comments of post': posts(`x.comment_count <> ${rows(`post c where c.parent_id = x.id and ${seen('c')}`)}`),
  'votes up of post': posts(`x.up_count <> ${rows('vote v where v.post_id = x.id and value = 1')}`),
  'votes down of post': posts(`x.down_count <> ${rows('vote v where v.post_id = x.id and value = -1')}`),
  'score of post': posts('x.score <> x.imported_up - x.imported_down + (select coalesce(sum(value), 0) from vote v where v.post_id = x.id)'),
  'same problem in thread': threads(`same_problem_count <> ${rows('same_problem s where s.thread_id = x.id')}`),
  'also solved by post': posts(`x.also_solved_count <> ${rows('also_solved s where s.post_id = x.id')}`),
  'threads of category': `select x.id from category x where thread_count <> ${rows(`thread t where t.category_id = x.id and ${seen('t')}`)}`,
  'threads of tag': `select x.id from tag x where thread_count <> ${rows(`thread_tag g join thread t on t.id = g.thread_id where g.tag_id = x.id and ${seen('t')}`)}`,
  'accepted in thread': threads(`accepted_post_id is not null and not exists (select from post p where p.id = x.accepted_post_id and p.thread_id = x.id and p.kind = 'answer' and ${seen('p')} and x.kind = 'question')`),
  'official in thread': threads(`has_official <> exists (select from post p where p.thread_id = x.id and p.official_at is not null and ${seen('p')})`),
  'solved thread': threads(`solved <> exists (select from post p where p.thread_id = x.id and ${seen('p')} and (p.id = x.accepted_post_id or p.official_at is not null))`),
  'opening of thread': threads(`x.state <> 'merged' and ${rows(`post p where p.thread_id = x.id and p.kind = 'opening' and p.state = x.state and p.deleted_by is not distinct from x.deleted_by`)} <> 1`),
  // an import tells nobody, so these hold for what was written here
  'activity of thread': threads(`last_activity_at < (select max(created_at) from post p where p.thread_id = x.id)
    or last_activity_at not in (select created_at from post p where p.thread_id = x.id union all select created_at from ${told('AnswerAccepted')('threadId')})`),
  'revisions of post': posts(`(select (count(*), max(number), min(number)) is distinct from (max(number)::bigint, max(number), 1) from revision r where r.post_id = x.id having count(*) > 0)`),
  'edits of post': posts(`x.version <> ${rows(told('PostEdited')('postId'))}`),
  'telling of thread': threads(`${rows(told('QuestionAsked', 'DiscussionStarted')('threadId'))} <> 1`),
  'telling of post': posts(`x.kind <> 'opening' and ${rows(told('Answered', 'Commented')('postId'))} <> 1`),
  'deletions of post': posts(`${rows(told('PostDeleted')('postId'))} - ${rows(told('PostRestored')('postId'))} <> (x.state = 'deleted')::int`),
  'closings of thread': threads(`${rows(told('ThreadClosed')('threadId'))} - ${rows(told('ThreadReopened')('threadId'))} <> (closed_at is not null)::int`),
  'written twice: post': 'select max(id) as id from post group by source having count(*) > 1',
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

// not what is counted of readers: it is written seconds later, by nobody's call
const PRINTED = ['thread', 'post', 'vote', 'same_problem', 'also_solved', 'thread_tag', 'category', 'tag', 'revision', 'event', 'idempotency', 'subscription', 'bookmark', 'moderation_entry'];
const PRINT = PRINTED.map((table) => `select '${table}' || count(*) || coalesce(md5(string_agg(r, '' order by r)), '') as part from (select (to_jsonb(t) - 'view_count')::text as r from ${table} t) q`).join(' union all ');

/** The same as long as nothing changes that anybody wrote. */
export async function fingerprint(owner: pg.Client): Promise<string> {
  const { rows: parts } = await owner.query<{ part: string }>({ name: 'fingerprint', text: PRINT });
  return parts.map(({ part }) => part).sort().join();
}
