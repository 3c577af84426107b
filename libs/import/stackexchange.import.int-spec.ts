import pg from 'pg';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { COMMUNITY, writtenDump } from './dump.fixture.js';
import { importStackExchange } from './stackexchange.import.js';

let database: TestDatabase;
let client: pg.Client;
const rows = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;

beforeEach(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

async function imported(files: Parameters<typeof writtenDump>[0], options: Partial<Parameters<typeof importStackExchange>[0]> = {}) {
  const dump = writtenDump(files);
  try {
    return await importStackExchange({ databaseUrl: database.url, folder: dump.folder, ...options });
  } finally {
    dump.remove();
  }
}

const SNAPSHOT = `
  select (select json_agg(to_jsonb(t) order by id) from thread t) as threads, (select json_agg(to_jsonb(t) order by id) from post t) as posts,
    (select json_agg(to_jsonb(t) order by id) from member t) as members, (select json_agg(to_jsonb(t) order by id) from tag t) as tags,
    (select json_agg(to_jsonb(t) order by id) from category t) as categories, (select count(*) from thread_tag) as thread_tags`;

describe('import of a StackExchange dump', () => {
  it('brings everything in', async () => {
    const report = await imported(COMMUNITY, { language: 'de' });
    expect(report).toMatchObject({
      source: 'help.example.org', category: 'help-example-org', alreadyDone: false, postsWritten: 8,
      members: 4, questions: 4, answers: 2, comments: 2, votesUp: 3, votesDown: 1, accepted: 1, closed: 2, duplicates: 1, tags: 2,
    });
    expect(report.skipped).toEqual({
      'neither question nor answer (wiki, election, ...)': 2,
      'accepted answer that is not there': 1,
      'comment on a post that is not there': 1,
      'vote on a post that is not there': 1,
      'duplicate link that leads nowhere': 1,
    });
    expect(report.skippedRows).toContainEqual({ file: 'Posts.xml', line: 9, id: '30', reason: 'neither question nor answer (wiki, election, ...)' });

    expect(await rows('select name, email, language, imported_id from member order by imported_id')).toEqual([
      { name: 'Anna', email: null, language: 'de', imported_id: '1' },
      { name: 'ANNA 2', email: null, language: 'de', imported_id: '2' },
      { name: 'Bert Blau', email: null, language: 'de', imported_id: '3' },
      { name: 'Ａnna 3', email: null, language: 'de', imported_id: '4' },
    ]);
    const [question] = await rows(
      `select t.*, m.name, c.thread_count, p.source, p.score, p.imported_up, p.imported_down, p.comment_count, a.source as accepted, a.edited_at
       from thread t join member m on m.id = t.author_id join category c on c.id = t.category_id
       join post p on p.thread_id = t.id and p.kind = 'opening' join post a on a.id = t.accepted_post_id where t.imported_id = '10'`);
    expect(question).toMatchObject({
      kind: 'question', title: 'Größe ändern?', slug: 'groesse-aendern', name: 'Anna', language: 'de', solved: true, answer_count: 2, view_count: '77', thread_count: 4,
      created_at: new Date('2020-01-04T10:00:00.123Z'), last_activity_at: new Date('2020-01-08T10:00:00.123Z'), closed_at: null, imported_from: 'help.example.org',
      source: '# Hi\n\n1\\. no list [there](https://help.example.org/q/1)', score: 1, imported_up: 2, imported_down: 1, comment_count: 1,
      accepted: 'Before its **question**.\n\n```\na`b\n```', edited_at: new Date('2020-01-09T10:00:00.123Z'),
    });
    expect(await rows('select imported_id, author_id, author_name, closed_at is not null as closed, close_reason, duplicate_of is not null as duplicate from thread order by imported_id')).toMatchObject([
      { imported_id: '10', author_name: null, close_reason: null, duplicate: false },
      { imported_id: '20', author_id: null, author_name: 'gone', closed: true, close_reason: 'duplicate', duplicate: true },
      { imported_id: '21', author_id: null, author_name: 'user99', closed: true, close_reason: 'imported', duplicate: false },
      { imported_id: '22', author_name: null, closed: false, close_reason: null },
    ]);
    expect(await rows(`select imported_id, author_name from post where imported_id = 'p12'`)).toEqual([{ imported_id: 'p12', author_name: 'Helper Bot' }]);
    expect(await rows(`select p.imported_id, p.html, p.imported_up, p.author_name, q.imported_id as parent from post p join post q on q.id = p.parent_id order by 1`)).toEqual([
      { imported_id: 'c10', html: '<p># not a heading, <em>but</em> <code>code</code> &lt;b&gt;</p>\n', imported_up: 3, author_name: null, parent: 'p10' },
      { imported_id: 'c11', html: '<p>second</p>\n', imported_up: 0, author_name: 'gone', parent: 'p11' },
    ]);
    expect(await rows('select name, thread_count from tag order by name')).toEqual([{ name: 'new-tag', thread_count: 1 }, { name: 'router', thread_count: 2 }, { name: 'unused', thread_count: 0 }]);
    expect(await rows('select distinct thread_id from search_mark')).toHaveLength(4);
    expect(await rows('select * from event')).toEqual([]);
  });

  it('changes nothing the second time, nor when its record is lost', async () => {
    await imported(COMMUNITY);
    const before = await rows(SNAPSHOT);
    expect(await imported(COMMUNITY)).toMatchObject({ alreadyDone: true, postsWritten: 0, questions: 4, answers: 2, comments: 2, votesUp: 3 });
    expect(await rows(SNAPSHOT)).toEqual(before);
    await rows(`delete from import_progress where step not in ('votes')`); // votes are sums: only their record keeps them from doubling
    expect(await imported(COMMUNITY)).toMatchObject({ alreadyDone: false, postsWritten: 0 });
    expect(await rows(SNAPSHOT)).toEqual(before);
  });

  it('keeps the counts of what members wrote meanwhile', async () => {
    await imported(COMMUNITY);
    await rows(`insert into post (thread_id, kind, source, html, renderer) select id, 'answer', 'x', 'x', 1 from thread where imported_id = '10'`);
    await rows(`update thread set answer_count = answer_count + 1 where imported_id = '10'`);
    await rows(`delete from import_progress where step = 'counters'`);
    await imported(COMMUNITY);
    expect(await rows(`select answer_count from thread where imported_id = '10'`)).toEqual([{ answer_count: 3 }]);
  });

  it('puts threads into the category that was named', async () => {
    await rows(`insert into category (slug, name) values ('fragen', 'Fragen')`);
    expect(await imported(COMMUNITY, { category: 'fragen', site: 'other' })).toMatchObject({ category: 'fragen', source: 'other' });
    expect(await rows('select slug, thread_count from category')).toEqual([{ slug: 'fragen', thread_count: 4 }]);
    await expect(imported(COMMUNITY, { category: 'Kein Slug' })).rejects.toThrow('"Kein Slug" is no category');
  });

  it('reports broken rows and goes on', async () => {
    const row = (id: number, more: Record<string, string | number>) => ({ Id: id, PostTypeId: 1, Title: `t${id}`, Body: 'b', CreationDate: '2020-01-01T00:00:00.000', ...more });
    const report = await imported({
      Users: ['  <row Id="1" DisplayName="no end', { Id: 2, DisplayName: 'Ok', CreationDate: '2020-01-01T00:00:00' }, { Id: 3, DisplayName: 'x', CreationDate: 'yesterday' }],
      Posts: [
        row(1, {}),
        '  <row Id="2" PostTypeId="1" Title="a < b" Body="x" />',
        '  <row Id="3" PostTypeId="1" Title="a&nbsp;b" />',
        '  <row Id="4" PostTypeId="1" Title="a&#0;b" />',
        row(5, { CreationDate: '2020-02-31T99:00:00' }),
        row(6, { Title: 'x'.repeat(301) }),
        row(7, { Body: 'ä'.repeat(100_001) }),
        row(8, { Title: '\u200B' }),
        row(9, { OwnerUserId: 'x' }),
        'garbage \x01 <b>',
        row(10, { ViewCount: '-5', LastActivityDate: 'never', Tags: '<a>' }),
        row(11, { Id: 'eleven' }),
        row(12, { CreationDate: '9999-12-31T23:59:59' }),
        '  <row Id="13" PostTypeId="1" Title="cut off',
      ],
    });
    expect(report).toMatchObject({ members: 1, questions: 3, accepted: 0 });
    expect(report.skippedRows.map(({ file, line, id, reason }) => `${file} ${line} ${id} ${reason}`)).toEqual([
      'Users.xml 3 null broken XML', 'Users.xml 5 3 invalid CreationDate',
      'Posts.xml 4 null broken XML', 'Posts.xml 5 null broken XML', 'Posts.xml 6 null broken XML', 'Posts.xml 7 5 invalid CreationDate', 'Posts.xml 8 6 Title longer than 300 characters',
      'Posts.xml 10 8 no title', 'Posts.xml 11 9 invalid OwnerUserId', 'Posts.xml 14 eleven invalid Id', 'Posts.xml 16 null broken XML', 'Posts.xml 9 7 body longer than 200,000 bytes',
    ]);
  });

  it('says in a sentence what is not there', async () => {
    await expect(importStackExchange({ databaseUrl: database.url, folder: '/nowhere/at-all' })).rejects.toThrow('There is no folder /nowhere/at-all.');
    const dump = writtenDump({});
    const { rmSync } = await import('node:fs');
    rmSync(`${dump.folder}/Votes.xml`);
    await expect(importStackExchange({ databaseUrl: database.url, folder: dump.folder })).rejects.toThrow('is not a whole StackExchange dump: Votes.xml is missing.');
    dump.remove();
  });
});
