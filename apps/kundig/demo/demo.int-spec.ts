import pg from 'pg';
import sharp from 'sharp';
import { type FileStore, fileStoreOf } from '#platform/files';
import { testDatabase, type TestDatabase, testRuntime } from '#platform/testing';
import { fillDemo } from './demo.fill.js';
import { readScripts } from './demo.scripts.js';

const PASSWORD = 'only for this spec';

// what every counter says, and what it should: rows that differ
const DRIFT = `
  select 'thread ' || t.id as what from thread t where
    t.answer_count <> (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible')
    or t.same_problem_count <> (select count(*) from same_problem s where s.thread_id = t.id)
    or t.has_official <> exists (select from post p where p.thread_id = t.id and p.official and p.state = 'visible')
    or t.state <> (select state from post p where p.thread_id = t.id and p.kind = 'opening')
  union all select 'post ' || p.id from post p where
    p.comment_count <> (select count(*) from post c where c.parent_id = p.id and c.state = 'visible')
    or p.up_count - p.down_count <> (select coalesce(sum(value), 0) from vote v where v.post_id = p.id)
    or p.up_count + p.down_count <> (select count(*) from vote v where v.post_id = p.id)
    or p.also_solved_count <> (select count(*) from also_solved a where a.post_id = p.id)
  union all select 'category ' || c.slug from category c where c.thread_count <> (select count(*) from thread t where t.category_id = c.id and t.state = 'visible')
  union all select 'tag ' || g.name from tag g where g.thread_count <> (select count(*) from thread_tag tt join thread t on t.id = tt.thread_id where tt.tag_id = g.id and t.state = 'visible')`;

// each of these occurs: the forum knows nothing that the demo does not show
const STATES = `select
  count(*) filter (where kind = 'question' and answer_count = 0 and state = 'visible') as unanswered, count(*) filter (where kind = 'question' and answer_count > 0 and not solved) as answered,
  count(*) filter (where accepted_post_id is not null and not has_official) as accepted, count(*) filter (where accepted_post_id is null and has_official) as official, count(*) filter (where accepted_post_id is not null and has_official) as both,
  count(*) filter (where close_reason = 'duplicate' and duplicate_of is not null) as duplicate, count(*) filter (where close_reason = 'off_topic') as off_topic, count(*) filter (where close_reason = 'settled') as settled, count(*) filter (where close_reason = 'imported') as imported,
  count(*) filter (where kind = 'discussion') as discussions, count(*) filter (where kind = 'announcement') as announcements,
  count(*) filter (where state = 'hidden') as hidden, count(*) filter (where state = 'deleted') as deleted, count(*) filter (where state = 'held') as held,
  count(*) filter (where state = 'merged') as merged, (select count(*) from post where opened_as is not null) as opened_elsewhere, (select count(*) from moderation_entry where act = 'split-thread') as split,
  (select count(*) from service_notice n join thread t on t.id = n.thread_id where ended_at is null and t.language = 'de') as running_de, (select count(*) from service_notice n join thread t on t.id = n.thread_id where ended_at is null and t.language = 'en') as running_en, (select count(*) from service_notice where ended_at is not null) as over, (select count(*) from attachment where width is not null) as pictures,
  (select count(*) from post where kind <> 'opening' and state = 'hidden') as hidden_posts, (select count(*) from post where kind <> 'opening' and state = 'held') as held_posts,
  (select count(*) from post where kind = 'comment' and state = 'deleted') as deleted_comments, (select count(*) from post where kind = 'answer' and state = 'deleted') as deleted_answers,
  (select count(*) from revision) as revisions, (select count(*) from post where imported_up > 0) as imported_counts, (select count(*) from thread_field) as fields,
  (select count(*) from subscription) as follows, (select count(*) from bookmark) as bookmarks, (select count(*) from draft) as drafts, (select count(*) from vote where value = 1) as ups, (select count(*) from vote where value = -1) as downs,
  (select count(*) from same_problem) as same, (select count(*) from also_solved) as also, (select count(*) from mention) as mentions, (select count(*) from moderation_entry) as moderated,
  (select count(*) from review_item where hidden) as hidden_by_reports, (select count(*) from review_item where not hidden and post_id is not null) as reported, (select count(*) from appeal where outcome is null) as appeals,
  (select count(*) from member where rank = 0 and role = 'customer' and first_posted_at > now() - interval '1 day') as newcomers
  from thread`;

