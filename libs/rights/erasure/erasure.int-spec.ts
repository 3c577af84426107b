import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountsModule, SessionService, SignUpService } from '#accounts';
import { AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, EditService, ForumModule, VoteService } from '#forum';
import type { Actor } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import { FILE_STORE, type FileStore } from '#platform/files';
import { type TestContext, testContext } from '#platform/testing';
import { DataExportService, ErasureRunner, ExportWriter, RightsModule } from '../index.js';
import { ErasureService } from './erasure.service.js';
import { ToldTexts } from './told.texts.js';
import { CountedRows } from './counted.rows.js';

const PASSWORD = 'a few words in a row';

describe('an account that is deleted', () => {
  let test: TestContext;
  let folder: string;
  let categoryId: string;
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = () => get(Database);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rights-'));
    test = await testContext([AccountsModule, ForumModule, RightsModule], { dataDir: folder, language: 'en' });
    categoryId = encodeId('category', await get(CategoryService).create({ name: 'Router' }));
  });
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });

  const member = async (name: string, role = 'customer'): Promise<Actor> => {
    const id = await get(SignUpService).register({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`, password: PASSWORD, language: 'en' });
    await db().query('update member set role = $2 where id = $1', [id, role]);
    const token = await get(SessionService).open(id, { userAgent: 'test', ip: '10.0.0.1' }, null);
    return (await get(SessionService).actorOf(token))!;
  };
  const asks = (actor: Actor, title: string, body: string) => get(AskQuestionService).ask(actor, { title, body, categoryId, tags: [] });
  const answers = async (actor: Actor, thread: string, body: string) => (await get(AnswerService).answer(actor, { threadId: encodeId('thread', thread), body })).postKey;
  const comments = async (actor: Actor, post: string, body: string) => (await get(AnswerService).comment(actor, { postId: encodeId('post', post), body })).postKey;
  const openingOf = async (thread: string) => (await db().one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [thread]))!.id;
  const post = async (key: string) => (await db().one<{ source: string; html: string; state: string; author_id: string | null; score: number; up_count: number; version: number }>('select * from post where id = $1', [key]))!;
  const leaves = async (actor: Actor, removeTexts = false) => {
    await get(ErasureService).delete(actor, { password: PASSWORD, removeTexts });
    await db().query(`update mail set state = 'sent', sent_at = now(), text = null, html = null where state = 'queued'`); // the mail has left
  };

  /** Every place where that stands: each text and JSON column of each table, the file store, file names included. */
  async function placesOf(...sought: string[]): Promise<string[]> {
    const columns = await db().query<{ place: string; column: string }>(
      `select c.oid::regclass::text as place, quote_ident(a.attname) as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'graphile_worker') and a.atttypid::regtype::text ~ '^(text|character varying|json|jsonb|bytea|tsvector|citext)(\\[\\])?$' order by 1, 2`,
    );
    expect(columns.length).toBeGreaterThan(80);
    const found: string[] = [];
    for (const { place, column } of columns) {
      for (const text of sought) {
        const rows = await db().query(`select from ${place} where position(lower($1) in lower(case when pg_typeof(${column})::text = 'bytea' then encode(${column}::text::bytea, 'escape') else ${column}::text end)) > 0 limit 1`, [text]);
        if (rows.length > 0) found.push(`${text} in ${place}.${column}`);
      }
    }
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const said = entry.name + (entry.isFile() ? await readFile(join(entry.parentPath, entry.name), 'latin1') : '');
      for (const text of sought) if (said.toLowerCase().includes(text.toLowerCase())) found.push(`${text} in the file ${entry.name}`);
    }
    return found;
  }

  const drift = () => db().query(`
    select 'answers of ' || t.id as what from thread t where answer_count <> (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible')
    union all select 'comments of ' || p.id from post p where comment_count <> (select count(*) from post c where c.parent_id = p.id and c.state = 'visible')
    union all select 'votes of ' || p.id from post p where up_count <> (select count(*) from vote v where v.post_id = p.id and value = 1) or down_count <> (select count(*) from vote v where v.post_id = p.id and value = -1)
    union all select 'demand for ' || t.id from thread t where same_problem_count <> (select count(*) from same_problem s where s.thread_id = t.id)
    union all select 'solved for ' || t.id from thread t where solved_for <> (select count(*) from deflection d where d.thread_id = t.id and d.outcome = 'confirmed')
    union all select 'words on notice ' || n.thread_id from service_notice n where (works_count, broken_count) <> (select count(*) filter (where works), count(*) filter (where not works) from notice_word w where w.thread_id = n.thread_id)
    union all select 'accepted in ' || t.id from thread t join post p on p.id = t.accepted_post_id where p.state <> 'visible'
    union all select 'threads of ' || c.id from category c where thread_count <> (select count(*) from thread t where t.category_id = c.id and t.state = 'visible')`);

  it('leaves no name and no address anywhere, keeps the texts and every count, and goes on where it was killed', async () => {
    const [zora, ben, alike] = [await member('Zora Quist'), await member('Ben'), await member('Zora Quistgard')];
    const thread = await asks(zora, 'Why does Zora Quist see no light?', 'It has been dark since noon. Zora Quist, zora.quist@example.org');
    const answer = await answers(ben, thread, 'Hello @Zora Quist, and you, @zora  quist: see @Zora Quistgard.\n\n> @Zora Quist wrote: dark');
    const theirs = await answers(zora, thread, 'That helped. Regards, Zora Quist');
    await comments(ben, theirs, 'Good, the lamp is on again. @Zora Quist');
    const elsewhere = await asks(ben, 'What does @Zora Quist say?', 'I do not know. Ask zora.quist@example.org or @zora quist');
    await db().query('insert into revision (post_id, number, editor_id, source) select id, 1, author_id, source from post where id = $1', [answer]);
    await get(EditService).edit(ben, { postId: encodeId('post', answer), basedOn: 0, body: 'Hello @Zora Quist, once more and longer.' });
    await get(VoteService).vote(zora, { postId: encodeId('post', answer), vote: 'up' as never });
    await get(VoteService).sameProblem(zora, { threadId: encodeId('thread', elsewhere), same: true });
    await get(AcceptAnswerService).accept(zora, encodeId('post', answer));
    await db().query(`insert into service_notice (thread_id, affected, regions, ended_at, works_count) values ($1, 'All whom @Zora Quist told', '{"Near @Zora Quist"}', now(), 1)`, [elsewhere]);
    await db().query(`insert into notice_update (thread_id, state, body, author_id) values ($1, 'over', 'It is over. Zora Quist', $2)`, [elsewhere, zora.memberId]);
    const field = (await db().one<{ id: string }>(`insert into category_field (category_id, key, label_de, label_en) select id, 'device', 'Gerät', 'Device' from category limit 1 returning id`))!.id;
    await db().query(`insert into thread_field (thread_id, field_id, value) values ($1, $2, 'Router of Zora Quist')`, [thread, field]);
    await db().query(`insert into notice_update (thread_id, state, body) values ($1, 'found', '@Zora Quist found it, write to zora.quist@example.org')`, [elsewhere]);
    await db().query('insert into notice_word (thread_id, member_id, works) values ($1, $2, true)', [elsewhere, zora.memberId]);
    await db().query(`insert into deflection (thread_id, member_id, visitor, day, outcome, asked) values ($1, $2, null, current_date, 'confirmed', 'no light, Zora Quist'), ($1, null, 'v', current_date, 'confirmed', 'what @Zora Quist said')`, [thread, zora.memberId]);
    await db().query('update thread set solved_for = 2 where id = $1', [thread]);
    await db().query(`insert into draft (member_id, place, fields) values ($1, 'ask', '[{"name": "body", "value": "@Zora Quist: hello"}]'), ($2, 'ask', '[{"name": "body", "value": "Zora Quist"}]')`, [ben.memberId, zora.memberId]);
    await db().query(`insert into mail (key, recipient, subject, text, account, state) values ('n1', 'ben@example.org', 'Zora Quist answered', 'Zora Quist answered', false, 'kept'), ('n2', 'zora.quist@example.org', 'Hello', 'Hello', false, 'kept')`);
    await db().query(`insert into mail (key, recipient, subject, text, html, account, state, member_id) values ('n3', 'once.zora.quist@example.org', 'Hello', 'Hello', null, false, 'kept', $1), ('n4', 'ben@example.org', 'X', 'From Zora Quist’s answer', '<p>Zora Quist, https://example.org/</p>', false, 'kept', null)`, [zora.memberId]);
    await db().query(`update member set language = 'de' where id = $1`, [ben.memberId]);
    await db().query(`insert into rate_limit (key, points) values ('accountHour:zora.quist@example.org', 1)`);
    await db().query(`insert into invitation (email, role, language, invited_by, token_hash, expires_at) values ('Zora.Quist@example.org', 'staff', 'en', $1, sha256('x'), now())`, [ben.memberId]);
    await db().query(`insert into notification (recipient_id, event_id, kind, thread_id, actor_id) values ($1, 1, 'answer', $2, $3)`, [ben.memberId, thread, zora.memberId]);
    await db().query(`insert into revision (post_id, number, source, title, tags, reason, fields) values ($1, 1, 'Once: Zora Quist', 'By @Zora Quist', '{}', $2, '{"device": "Router of Zora Quist"}')`, [await openingOf(thread), `@Zora Quist ${'x'.repeat(288)}`]);
    await db().query('insert into revision (post_id, number, editor_id, source) values ($1, 2, $2, $3)', [answer, ben.memberId, `@Zora Quist ${'x'.repeat(199_980)}`]); // full: there is no room for more
    // called otherwise before, and an edit took the mention away
    await db().query(`update member set name = 'Former Zora', name_key = 'former zora' where id = $1`, [zora.memberId]);
    const earlier = await answers(ben, elsewhere, 'Thank you for that, @Former Zora.');
    await db().query(`insert into revision (post_id, number, editor_id, source) values ($1, 1, $2, 'Thanks, @Former Zora')`, [earlier, ben.memberId]);
    await db().query(`update member set name = 'Zora Quist', name_key = 'zora quist' where id = $1`, [zora.memberId]);
    // a picture in a post that stays, one that hangs nowhere, and an export of the data
    const keys = ['ab'.repeat(16), 'cd'.repeat(16)];
    await mkdir(join(folder, 'in'));
    for (const [i, key] of keys.entries()) {
      await writeFile(join(folder, 'in', 'sent'), 'a picture');
      await test.context.get<FileStore>(FILE_STORE, { strict: false }).put(key, { path: join(folder, 'in', 'sent'), bytes: 9, sha256: '' });
      await db().query(`insert into attachment (id, owner_id, post_id, name, mime, bytes, sha256, ticket_key, state) values ($1::uuid, $2, $3, 'Zora Quist.png', 'image/png', 9, sha256('x'), sha256('y'), 'ready')`, [key, zora.memberId, i === 0 ? theirs : null]);
    }
    await db().query(`update post set source = source || ' ![Zora Quist.png](/files/' || $2 || '/zora-quist.png)' where id = $1`, [theirs, keys[0]]);
    const quoting = await comments(ben, theirs, `Look: ![seen](/files/${keys[0]}/zora-quist.png)`);
    await get(DataExportService).request(zora);
    await get(ExportWriter).make((await db().one<{ id: string }>('select id from data_export'))!.id);
    expect(await placesOf('Zora Quist', 'zora.quist@example.org')).not.toEqual([]);
    const found = await asks(ben, 'What was told of the light?', 'Somebody knew.'); // by the words of those whom it helped
    await answers(zora, found, 'That it is to be green.');
    await db().query(`insert into deflection (thread_id, visitor, day, outcome, asked) values ($1, 'w', current_date, 'confirmed', 'what @Zora Quist said')`, [found]);
    await db().query('update thread set solved_for = 1 where id = $1', [found]);
    await db().query('delete from search_mark');
    await db().query(`insert into search_gap (stems, words, searches) values ('quist', 'What did @zora quist say of it?', 1), ('lamp', 'Which lamp?', 1)`);

    const entry = (await db().one<{ id: string }>(
      `insert into knowledge_entry (kind, state, title, slug, source, html, renderer, category_id, language, waiting_title, waiting_source, waiting_at, helpful, not_helpful, published_at)
       select 'article', 'published', 'What @Zora Quist found', 'what-zora-quist-found', 'As @zora quist says: off.', '<p>As @zora quist says: off.</p>', 0, id, 'en', 'What Zora found', 'So said @Zora Quist.', now(), 2, 0, now() from category limit 1 returning id`,
    ))!.id;
    await db().query(`insert into knowledge_version (entry_id, number, title, source, html) values ($1, 1, 'Of @Zora Quist', 'Off, says @Zora Quist.', '<p>Off, says @Zora Quist.</p>')`, [entry]);
    await db().query(`insert into knowledge_rating (entry_id, member_id, visitor, helpful) values ($1, $2, null, true), ($1, null, 'w', true)`, [entry, zora.memberId]);
    await db().query(`insert into deflection (entry_id, member_id, visitor, day, outcome, asked) values ($1, $2, null, current_date, 'confirmed', 'no light, Zora Quist'), ($1, null, 'v', current_date, 'confirmed', 'what @Zora Quist said'), ($1, null, 'w', current_date, 'likely', 'no light')`, [entry, zora.memberId]);

    await leaves(zora);
    const again = { name: 'zora  QUIST', email: 'again@example.org', password: PASSWORD, language: 'en', rules: '1' } as const;
    await expect(get(SignUpService).signUp(again, '10.0.0.2')).rejects.toMatchObject({ problem: { fields: [{ code: 'taken' }] } }); // still looked for
    expect(await db().query('select from session where member_id = $1', [zora.memberId])).toEqual([]);
    expect(await db().one('select name, email from member where id = $1', [zora.memberId])).toEqual({ name: 'former member', email: null });
    // killed in the middle, twice
    jest.spyOn(get(ToldTexts), 'threads').mockRejectedValueOnce(new Error('killed'));
    jest.spyOn(get(CountedRows), 'votes').mockRejectedValueOnce(new Error('killed'));
    for (let kills = 0; kills < 2; kills += 1) await expect(get(ErasureRunner).run(zora.memberId)).rejects.toThrow('killed');
    expect(await get(ErasureRunner).run(zora.memberId)).toBe(true);
    expect(await get(ErasureRunner).run(zora.memberId)).toBe(true); // once more is fine

    await db().query('update member set name = $2, name_key = $2, name_skeleton = null, email = null where id = $1', [alike.memberId, 'somebody else']); // who is called alike is not meant
    await db().query(`update post set source = replace(source, 'Zora Quistgard', ''), html = replace(html, 'Zora Quistgard', '')`);
    expect((await post(answer)).source).toContain('former member, once more');
    expect((await db().one<{ source: string }>('select source from revision where post_id = $1 and number = 1', [answer]))!.source).toMatch(/^Hello former member, and you, former member: see @Zora Quistgard\./);
    await db().query(`update revision set source = replace(source, 'Zora Quistgard', '')`);
    expect(await placesOf('Zora Quist', 'zora  quist', 'Former Zora', 'zora-quist', 'zora.quist')).toEqual([]);
    expect((await post(quoting)).html).toContain(`/files/${keys[0]}/file.png`);
    expect(await db().one(`select text, html from mail where key = 'n4'`)).toEqual({ text: 'From ehemaliges Mitglied answer', html: '<p>ehemaliges Mitglied, https://example.org/</p>' });
    expect(await db().query('select outcome, asked from deflection where entry_id = $1 order by visitor', [entry])).toEqual([{ outcome: 'confirmed', asked: null }, { outcome: 'likely', asked: 'no light' }]);
    expect(await db().one('select title, slug, source, html, waiting_source, helpful from knowledge_entry')).toEqual({
      title: 'What former member found', slug: 'what-former-member-found', source: 'As former member says: off.', html: '<p>As former member says: off.</p>\n', waiting_source: 'So said former member.', helpful: 1,
    });
    expect(await db().one('select title, source, html from knowledge_version')).toEqual({ title: 'Of former member', source: 'Off, says former member.', html: '<p>Off, says former member.</p>\n' });
    expect(await db().query('select words from search_gap')).toEqual([{ words: 'Which lamp?' }]);
    expect(await db().query('select from search_mark where thread_id = $1', [found])).toHaveLength(1);
    expect(await db().query('select from member where id = $1', [zora.memberId])).toEqual([]);
    expect(await db().query('select from erasure')).toEqual([]);
    expect(await post(theirs)).toMatchObject({ author_id: null, state: 'visible', source: expect.stringContaining(`![file.png](/files/${keys[0]}/file.png)`) as string });
    expect((await post(theirs)).html).toContain(`/files/${keys[0]}/file.png`);
    expect(await post(answer)).toMatchObject({ up_count: 0, score: 1 }); // the vote counts on, of nobody
    const { accepted_post_id, title, slug } = (await db().one<Record<string, string>>('select accepted_post_id, title, slug from thread where id = $1', [thread]))!;
    expect([accepted_post_id, title, slug]).toEqual([answer, 'Why does former member see no light?', 'why-does-former-member-see-no-light']);
    expect((await db().one<{ title: string }>('select title from thread where id = $1', [elsewhere]))!.title).toBe('What does former member say?');
    expect(await drift()).toEqual([]);
    expect(await db().query(`select from search_mark where thread_id = $1`, [thread])).not.toEqual([]); // the search index is told
    expect(await test.context.get<FileStore>(FILE_STORE, { strict: false }).get(keys[1]!)).toBeNull();
  });

  it('takes the texts along where that is wished, and leaves others what they wrote', async () => {
    const [olga, ben] = [await member('Olga'), await member('Benno')];
    const alone = await asks(olga, 'Nobody has answered this', 'A secret text of mine.');
    const answered = await asks(olga, 'Somebody has answered this', 'Another secret text.');
    const others = await answers(ben, answered, 'Here you are, I hope.');
    const thread = await asks(ben, 'A question of somebody else', 'How is it done, please?');
    const [single, commented] = [await answers(olga, thread, 'A secret answer.'), await answers(olga, thread, 'A secret answer, commented on.')];
    const comment = await comments(ben, commented, 'Thank you, that did it.');
    await get(AcceptAnswerService).accept(ben, encodeId('post', commented));
    await get(EditService).edit(olga, { postId: encodeId('post', await openingOf(answered)), basedOn: 0, body: 'A secret second version.' });
    await leaves(olga, true);
    expect(await get(ErasureRunner).run(olga.memberId)).toBe(true);
    expect(await placesOf('secret', 'olga')).toEqual([]);
    const states = async (...keys: string[]) => Promise.all(keys.map(async (key) => (await post(key)).state));
    expect(await states(await openingOf(alone), single)).toEqual(['deleted', 'deleted']);
    expect(await states(await openingOf(answered), others, commented, comment)).toEqual(['visible', 'visible', 'visible', 'visible']);
    expect((await post(commented)).source).toContain('removed at its author');
    expect(await db().query('select title, accepted_post_id from thread where id = any($1) order by id', [[answered, thread]])).toEqual([
      { title: 'Somebody has answered this', accepted_post_id: null }, { title: 'A question of somebody else', accepted_post_id: null },
    ]);
    expect(await drift()).toEqual([]);
  });

  it('changes nothing in what others wrote that is called like it and means nobody', async () => {
    const ben = await member('Bernhard');
    const text = 'Write to ben@gmx.example, override@Override, `@Override`, or see https://gmx.example/@gmx. gmx is a host.';
    const thread = await asks(ben, 'What does @Override mean at gmx?', text);
    const opening = await openingOf(thread);
    const before = await post(opening);
    for (const name of ['gmx', 'Override', 'https', 'Anna-Lena']) {
      const stranger = await member(name);
      await answers(stranger, thread, 'I only came by, to be in the thread.');
      await comments(ben, opening, `As @${name} said`);
      await leaves(stranger);
      expect(await get(ErasureRunner).run(stranger.memberId)).toBe(true);
    }
    expect((await post(opening)).source).toBe(before.source);
    expect((await post(opening)).version).toBe(before.version);
    expect(await db().one('select title from thread where id = $1', [thread])).toEqual({ title: 'What does @Override mean at gmx?' });
    expect(await placesOf('As @')).toEqual([]);
  });

  it('is deleted by nobody with a wrong password or a token, and never the last admin’s, also where two go at once', async () => {
    const [una, due] = [await member('Una Boss', 'admin'), await member('Due Boss', 'admin')];
    await expect(get(ErasureService).delete(una, { password: 'guess', removeTexts: false })).rejects.toMatchObject({ problem: { kind: 'InvalidInput' } });
    const outcomes = await Promise.allSettled([una, due].map((boss) => get(ErasureService).delete(boss, { password: PASSWORD, removeTexts: false })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { problem: { reason: 'last-admin' } } });
  });

  it('is held back by no table', async () => {
    expect(await db().query(`select conrelid::regclass::text as place, conname from pg_constraint where contype = 'f' and confrelid = 'member'::regclass and confdeltype not in ('c', 'n')`)).toEqual([]);
  });

  it('is never given up: a job that has failed for the last time begins again, one at a time with others', async () => {
    const lost = await member('Lost');
    await get(ErasureService).delete(lost, { password: PASSWORD, removeTexts: false });
    const jobs = () => db().query('select attempts, queue_name as queue from graphile_worker.jobs where key = $1', [`erase:${lost.memberId}`]);
    await db().query('update graphile_worker._private_jobs set attempts = 3 where key = $1', [`erase:${lost.memberId}`]);
    await get(ErasureService).sweep();
    expect(await jobs()).toEqual([{ attempts: 3, queue: 'rights' }]);
    await db().query('update graphile_worker._private_jobs set attempts = max_attempts where key = $1', [`erase:${lost.memberId}`]);
    await get(ErasureService).sweep();
    expect(await jobs()).toEqual([{ attempts: 0, queue: 'rights' }]);
    await db().query('delete from graphile_worker._private_jobs where key = $1', [`erase:${lost.memberId}`]);
    await get(ErasureService).sweep();
    expect(await jobs()).toEqual([{ attempts: 0, queue: 'rights' }]);
  });

  it('waits for the mail that tells of it, and forgets the address with it', async () => {
    const tom = await member('Tommaso');
    await get(ErasureService).delete(tom, { password: PASSWORD, removeTexts: false });
    await db().query(`update mail set state = 'queued' where recipient = 'tommaso@example.org'`);
    expect(await get(ErasureRunner).run(tom.memberId)).toBe(false);
    expect(await db().query('select from member where id = $1', [tom.memberId])).toEqual([]);
    await db().query(`update mail set state = 'sent', sent_at = now(), text = null, html = null where recipient = 'tommaso@example.org'`);
    expect(await get(ErasureRunner).run(tom.memberId)).toBe(true);
    expect(await placesOf('tommaso')).toEqual([]);
  });
});
