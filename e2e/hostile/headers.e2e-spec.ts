import { acts } from '../api/acts.js';
import { type Mailed, mailed } from '../support/mailed.js';
import { PASSWORD, type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { asSeen } from './field.rules.js';
import { atLeast } from './filled.js';
import { HOSTILE, isStorable, STRINGS } from './strings.js';

/** What people write and what ends in the head of a reply or of a mail. */
describe('hostile texts in headers', () => {
  let app: RunningApp;
  let mails: Mailed;
  let mina: Person;
  let otto: Person;
  let categoryId: string;
  beforeAll(async () => {
    mails = await mailed();
    app = await runningApp({ trustProxy: 1, smtpUrl: mails.url, mailFrom: { name: 'Kundig', address: 'community@company.example' } });
    categoryId = (await acts(await app.person('Root', 'admin')).createCategory('Router')).category!.id;
    [mina, otto] = [await app.person('Mina'), await app.person('Otto')];
    await app.db.query('update member set email_verified_at = now()');
  });
  afterAll(async () => {
    await app.close();
    await mails.close();
  });

  const upload = async (body: FormData | Buffer, type?: string) => {
    const response = await fetch(`${app.url}/files`, { method: 'POST', body: body as never, headers: { cookie: mina.cookie, ...(type ? { 'content-type': type } : {}) } });
    return { status: response.status, body: (await response.json()) as { path: string; name: string; markdown: string } };
  };

  it('gives a file out under a name that is one, in a header that is one', async () => {
    const faults: string[] = [];
    const tried = [...HOSTILE.outside, ...HOSTILE.controls, ...STRINGS.filter((_, n) => n % 6 === 0)];
    for (const text of new Set(tried)) {
      const form = new FormData();
      form.set('file', new Blob(['Just a text.']), `${text.toWellFormed()}.txt`);
      const sent = await upload(form);
      const as = JSON.stringify(text.slice(0, 60));
      if (sent.status !== 201) { faults.push(`${as}: ${sent.status} ${JSON.stringify(sent.body)}`); continue; }
      const response = await fetch(app.url + sent.body.path, { headers: { cookie: mina.cookie } });
      const [, plain = '', encoded = ''] = /^attachment; filename="([a-z0-9.-]+)"; filename\*=UTF-8''([\w.~!#$&+^`|%-]+)$/.exec(response.headers.get('content-disposition') ?? '') ?? [];
      if (response.status !== 200 || plain === '' || decodeURIComponent(encoded) !== sent.body.name) faults.push(`${as}: ${response.status} ${response.headers.get('content-disposition')}`);
      if (/[\p{Cc}"<>\\/]/u.test(sent.body.name) || response.headers.has('set-cookie') || response.headers.get('content-type') !== 'text/plain; charset=utf-8') faults.push(`${as}: ${sent.body.name} ${JSON.stringify([...response.headers])}`);
    }
    expect(faults).toEqual([]);
  });

  it('reads a form whose parts say nonsense of themselves, or refuses it', async () => {
    const faults: string[] = [];
    for (const text of [...HOSTILE.outside, ...HOSTILE.controls, ...HOSTILE.unstorable]) {
      const part = `--x\r\nContent-Disposition: form-data; name="file"; filename="${text}"\r\nContent-Type: ${text}\r\n\r\nJust a text.\r\n--x--\r\n`;
      const { status } = await upload(Buffer.from(part), 'multipart/form-data; boundary=x');
      if (status >= 500) faults.push(`${JSON.stringify(text)}: ${status}`);
    }
    expect(faults).toEqual([]);
  });

  it('answers whatever a request says of itself', async () => {
    const faults: string[] = [];
    const names = ['user-agent', 'accept-language', 'cookie', 'authorization', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'if-none-match', 'origin', 'referer', 'range', 'accept'];
    for (const text of STRINGS.filter((each) => /^[\t\x20-\x7E\x80-\xFF]+$/.test(each) && each.length < 300).filter((_, n) => n % 5 === 0)) {
      for (const name of names) {
        const response = await fetch(`${app.url}/threads`, { redirect: 'manual', headers: { [name]: text } });
        if (response.status >= 500) faults.push(`${name}: ${text}: ${response.status}`);
        if ((await response.text()).includes(text) && text.includes('<')) faults.push(`${name}: ${text} comes back as it is`);
      }
    }
    expect(faults).toEqual([]);
    const agent = '"><script>out()</script> \u00E4';
    const response = await fetch(`${app.url}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': agent }, body: JSON.stringify({ email: mina.email, password: PASSWORD }) });
    const settings = await (await fetch(`${app.url}/settings`, { headers: { cookie: response.headers.get('set-cookie')!.split(';')[0]! } })).text();
    expect(settings).not.toContain('<script>out()');
  });

  it('makes no page where a browser asks for a picture, which whoever writes a post can have it do a thousand times', async () => {
    const form = new FormData();
    form.set('file', new Blob(['Just a text.']), 'a.txt');
    const file = (await upload(form)).body.path;
    const asPicture = async (path: string) => {
      const response = await fetch(app.url + path, { headers: { cookie: mina.cookie, 'sec-fetch-dest': 'image' } });
      return [response.status, response.headers.get('cache-control')];
    };
    for (const path of ['/', '/search?q=router', '/de/tags', '/graphql', '/files']) expect([path, ...(await asPicture(path))]).toEqual([path, 404, 'no-store']);
    const logo = /href="([^"]+favicon.svg)"/.exec(await (await fetch(`${app.url}/`)).text())![1]!;
    for (const path of [file, logo]) expect((await asPicture(path))[0]).toBe(200);
  });

  it('sends one mail to one person, with a subject of one line, whatever the title', async () => {
    const titles = [...HOSTILE.outside, ...HOSTILE.controls, ...HOSTILE.unicode.slice(0, 6)].filter((text) => isStorable(text) && asSeen(text).length > 1);
    for (const [n, text] of titles.entries()) {
      const { thread } = await acts(mina).ask({ title: `${n}: ${atLeast(text, 8)}`, body: atLeast(text, 10), categoryId });
      await acts(otto).answer(thread!.id, atLeast(text, 10));
    }
    const faults: string[] = [];
    for (const [n, text] of titles.entries()) {
      const mail = await mails.to(mina.email, new RegExp(`(?:^|\\D)${n}: `));
      const [head] = mail.raw.split('\r\n\r\n');
      const names = head!.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0]!.toLowerCase());
      const unknown = names.filter((name) => !KNOWN.has(name));
      if (unknown.length > 0 || new Set(names).size !== names.length) faults.push(`${JSON.stringify(text)}: ${names.join()}`);
      if (mail.to.join() !== mina.email || mail.header('To') !== mina.email) faults.push(`${JSON.stringify(text)}: to ${mail.to.join()}, ${mail.header('To')}`);
      if (/[^\x20-\x7E\r\n\t]/.test(head!)) faults.push(`${JSON.stringify(text)}: signs in the head that no mail holds`);
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

const KNOWN = new Set(['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'content-transfer-encoding', 'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post']);
