import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importStackExchange, type ImportReport } from '#import';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { type Web, web } from '../web/web.fixture.js';
import { STRINGS } from './strings.js';
import { built, watched } from './watched.js';

const ANSWERS = 20; // a page of them
const COMMENTS = 4;
const AT = '2020-01-01T10:00:00.123';

/** A row as it stands in a dump: whatever is no plain sign is written as a reference, also what XML does not know. */
const row = (attributes: Record<string, string | number>) =>
  `  <row ${Object.entries(attributes).map(([name, value]) => `${name}="${String(value).replace(/[^ !#-%'-;=?-~]/gu, (sign) => `&#x${sign.codePointAt(0)!.toString(16)};`)}"`).join(' ')} />`;

/** Each text as a name, a title, a tag, and as what a question, an answer and a comment say; then two long conversations of nothing else, and one of plain words. */
function dump(texts: readonly string[]) {
  const Users = texts.map((text, n) => row({ Id: n + 1, DisplayName: text, CreationDate: AT }));
  const Tags = texts.map((text, n) => row({ Id: n + 1, TagName: text, Count: 1 }));
  const Posts: string[] = [];
  const Comments: string[] = [];
  let id = 0;
  const post = (more: Record<string, string | number>) => {
    Posts.push(row({ Id: (id += 1), Score: 0, CreationDate: AT, ...more }));
    return id;
  };
  for (const [n, text] of texts.entries()) {
    post({ PostTypeId: 1, Title: text, Body: text, OwnerUserId: n + 1, Tags: `<${text}>` });
    post({ PostTypeId: 2, ParentId: id, Body: `<p>${text}</p>`, OwnerDisplayName: text });
    Comments.push(row({ Id: n + 1, PostId: id, Score: 0, Text: text, CreationDate: AT, UserDisplayName: text }));
  }
  const conversation = (title: string, said: (n: number) => string) => {
    let n = 0;
    const question = post({ PostTypeId: 1, Title: title, Body: said(n++), OwnerDisplayName: 'Somebody' });
    for (let answer = 0; answer < ANSWERS; answer += 1) {
      const key = post({ PostTypeId: 2, ParentId: question, Body: said(n++), OwnerDisplayName: 'Somebody' });
      for (let comment = 0; comment < COMMENTS; comment += 1) Comments.push(row({ Id: 1_000_000 + question * 1_000 + n, PostId: key, Score: 0, Text: said(n++), CreationDate: AT, UserDisplayName: 'Somebody' }));
    }
    return String(question);
  };
  const whole = texts.filter(isXml);
  const half = Math.ceil(whole.length / 2);
  const long = [whole.slice(0, half), whole.slice(half)].map((own, at) => conversation(`A long one, number ${at}`, (n) => own[n % own.length]!));
  const plain = conversation('A long one that is plain', () => 'It is just a light.');
  return { ...written({ Users, Tags, Posts, Comments, Votes: [], PostLinks: [] }), long, plain, written: { Posts: Posts.length, Comments: Comments.length } };
}

function written(files: Record<string, string[]>) {
  const parent = mkdtempSync(join(tmpdir(), 'kundig-hostile-'));
  const folder = join(parent, 'help.example.org');
  mkdirSync(folder);
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, `${name}.xml`), `<?xml version="1.0" encoding="utf-8"?>\n<${name.toLowerCase()}>\n${rows.join('\n')}\n</${name.toLowerCase()}>\n`);
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

describe('hostile texts out of a dump', () => {
  let site: Web;
  let db: Database;
  let report: ImportReport;
  let brought: ReturnType<typeof dump>;
  beforeAll(async () => {
    site = await web({ roles: ['api', 'web'] });
    db = site.site.app.get(Database, { strict: false });
    brought = dump(STRINGS);
    report = await importStackExchange({ databaseUrl: site.site.app.get<Runtime>(RUNTIME, { strict: false }).databaseUrl, folder: brought.folder, language: 'en' });
  }, 60_000);
  afterAll(async () => {
    brought.remove();
    await site.close();
  });
  const paths = async (sql: string, values: unknown[] = []) => (await db.query<{ path: string }>(`select '/t/' || t.id || '/' || t.slug as path from thread t ${sql}`, values)).map(({ path }) => path);

  it('come in, or are left out by name: none ends the import', async () => {
    const told = Object.values(report.skipped).reduce((sum, count) => sum + count, 0);
    expect(report.postsWritten + told).toBeGreaterThanOrEqual(brought.written.Posts + brought.written.Comments);
    expect(report.questions).toBeGreaterThan(STRINGS.length * 0.9);
    expect(Object.keys(report.skipped).filter((reason) => !KNOWN.test(reason))).toEqual([]);
    for (const column of ['thread.title', 'post.source', 'member.name', 'tag.name', 'post.author_name']) {
      const [table, name] = column.split('.');
      expect([column, await db.query(`select ${name} from ${table} where ${name} ~ '[\\u0001-\\u0008\\u000E-\\u001F\\u202E]' and '${column}' <> 'post.source'`)]).toEqual([column, []]);
    }
  });

  it('are shown as texts: page by page as plain ones are built, in lists, by tag and by member', async () => {
    const { faults, page, open } = await watched(site);
    const [plain] = await paths('where imported_id = $1', [brought.plain]);
    await open(plain!);
    const expected = await built(page);
    for (const path of await paths('where imported_id = any($1) order by id', [brought.long])) {
      await open(path);
      expect(await built(page)).toEqual(expected);
    }
    for (const path of await paths('where id % 12 = 0 order by id')) await open(path);
    await open('/threads');
    for (let next = page.locator('a[rel="next"]'); (await next.count()) > 0; next = page.locator('a[rel="next"]')) await open((await next.first().getAttribute('href'))!);
    for (const { name } of await db.query<{ name: string }>('select name from tag where id % 24 = 0')) await open(`/tag/${encodeURIComponent(name)}`);
    for (const { id } of await db.query<{ id: string }>('select id from member where id % 32 = 0')) await open(`/m/${id}`);
    expect(faults).toEqual([]);
  }, 60_000);
});

/** Why rows may be left out: by themselves, or with what they belong to. */
const KNOWN = /^(?:no title|no name|broken XML|\w+ longer than \d+ characters|answer to a question that is not there|comment on a post that is not there)$/;

/** What an XML parser takes. */
function isXml(text: string): boolean {
  return /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text);
}
