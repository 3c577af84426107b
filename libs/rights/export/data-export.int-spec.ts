import { on } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl';
import { AccountsModule } from '#accounts';
import { AnswerService, AskQuestionService, CategoryService, EditService, ForumModule } from '#forum';
import { Actor } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import { FILE_STORE, type FileStore } from '#platform/files';
import { type TestContext, testContext } from '#platform/testing';
import { DataExportService, ExportWriter, RightsModule } from '../index.js';
import { BATCH } from './export.writer.js';
import { LEFT_OUT, PARTS } from './export.parts.js';

describe('everything that is kept of a member', () => {
  let test: TestContext;
  let folder: string;
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = () => get(Database);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rights-'));
    test = await testContext([AccountsModule, ForumModule, RightsModule], { dataDir: folder });
  });
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });

  const member = async (name: string): Promise<Actor> => {
    const row = { name, role: 'customer', rank: 0, language: 'en' } as const;
    const made = await db().one<{ id: string }>('insert into member (name, name_key, email) values ($1, lower($1), $2) returning id', [name, `${name.toLowerCase()}@example.org`]);
    return Actor.member({ ...row, id: made!.id });
  };
  const latestId = async (actor: Actor) => (await db().one<{ id: string }>('select id from data_export where member_id = $1 order by requested_at desc', [actor.memberId]))!.id;

  it('is one file: what they wrote with its versions, their votes and files, and nothing of others', async () => {
    const [mina, ben] = [await member('Mina'), await member('Ben')];
    const categoryId = encodeId('category', await get(CategoryService).create({ name: 'Router' }));
    const thread = await get(AskQuestionService).ask(mina, { title: 'Why does it restart?', body: 'It does so every night.', categoryId, tags: [] });
    const post = (await get(AnswerService).answer(ben, { threadId: encodeId('thread', thread), body: 'A secret of Ben’s.' })).postKey;
    await db().query('insert into vote (post_id, member_id, value) values ($1, $2, 1)', [post, mina.memberId]);
    const opening = (await db().one<{ id: string }>('select id from post where thread_id = $1 and kind = $2', [thread, 'opening']))!.id;
    await get(EditService).edit(mina, { postId: encodeId('post', opening), basedOn: 0, body: 'It does so each morning.' });
    const key = 'ab'.repeat(16);
    await writeFile(join(folder, 'sent'), 'a log');
    await test.context.get<FileStore>(FILE_STORE, { strict: false }).put(key, { path: join(folder, 'sent'), bytes: 5, sha256: '' });
    const file = `insert into attachment (id, owner_id, name, mime, bytes, sha256, ticket_key, state) values ($1::uuid, $2, 'router.txt', 'text/plain', 5, sha256('x'), sha256('y'), 'ready')`;
    await db().query(file, [key, mina.memberId]);
    await db().query(file, ['cd'.repeat(16), mina.memberId]); // one that the store has lost
    await db().query(`insert into bookmark (member_id, post_id) select $1, id from post where author_id = $2`, [mina.memberId, ben.memberId]);
    // more than one batch
    await db().query(`insert into event (kind, actor_id, subject) select 'Voted', $1, '{}' from generate_series(1, ${BATCH + 1})`, [mina.memberId]);

    expect(await get(DataExportService).request(mina)).toMatchObject({ state: 'waiting', path: null });
    expect(await get(DataExportService).request(mina)).toMatchObject({ state: 'waiting' }); // the same one
    await get(ExportWriter).make(await latestId(mina));
    const latest = (await get(DataExportService).latest(mina.memberId))!;
    expect(latest).toMatchObject({ state: 'ready', path: '/settings/data/file' });
    expect(latest.done).toBe(latest.total);
    await expect(get(DataExportService).request(mina)).rejects.toMatchObject({ problem: { kind: 'TooFast' } });

    const zip = join(folder, 'out.zip');
    const opened = (await get(DataExportService).open(mina))!;
    await pipeline(opened.content, createWriteStream(zip));
    const inside = await filesIn(zip);
    expect(Object.keys(inside).toSorted()).toEqual([...PARTS.map(({ name }) => `${name}.json`), 'README.md', `files/${key}-router.txt`, `files/${'cd'.repeat(16)}-router.txt`].toSorted());
    const part = (name: string) => JSON.parse(inside[`${name}.json`]!) as Record<string, unknown>[];
    expect(part('account')).toMatchObject([{ name: 'Mina', email: 'mina@example.org' }]);
    expect(part('posts')).toMatchObject([{ kind: 'opening', title: 'Why does it restart?', source: 'It does so each morning.' }]);
    expect(part('votes')).toMatchObject([{ post: encodeId('post', post), value: 1 }]);
    expect(part('bookmarks')).toHaveLength(1);
    expect(part('events').length).toBeGreaterThan(BATCH);
    expect(part('files').map(({ as }) => inside[as as string])).toEqual(['a log', '']);
    expect(inside['README.md']).toContain('votes.json: your votes');
    expect(JSON.stringify(inside)).not.toMatch(/secret of Ben|password_hash|argon/);

    expect(await get(DataExportService).open(ben)).toBeNull();
    expect(await get(DataExportService).open(Actor.member({ id: mina.memberId, name: 'Mina', role: 'customer', rank: 0, language: 'en', scopes: ['read'] }))).toBeNull();
    await db().query(`update data_export set requested_at = now() - interval '8 days', expires_at = now() - interval '1 second'`);
    expect(await get(DataExportService).open(mina)).toBeNull();
    await get(DataExportService).sweep();
    expect(await test.context.get<FileStore>(FILE_STORE, { strict: false }).get((await latestId(mina)).replaceAll('-', ''))).toBeNull();
    expect(await get(DataExportService).latest(mina.memberId)).toMatchObject({ state: 'expired', nextAt: null, path: null });
  });

  it('is asked for once, whoever asks at the same moment, and again at once where it failed', async () => {
    const ada = await member('Ada');
    await Promise.all(Array.from({ length: 4 }, () => get(DataExportService).request(ada)));
    expect(await db().query('select from data_export where member_id = $1', [ada.memberId])).toHaveLength(1);
    await get(ExportWriter).failed(await latestId(ada));
    expect(await get(DataExportService).latest(ada.memberId)).toMatchObject({ state: 'failed', nextAt: null });
    expect(await get(DataExportService).request(ada)).toMatchObject({ state: 'waiting' });
  });

  it('is made from its beginning by whoever comes after one that died in the middle', async () => {
    const tom = await member('Tom');
    await get(DataExportService).request(tom);
    const id = await latestId(tom);
    const store = test.context.get<FileStore>(FILE_STORE, { strict: false });
    const put = jest.spyOn(store, 'put').mockRejectedValueOnce(new Error('the disk is gone'));
    await expect(get(ExportWriter).make(id)).rejects.toThrow('the disk is gone');
    expect(await get(DataExportService).latest(tom.memberId)).toMatchObject({ state: 'working' });
    put.mockRestore();
    await get(ExportWriter).make(id);
    expect(await get(DataExportService).latest(tom.memberId)).toMatchObject({ state: 'ready' });
  });

  it('fails alone where what it reads fails, leaves no half of a file, and is made at the next try', async () => {
    const eva = await member('Eva');
    await get(DataExportService).request(eva);
    const id = await latestId(eva);
    const key = 'ef'.repeat(16);
    await db().query(`insert into attachment (id, owner_id, name, mime, bytes, sha256, ticket_key, state) values ($1::uuid, $2, 'big.txt', 'text/plain', 5, sha256('x'), sha256('y'), 'ready')`, [key, eva.memberId]);
    const store = test.context.get<FileStore>(FILE_STORE, { strict: false });
    const torn = jest.spyOn(store, 'get').mockResolvedValueOnce(Readable.from((async function* () { yield 'a'; throw new Error('the bucket hung up'); })()));
    await expect(get(ExportWriter).make(id)).rejects.toThrow('the bucket hung up');
    torn.mockRestore();
    const query = db().query.bind(db());
    const part = jest.spyOn(db(), 'query').mockImplementation((sql: string, parameters?: unknown[]) => sql.includes(' from vote ') && sql.includes('limit') ? Promise.reject(new Error('the database hung up')) : query(sql, parameters) as never);
    await expect(get(ExportWriter).make(id)).rejects.toThrow('the database hung up');
    part.mockRestore();
    expect(await readdir(join(folder, 'exports'))).toEqual([]);
    await get(ExportWriter).make(id);
    expect(await get(DataExportService).latest(eva.memberId)).toMatchObject({ state: 'ready' });
  });

  it('is made for nobody who has left, however far it had come', async () => {
    const store = test.context.get<FileStore>(FILE_STORE, { strict: false });
    const leaving = (actor: Actor) => db().query(`insert into erasure (member_id, name, removes_texts, step) values ($1, 'Left', false, 'files')`, [actor.memberId]);
    for (const [i, when] of ['waiting', 'reading', 'stored', 'failed'].entries()) {
      const actor = await member(`Leaver ${i}`);
      await get(DataExportService).request(actor);
      const id = await latestId(actor);
      if (when === 'waiting') await leaving(actor);
      const put = store.put.bind(store);
      const storing = jest.spyOn(store, 'put').mockImplementationOnce(async (key, file) => {
        if (when === 'reading') await leaving(actor);
        await put(key, file);
        if (when === 'stored') await get(DataExportService).remove(actor.memberId);
        if (when === 'failed') throw new Error('killed');
      });
      await get(ExportWriter).make(id).catch(() => get(ExportWriter).failed(id));
      storing.mockRestore();
      expect(await store.get(id.replaceAll('-', ''))).toBeNull();
      expect(await db().query(`select from data_export where id = $1 and state = 'ready'`, [id])).toEqual([]);
    }
  });

  it('is given up where no job makes it any more, and what a killed one left goes', async () => {
    const kim = await member('Kim');
    await get(DataExportService).request(kim);
    const id = await latestId(kim);
    const left = join(folder, 'exports', `${id.replaceAll('-', '')}.zip`);
    await mkdir(join(folder, 'exports'), { recursive: true });
    await writeFile(left, 'half');
    await db().query(`update data_export set state = 'working' where id = $1`, [id]);
    await get(DataExportService).sweep();
    expect(await readFile(left, 'utf8')).toBe('half'); // its job is there
    await db().query(`update graphile_worker._private_jobs set attempts = max_attempts where key = $1`, [`export:${id}`]);
    await get(DataExportService).sweep();
    expect(await get(DataExportService).latest(kim.memberId)).toMatchObject({ state: 'failed', nextAt: null });
    expect(await readdir(join(folder, 'exports'))).toEqual([]);
  });

  it('knows every table that names a member', async () => {
    const columns = await db().query<{ place: string; named: string }>(
      `select c.conrelid::regclass || '.' || a.attname as place, c.conrelid::regclass::text as named from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       where c.contype = 'f' and c.confrelid = 'member'::regclass`,
    );
    const tells = (named: string, column: string) => PARTS.some(({ sql }) => new RegExp(`(?:from|join) ${named}\\b`).test(sql) && new RegExp(`\\b${column}\\b`).test(sql));
    const unsaid = (places: readonly string[]) => places.filter((place) => !(place in LEFT_OUT) && !tells(...(place.split('.') as [string, string])));
    expect(columns).not.toEqual([]);
    expect(unsaid(columns.map(({ place }) => place))).toEqual([]);
    // what holds a member's key or address without a foreign key; a column that looks like one and is not here fails
    const keyless = await db().query<{ place: string }>(
      `select c.oid::regclass || '.' || a.attname as place from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname ~ '(^|_)(member|author|actor|owner|editor|recipient|email)(_id|_key)?$'
         and not exists (select from pg_constraint k where k.contype = 'f' and k.confrelid = 'member'::regclass and k.conrelid = c.oid and a.attnum = any(k.conkey)) order by 1`,
    );
    expect(unsaid(keyless.map(({ place }) => place).filter((place) => place !== 'member.email'))).toEqual([]);
  });
});

async function filesIn(path: string): Promise<Record<string, string>> {
  const zip = await promisify<string, Options, ZipFile>(yauzl.open)(path, { lazyEntries: true });
  const open = promisify<Entry, Readable>(zip.openReadStream.bind(zip) as never);
  const found: Record<string, string> = {};
  zip.readEntry();
  for await (const [entry] of on(zip, 'entry', { close: ['end'] }) as AsyncIterable<[Entry]>) {
    found[entry.fileName] = await text(await open(entry));
    zip.readEntry();
  }
  return found;
}