describe('the demo', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let store: FileStore;
  const rows = async <T extends object>(sql: string) => (await client.query<T>(sql)).rows;
  const first = async <T extends object>(sql: string) => (await rows<T>(sql))[0]!;

  beforeAll(async () => {
    database = await testDatabase();
    store = fileStoreOf(testRuntime(database).settings);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('comes from conversations that somebody wrote, each its own, in two languages', () => {
    const scripts = readScripts();
    expect(scripts.length).toBeGreaterThanOrEqual(280);
    expect(scripts.filter(({ title, opening }) => !title || !opening)).toEqual([]);
    const said = scripts.flatMap(({ title, opening, answers, comments, twins }) => [title, opening, ...[...answers, ...comments, ...answers.flatMap((answer) => answer.comments)].map(({ text }) => text), ...twins.flatMap((twin) => [twin.title, twin.opening])]);
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
  });

  it('fills an empty database with every state, counters that are right, and no two threads alike', async () => {
    const { added, members, threads } = await fillDemo(database.url, PASSWORD, { store, publicUrl: 'https://community.example' });
    expect({ added, members }).toEqual({ added: true, members: 200 });
    expect(threads).toBeGreaterThanOrEqual(300);
    expect(await rows(DRIFT)).toEqual([]);
    expect(Object.entries(await first<Record<string, string>>(STATES)).filter(([, count]) => Number(count) === 0)).toEqual([]);
    expect(await first(`select count(*)::int as doubled from (select title from thread group by title having count(*) > 1) t`)).toEqual({ doubled: 0 });
    expect(await rows(String.raw`select source from post where source ~ '\{\w+\}' union all select title from thread where title ~ '\{'`)).toEqual([]);
    const { de } = await first<{ de: number }>(`select avg((language = 'de')::int)::float as de from thread`);
    expect(de).toBeGreaterThan(0.5);
    expect(de).toBeLessThan(0.7);
  });

  it('leads from duplicates and from what was split off to where it goes on', async () => {
    const signposts = await rows<{ html: string }>(`select html from post where source like '%/t/%' and kind = 'comment'`);
    expect(signposts.length).toBeGreaterThanOrEqual(10);
    for (const { html } of signposts) expect(html).toMatch(/<a href="https:\/\/community\.example\/t\/\d+\/[\w-]+"/);
    expect(await rows(`select p.source from post p where is_note <> (source like '%/t/%' and kind = 'comment')`)).toEqual([]); // all else was written by somebody
  });

  it('has pictures in posts, with files behind them', async () => {
    const pictures = await rows<{ key: string; html: string; width: number; height: number; bytes: number }>(`select replace(a.id::text, '-', '') as key, p.html, a.width, a.height, a.bytes from attachment a join post p on p.id = a.post_id`);
    for (const { key, html, width, height, bytes } of pictures) {
      expect(html).toContain(`<img src="/files/${key}/`);
      const content = Buffer.concat(await (await store.get(key))!.toArray() as Buffer[]);
      expect(await sharp(content).metadata()).toMatchObject({ format: 'png', width, height });
      expect(content.length).toBe(bytes);
    }
  });

  it('has something new for each login, about what they can see, and nothing left to be mailed', async () => {
    const told = await rows<{ role: string; kinds: string[] }>(`select m.role, array_agg(distinct n.kind order by n.kind) as kinds from notification n join member m on m.id = n.recipient_id
      join thread t on t.id = n.thread_id and t.state = 'visible' join post p on p.id = n.post_id and p.thread_id = t.id and p.state = 'visible' where n.read_at is null and n.created_at <= now() group by m.role order by m.role`);
    expect(told).toMatchObject([ // and whatever else the hour of the day brings
      { role: 'admin', kinds: expect.arrayContaining(['answer']) as string[] }, { role: 'customer', kinds: expect.arrayContaining(['accepted', 'answer', 'mention']) as string[] },
      { role: 'staff', kinds: expect.arrayContaining(['accepted', 'mention']) as string[] }, { role: 'super_user', kinds: expect.arrayContaining(['accepted', 'comment', 'mention', 'official']) as string[] },
    ]);
    expect(await rows('select id from notification where mailed_at is null or actor_id = recipient_id')).toEqual([]);
    expect(await rows('select n.id from notification n join post p on p.id = n.post_id where n.thread_id <> p.thread_id or n.created_at < p.created_at')).toEqual([]);
  });

  it('keeps time: nobody answers before the question, writes before they came, or does anything tomorrow', async () => {
    expect(await rows(`select p.id from post p join post o on o.thread_id = p.thread_id and o.kind = 'opening' where p.created_at < o.created_at or p.created_at > now()`)).toEqual([]);
    expect(await rows('select p.id from post p join member m on m.id = p.author_id where p.created_at < m.created_at')).toEqual([]);
    expect(await rows('select id from thread where last_activity_at > now() or closed_at > now() or closed_at < created_at')).toEqual([]);
    expect(await rows('select v.post_id from vote v join post p on p.id = v.post_id where v.member_id = p.author_id or v.created_at > now()')).toEqual([]);
    expect(await rows('select i.id from review_item i join post p on p.id = i.post_id where i.opened_at > now() or i.flaggers <> (select count(*) from flag f where f.item_id = i.id and f.member_id is distinct from p.author_id and f.created_at <= now())')).toEqual([]);
    expect(await first(`select count(*)::int as told from event`)).toEqual({ told: 0 });
  });

  it('adds nothing the second time', async () => {
    const before = await first('select (select count(*) from thread) as threads, (select count(*) from post) as posts, (select count(*) from member) as members');
    expect((await fillDemo(database.url, PASSWORD, { store, publicUrl: 'https://community.example' })).added).toBe(false);
    expect(await first('select (select count(*) from thread) as threads, (select count(*) from post) as posts, (select count(*) from member) as members')).toEqual(before);
  });

  it('leaves a community alone that others made', async () => {
    const another = await testDatabase();
    const theirs = new pg.Client({ connectionString: another.url });
    await theirs.connect();
    await theirs.query(`insert into category (slug, name) values ('ours', 'Ours')`);
    await expect(fillDemo(another.url, PASSWORD, { store, publicUrl: 'https://community.example' })).rejects.toMatchObject({ line: expect.stringContaining('holds a community already') as string });
    expect((await theirs.query('select from member')).rowCount).toBe(0);
    await theirs.end();
    await another.drop();
  });
});
