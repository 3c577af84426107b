import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase } from '#platform/testing';
import { importStackExchange } from './stackexchange.import.js';

const root = join(process.env.KUNDIG_EVAL_DATA ?? '', 'import-stackexchange');
const has = process.env.KUNDIG_EVAL_DATA !== undefined && existsSync(root);
const sites = has ? readdirSync(root).filter((name) => existsSync(join(root, name, 'expected.json'))) : ['(no evaluation data)'];

/** Whole communities that nobody here wrote, beside what a right import must give; not part of this repository. */
(has ? it.each(sites) : it.skip.each(sites))('imports %s exactly (needs the folder in KUNDIG_EVAL_DATA)', async (site) => {
  const expected = JSON.parse(readFileSync(join(root, site, 'expected.json'), 'utf8'));
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const report = await importStackExchange({ databaseUrl: database.url, folder: join(root, site) });
    expect(report).toMatchObject({
      members: expected.rows.users - expected.negative_user_ids.length,
      questions: expected.questions,
      answers: expected.answers,
      comments: expected.rows.comments - expected.comments_on_missing_posts,
      votesUp: expected.upmod_votes_on_questions_and_answers,
      votesDown: expected.downmod_votes_on_questions_and_answers,
      accepted: expected.questions_with_accepted_answer - expected.accepted_answer_missing_in_dump,
      closed: expected.closed_questions,
      tags: expected.rows.tags,
    });
    const [found] = (await client.query(FACTS)).rows;
    expect(found).toEqual({
      sum_of_scores: expected.sum_of_scores,
      questions_without_answers: expected.questions_without_answers,
      posts_without_account: expected.posts_without_owner_user_id,
      comments_without_account: expected.comments_without_user,
      self_answers: expected.self_answers,
      self_accepted: expected.self_accepted,
      authors: expected.users_active_in_posts,
      first_post: expected.first_post,
      last_post: expected.last_post,
      most_tags: expected.tags_used_max,
      duplicate_pairs: expected.duplicate_pairs,
    });
    const top: [string | null, number][] = (await client.query(TOP_ACCEPTED)).rows.map((row) => [row.member, row.accepted]);
    const byRank = (list: [string | null, number][]) => list.map(([, count]) => count);
    expect(byRank(top.slice(0, expected.top5_users_by_accepted_answers.length))).toEqual(byRank(expected.top5_users_by_accepted_answers));
    expect(top).toEqual(expect.arrayContaining(expected.top5_users_by_accepted_answers));
  } finally {
    await client.end();
    await database.drop();
  }
});

const FACTS = `
  with p as (select * from post where kind <> 'comment'), ends as (select min(created_at) as first, max(created_at) as last from p),
    answer as (select a.*, t.author_id as asker, t.accepted_post_id = a.id as accepted from post a join thread t on t.id = a.thread_id where a.kind = 'answer')
  select (select sum(score)::int from p) as sum_of_scores,
    (select count(*)::int from thread where answer_count = 0) as questions_without_answers,
    (select count(*)::int from p where author_id is null and author_name <> 'Community') as posts_without_account, -- the robot has an id there
    (select count(*)::int from post where kind = 'comment' and author_id is null) as comments_without_account,
    (select count(*)::int from answer where author_id = asker) as self_answers,
    (select count(*)::int from answer where author_id = asker and accepted) as self_accepted,
    (select count(distinct coalesce(author_id::text, nullif(author_name, 'Community'), 'robot')) filter (where author_id is not null or author_name = 'Community')::int from p) as authors,
    to_char(first at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as first_post, to_char(last at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as last_post,
    (select max(n)::int from (select count(*) as n from thread_tag group by thread_id) x) as most_tags,
    (select coalesce(json_agg(json_build_array(t.imported_id, o.imported_id) order by t.imported_id), '[]') from thread t join thread o on o.id = t.duplicate_of) as duplicate_pairs
  from ends`;

const TOP_ACCEPTED = `
  select m.imported_id as member, count(*)::int as accepted
  from thread t join post a on a.id = t.accepted_post_id left join member m on m.id = a.author_id
  group by 1 order by 2 desc`;
