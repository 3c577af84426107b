import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { AttachmentSweeper } from '#forum';
import { UploadReader } from '#platform/files';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

interface Taken {
  id: string;
  url: string;
  path: string;
  markdown: string;
  problem?: { code: string; reason?: string; fields?: { code: string }[] };
}

describe('files over HTTP', () => {
  let app: RunningApp;
  let ada: Person, mina: Person, otto: Person, staff: Person;
  let categoryId: string;
  let picture: Buffer;

  beforeAll(async () => {
    app = await runningApp({ roles: ['api'] });
    ada = await app.person('Ada', 'admin');
    [mina, otto] = [await app.person('Mina'), await app.person('Otto')];
    staff = await app.person('Sam', 'staff');
    categoryId = (await acts(ada).createCategory('Router')).category!.id;
    picture = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#393' } }).png().toBuffer();
  });
  afterAll(() => app.close());

  const send = async (person: Person, content: Buffer | string, name = 'picture.png', more: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('file', new Blob([content as never]), name);
    const response = await fetch(`${app.url}/files`, { method: 'POST', body: form, headers: { cookie: person.cookie, ...more } });
    return { status: response.status, body: (await response.json()) as Taken };
  };
  const get = (person: Person, path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers: { cookie: person.cookie, ...headers } });
  const statusFor = async (person: Person, path: string) => (await get(person, path)).status;
  const question = async (body: string, by = mina) => (await acts(by).ask({ title: 'What does this light mean?', body, categoryId })).thread!;
  const folder = (name: string) => join(app.app.get<Runtime>(RUNTIME, { strict: false }).settings.dataDir, name);
  const uploads = () => (existsSync(folder('uploads')) ? readdirSync(folder('uploads')) : []);

  it('takes a picture and says how to show it', async () => {
    const { status, body } = await send(mina, picture, 'Lamp [red].png');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^att_[0-9a-f]{32}$/), url: expect.stringMatching(/^http:\/\/localhost:3000\/files\//), path: `/files/${body.id.slice(4)}/lamp-red.png`,
      markdown: `![Lamp _red_.png](${body.path})`, name: 'Lamp _red_.png', mime: 'image/png', bytes: expect.any(Number), width: 12, height: 8,
    });
    expect(uploads()).toEqual([]);
  });

  it('gives a picture out so that it can do nothing but be looked at', async () => {
    const { body } = await send(mina, picture, 'Größe.png');
    await question(`It looks like this: ${body.markdown}`);
    const response = await get(app.guest, body.path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png', 'content-disposition': `inline; filename="groesse.png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.png`, 'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'cache-control': 'public, max-age=31536000, s-maxage=300, immutable', 'cross-origin-resource-policy': 'same-origin',
    });
    expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).width).toBe(12);
    expect((await get(app.guest, body.path, { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
    const head = await fetch(app.url + body.path, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, response.headers.get('content-length')]);
  });

  it('gives everything else out only to be saved', async () => {
    const { body } = await send(mina, 'a <b>log</b>', 'router.log');
    const response = await get(mina, body.path);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect([response.headers.get('content-type'), response.headers.get('cache-control'), await response.text()]).toEqual(['text/plain; charset=utf-8', 'private, no-store', 'a <b>log</b>']);
    expect(body.markdown).toBe(`[router.log](${body.path})`);
  });

  it('shows it where its post is seen, and before that to its owner alone', async () => {
    const { body } = await send(mina, picture);
    const all = async () => [await statusFor(mina, body.path), await statusFor(otto, body.path), await statusFor(staff, body.path), await statusFor(app.guest, body.path)];
    expect(await all()).toEqual([200, 404, 404, 404]);
    const thread = await question(`Look at this one: ${body.markdown}`);
    const key = thread.id.slice(4);
    expect(await all()).toEqual([200, 200, 200, 200]);
    for (const [table, where, gone, back] of [['thread', 'id', '', ''], ['post', 'thread_id', `, deleted_at = now(), deleted_from = 'visible'`, ', deleted_at = null, deleted_from = null']] as const) {
      await app.db.query(`update ${table} set state = 'held' where ${where} = $1`, [key]);
      expect(await all()).toEqual([200, 404, 200, 404]);
      await app.db.query(`update ${table} set state = 'hidden' where ${where} = $1`, [key]);
      expect(await all()).toEqual([200, 404, 200, 404]);
      await app.db.query(`update ${table} set state = 'deleted'${gone} where ${where} = $1`, [key]);
      expect(await all()).toEqual([404, 404, 200, 404]);
      await app.db.query(`update ${table} set state = 'visible'${back} where ${where} = $1`, [key]);
    }
  });

  it('hangs only one’s own files on a post', async () => {
    const { body } = await send(mina, picture);
    await question(`This is hers: ${body.markdown}`, otto);
    expect(await statusFor(otto, body.path)).toBe(404);
    const { id } = await question(`And this is mine: ${body.markdown}`);
    const { thread } = await app.guest.ask<{ thread: { opening: { attachments: { id: string; width: number }[]; html: string } } }>('query($id: ID!) { thread(id: $id) { opening { html attachments { id width } } } }', { id });
    expect(thread.opening.attachments).toEqual([{ id: body.id, width: 12 }]);
    expect(thread.opening.html).toContain(`<img src="${body.path}"`);
  });

  it('hangs a file on its post that an edit brings in', async () => {
    const { id } = await question('The picture comes later.');
    const { thread } = await mina.ask<{ thread: { opening: { id: string; version: number } } }>('query($id: ID!) { thread(id: $id) { opening { id version } } }', { id });
    const { body } = await send(mina, picture);
    const { editPost } = await mina.ask<{ editPost: { problem: unknown } }>('mutation($input: EditPostInput!) { editPost(input: $input) { problem { code message } } }', { input: { postId: thread.opening.id, body: `Here it is: ${body.markdown}`, basedOn: thread.opening.version } });
    expect(editPost.problem).toBeNull();
    expect(await statusFor(app.guest, body.path)).toBe(200);
  });

  it('takes it out of everybody’s sight with the text it stood in, and back with it', async () => {
    const { body } = await send(mina, 'my number is 0171 5550199', 'contract.txt');
    const asked = await question(`See ${body.markdown}, please.`);
    const { thread: { opening } } = await app.guest.ask<{ thread: { opening: { id: string; version: number } } }>('query($id: ID!) { thread(id: $id) { opening { id version } } }', { id: asked.id });
    const edit = 'mutation($input: EditPostInput!) { editPost(input: $input) { problem { message } } }';
    expect(await staff.ask(edit, { input: { postId: opening.id, body: 'See the contract, please.', basedOn: opening.version, reason: 'personal data' } })).toEqual({ editPost: { problem: null } });
    const all = async () => [await statusFor(app.guest, body.path), await statusFor(otto, body.path), await statusFor(staff, body.path), (await app.guest.ask<{ post: { attachments: unknown[] } }>('query($id: ID!) { post(id: $id) { attachments { path } } }', { id: opening.id })).post.attachments.length];
    expect(await all()).toEqual([200, 200, 200, 1]); // its history shows it
    const hide = (act: string) => staff.ask(`mutation($id: ID!) { ${act}(input: {postId: $id, number: 1, reason: "personal data"}) { problem { message } } }`, { id: opening.id });
    await hide('hideRevision');
    expect(await all()).toEqual([404, 404, 200, 0]);
    await hide('showRevision');
    expect(await all()).toEqual([200, 200, 200, 1]);
  });

  it('asks for the files of all posts of a page at once', async () => {
    const { id } = await question('With a picture in each answer.');
    for (let count = 0; count < 3; count++) await acts(otto).answer(id, `See here: ${(await send(otto, picture)).body.markdown}`);
    const { thread } = await app.guest.ask<{ thread: { answers: { nodes: { attachments: { path: string }[] }[] } } }>('query($id: ID!) { thread(id: $id) { answers(first: 10) { nodes { attachments { path } } } } }', { id });
    expect(thread.answers.nodes.map(({ attachments }) => attachments.length)).toEqual([1, 1, 1]);
  });

  it('lets its owner remove it, and nobody else', async () => {
    const remove = async (person: Person, attachmentId: string) => (await person.raw('mutation($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { removedId problem { code ... on NotAllowed { reason } } } }', { input: { attachmentId } })).body;
    const { body } = await send(mina, picture);
    expect(await remove(otto, body.id)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    await question(`For all to see: ${body.markdown}`);
    expect(await remove(staff, body.id)).toMatchObject({ data: { removeAttachment: { removedId: null, problem: { reason: 'not-your-file' } } } });
    expect(await remove(mina, body.id)).toMatchObject({ data: { removeAttachment: { removedId: body.id, problem: null } } });
    expect(await statusFor(mina, body.path)).toBe(404);
    expect(await remove(mina, 'att_1')).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('loses what nobody wrote into a post, in the store, too', async () => {
    const [loose, young, kept, broken] = [await send(mina, picture), await send(mina, picture), await send(mina, picture), await send(mina, picture)].map(({ body }) => body);
    await question(`This one is in use: ${kept!.markdown}`);
    const day = (id: string) => app.db.query(`update attachment set created_at = now() - interval '25 hours' where id = $1::uuid`, [id.slice(4)]);
    await Promise.all([day(loose!.id), day(kept!.id), day(broken!.id)]);
    await app.db.query(`update attachment set state = 'storing' where id = $1::uuid`, [broken!.id.slice(4)]);
    const inStore = ({ id }: Taken) => existsSync(join(folder('files'), id.slice(4, 6), id.slice(6, 8), id.slice(4)));
    expect([loose, young, kept, broken].map((file) => inStore(file!))).toEqual([true, true, true, true]);
    await app.app.get(AttachmentSweeper, { strict: false }).sweep();
    expect([loose, young, kept, broken].map((file) => inStore(file!))).toEqual([false, true, true, false]);
    expect(await app.db.query('select id from attachment where id = any($1::uuid[])', [[loose!.id.slice(4), broken!.id.slice(4)]])).toEqual([]);
  });

  describe('refuses', () => {
    it('guests, without reading what they send', async () => {
      const { status, body } = await send(app.guest, picture);
      expect([status, body.problem]).toEqual([401, expect.objectContaining({ reason: 'sign-in-needed' })]);
    });

    it('what comes from another site', async () => {
      const form = new FormData();
      form.set('file', new Blob([picture as never]), 'a.png');
      const response = await fetch(`${app.url}/files`, { method: 'POST', body: form, headers: { cookie: mina.cookie, origin: 'https://evil.example' } });
      expect(response.status).toBe(403);
    });

    it('what its content says it is, and leaves nothing behind', async () => {
      const { status, body } = await send(mina, '<svg onload="out()">', 'a.png');
      expect([status, body.problem?.fields?.[0]?.code]).toEqual([422, 'file-kind']);
      expect(uploads()).toEqual([]);
    });

    it.each([
      ['no file', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n', 422],
      ['a form cut short', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc', 400],
      ['no form at all', 'abc', 400],
      ['a header without end', `--x\r\n${'a'.repeat(100_000)}`, 400],
    ])('%s', async (_, text, status) => {
      const response = await fetch(`${app.url}/files`, { method: 'POST', body: text, headers: { cookie: mina.cookie, 'content-type': 'multipart/form-data; boundary=x' } });
      expect(response.status).toBe(status);
      expect(uploads()).toEqual([]);
    });

    it('names that are paths or no text', async () => {
      const named = async (name: Buffer) => {
        const form = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="'), name, Buffer.from('"\r\n\r\nhello\r\n--x--\r\n')]);
        const response = await fetch(`${app.url}/files`, { method: 'POST', body: form as never, headers: { cookie: mina.cookie, 'content-type': 'multipart/form-data; boundary=x' } });
        return ((await response.json()) as { name: string }).name;
      };
      expect(await named(Buffer.from('../../../../tmp/evil.txt'))).toBe('evil.txt');
      expect(await named(Buffer.from('M\xfcller.txt', 'latin1'))).toBe('M_ller.txt');
      expect(await named(Buffer.from('Müller.txt'))).toBe('Müller.txt');
    });

    it('what is too large as soon as that is known: the rest is not even read', async () => {
      const asked = httpRequest(`${app.url}/files`, { method: 'POST', headers: { cookie: otto.cookie, 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' } });
      asked.on('error', () => undefined); // the connection is closed while we still send
      asked.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
      const before = process.memoryUsage.rss();
      let sent = 0;
      const answered = new Promise<{ status: number; connection: string; body: string }>((resolve) => {
        asked.on('response', async (response) => {
          let body = '';
          for await (const chunk of response) body += String(chunk);
          resolve({ status: response.statusCode!, connection: response.headers.connection!, body });
        });
      });
      const piece = Buffer.alloc(1_000_000, 'a');
      while (sent < 100) {
        sent += 1;
        if (await Promise.race([new Promise<false>((next) => asked.write(piece, () => next(false))), answered.then(() => true)])) break;
      }
      const { status, connection, body } = await answered;
      asked.destroy();
      expect([status, connection, (JSON.parse(body) as Taken).problem?.fields?.[0]?.code]).toEqual([422, 'close', 'file-too-large']);
      expect(sent).toBeLessThan(60);
      expect(process.memoryUsage.rss() - before).toBeLessThan(80_000_000);
      expect(uploads()).toEqual([]);
    });

    it('nothing and keeps nothing of what was given up halfway', async () => {
      const asked = httpRequest(`${app.url}/files`, { method: 'POST', headers: { cookie: otto.cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5000000' } });
      asked.on('error', () => undefined);
      asked.write(`--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'a'.repeat(1_000_000)}`);
      while (uploads().length === 0) await new Promise((soon) => setTimeout(soon, 5));
      asked.destroy();
      while (uploads().length > 0) await new Promise((soon) => setTimeout(soon, 5));
    });
  });
});

describe('whoever sends slowly', () => {
  const PACE = { silentMs: 400, graceMs: 400, bytesPerSecond: 100_000, wholeMs: 2_000 };
  let app: RunningApp;
  let ida: Person;
  const send = (bytesEach: number, everyMs: number, total: number) => {
    const asked = httpRequest(`${app.url}/files`, { method: 'POST', headers: { cookie: ida.cookie, 'content-type': 'multipart/form-data; boundary=x' } });
    asked.on('error', () => undefined); // the connection is closed while we still send
    asked.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    const piece = Buffer.alloc(bytesEach, 'a');
    let sent = 0;
    const timer = setInterval(() => {
      if (sent >= total) {
        clearInterval(timer);
        return void asked.end('\r\n--x--\r\n');
      }
      asked.write(piece);
      sent += piece.length;
    }, everyMs);
    return new Promise<{ status: number; connection: string; body: { message?: string } }>((resolve, reject) => {
      let isAnswered = false;
      asked.on('close', () => {
        clearInterval(timer);
        if (!isAnswered) reject(new Error('closed without an answer'));
      });
      asked.on('response', async (response) => {
        isAnswered = true;
        let body = '';
        for await (const chunk of response) body += String(chunk);
        asked.destroy();
        resolve({ status: response.statusCode!, connection: response.headers.connection!, body: JSON.parse(body) as { message?: string } });
      });
    });
  };
  beforeAll(async () => {
    app = await runningApp({ roles: ['api'] });
    app.app.get(UploadReader, { strict: false }).pace = PACE;
    ida = await app.person('Ida');
  });
  afterAll(() => app.close());

  it('is told so, and holds no place for others any longer: by silence, drop by drop, and for ever', async () => {
    const slow = [send(0, 100, 1), send(10, 20, 1_000_000), send(10_000, 50, 1e9)];
    const reader = app.app.get(UploadReader, { strict: false });
    while (reader.busy < 3) await new Promise((soon) => setTimeout(soon, 5));
    expect((await send(10, 1, 10)).status).toBe(429);
    for (const { status, connection, body } of await Promise.all(slow)) expect([status, connection, body.message]).toEqual([408, 'close', expect.stringContaining('too slowly')]);
    while (reader.busy > 0) await new Promise((soon) => setTimeout(soon, 5));
    const folder = join(app.app.get<Runtime>(RUNTIME, { strict: false }).settings.dataDir, 'uploads');
    expect(readdirSync(folder)).toEqual([]);
    reader.pace = { silentMs: 10_000, graceMs: 100, bytesPerSecond: 10_000, wholeMs: 60_000 };
    expect((await send(20_000, 50, 400_000)).status).toBe(201); // longer than the grace, but steadily
  });
});

describe('a newcomer', () => {
  let app: RunningApp;
  beforeAll(async () => { app = await runningApp({ roles: ['api'], limits: 'usual' }); });
  afterAll(() => app.close());

  it('sends pictures only, and no more than a day’s share, also at the same moment', async () => {
    const eager = await app.person('Eager');
    const send = async (content: Buffer | string) => {
      const form = new FormData();
      form.set('file', new Blob([content as never]), 'a.png');
      const response = await fetch(`${app.url}/files`, { method: 'POST', body: form, headers: { cookie: eager.cookie } });
      return { status: response.status, problem: ((await response.json()) as Taken).problem };
    };
    expect((await send('hello')).problem).toMatchObject({ code: 'NotAllowed', reason: 'not-on-first-day' });
    const picture = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#393' } }).png().toBuffer();
    const answers = [];
    for (let round = 0; round < 3; round++) answers.push(...(await Promise.all([send(picture), send(picture), send(picture)])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429, 429, 429, 429]);
    expect(answers.find(({ status }) => status === 429)!.problem?.code).toBe('TooFast');
  });
});
