import pg from 'pg';
import { SignUpService } from '#accounts';
import { SavedSubmissions } from '#forum';
import { type Mailed, mailed } from '../support/mailed.js';
import { PASSWORD, type RunningApp, runningApp } from '../support/running-app.js';

const NEW = 'another long password';

describe('addresses, where mails leave', () => {
  let mails: Mailed;
  let app: RunningApp;
  beforeAll(async () => {
    mails = await mailed();
    app = await runningApp({ trustProxy: 1, roles: ['api', 'web', 'worker'], smtpUrl: mails.url, mailFrom: { name: 'Kundig', address: 'community@company.example' }, verifyAddresses: true });
  });
  afterAll(async () => {
    await app.close();
    await mails.close();
  });

  let networks = 0;
  const network = () => `198.51.100.${(networks += 1)}`;
  const post = (path: string, body: object, { from = network(), cookie = '' } = {}) =>
    fetch(`${app.url}/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': from, cookie }, body: JSON.stringify(body) });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!;
  const tokenIn = async (email: string, subject: RegExp) => mails.pathIn(await mails.to(email, subject)).split('/').at(-1)!;
  const ask = async (cookie: string, query: string) => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query }) });
    return ((await response.json()) as { data: Record<string, never> }).data;
  };
  const tokenBy = async (cookie: string): Promise<string> => {
    const { createToken } = await ask(cookie, `mutation { createToken(input: {name: "Theirs", scopes: [write], password: "${PASSWORD}"}) { secret } }`);
    return (createToken as unknown as { secret: string }).secret;
  };
  const opens = async (token: string) => (await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: '{"query":"{ viewer { id } }"}' })).status;
  const known = async (name: string) => {
    const email = `${name.toLowerCase()}@example.org`;
    const id = await app.app.get(SignUpService, { strict: false }).register({ name, email, password: PASSWORD, language: 'en' });
    const signIn = async (password = PASSWORD) => post('sign-in', { email, password });
    return { id, email, signIn };
  };

  it('answers every sign-up alike; the link lets post, once, and only by POST', async () => {
    const fresh = await post('sign-up', { rules: '1', name: 'Mina', email: 'mina@example.org', password: PASSWORD, language: 'de' });
    await known('Ada');
    const taken = await post('sign-up', { rules: '1', name: 'Somebody', email: 'ADA@example.org', password: PASSWORD });
    expect([fresh.status, taken.status]).toEqual([202, 202]);
    expect(await fresh.text()).toBe(await taken.text());
    expect([fresh, taken].map((response) => response.headers.get('set-cookie'))).toEqual([null, null]);
    expect((await mails.to('ada@example.org', /account already/)).text).toContain('/sign-in');
    const mail = await mails.to('mina@example.org', /bestätigen/);
    expect(mail.text).toContain('Guten Tag Mina');

    const cookie = cookieOf(await post('sign-in', { email: 'mina@example.org', password: PASSWORD }));
    const question = 'mutation { askQuestion(input: {title: "Why is it so slow?", body: "It is slow in the evening.", categoryId: "cat_1"}) { problem { ... on NotAllowed { reason } ... on InvalidInput { fields { field } } } } }';
    expect(await ask(cookie, question)).toEqual({ askQuestion: { problem: { reason: 'verify-address' } } });
    const path = mails.pathIn(mail);
    for (let i = 0; i < 2; i += 1) expect((await fetch(app.url + path)).status).toBe(200); // a scanner
    expect(await ask(cookie, question)).toEqual({ askQuestion: { problem: { reason: 'verify-address' } } });
    const token = path.split('/').at(-1)!;
    const used = await Promise.all(Array.from({ length: 4 }, () => post('verify', { token })));
    expect(used.map(({ status }) => status).sort()).toEqual([204, 410, 410, 410]);
    expect(await ask(cookie, question)).toEqual({ askQuestion: { problem: { fields: [{ field: 'categoryId' }] } } });
    expect((await fetch(app.url + path)).status).toBe(410);
    expect(await app.db.query(`select from mail where text like '%' || $1 || '%'`, [token])).toEqual([]); // sent, and gone from the table
  });

  it('takes links for 24 hours, and none for another purpose', async () => {
    await post('sign-up', { rules: '1', name: 'Late', email: 'late@example.org', password: PASSWORD });
    const token = await tokenIn('late@example.org', /confirm/);
    expect((await post('reset', { token, password: NEW })).status).toBe(410);
    await app.db.query(`update mail_link set expires_at = now() - interval '1 second' where email = 'late@example.org'`);
    expect((await post('verify', { token })).status).toBe(410);
    expect((await post('verify', { token: 'nonsense' })).status).toBe(422);
  });

  it('resets a password: alike for every address, once, ending every session and telling the owner', async () => {
    const tom = await known('Tom');
    const cookie = cookieOf(await tom.signIn());
    const answers = await Promise.all([post('forgot', { email: 'TOM@example.org' }), post('forgot', { email: 'nobody@example.org' })]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await answers[0].text()).toBe(await answers[1].text());
    const token = await tokenIn(tom.email, /new password/);
    expect((await post('reset', { token, password: 'short' })).status).toBe(422);
    const used = await Promise.all(Array.from({ length: 3 }, () => post('reset', { token, password: NEW })));
    expect(used.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const entered = cookieOf(used.find(({ status }) => status === 200)!);
    expect(await ask(entered, '{ viewer { name } }')).toEqual({ viewer: { name: 'Tom' } });
    expect(await ask(cookie, '{ viewer { name } }')).toEqual({ viewer: null });
    expect((await tom.signIn()).status).toBe(401);
    expect((await tom.signIn(NEW)).status).toBe(200);
    await mails.to(tom.email, /password was changed/);
    expect(mails.received.some((mail) => mail.to.includes('nobody@example.org'))).toBe(false);
  });

  it('takes 5 requests an hour for one address, known or not, and 10 from one network', async () => {
    await known('Often');
    for (const email of ['often@example.org', 'unknown@example.org']) {
      for (let i = 0; i < 5; i += 1) expect((await post('forgot', { email })).status).toBe(202);
      expect((await post('forgot', { email })).status).toBe(429);
    }
    const from = network();
    for (let i = 0; i < 10; i += 1) expect((await post('forgot', { email: `any${i}@example.org` }, { from })).status).toBe(202);
    expect((await post('forgot', { email: 'any10@example.org' }, { from })).status).toBe(429);
  });

  it('changes an address with the password and the link sent there; the old one is told, one address is one account’s', async () => {
    const [ida, eva] = [await known('Ida'), await known('Eva')];
    const [cookie, other] = [cookieOf(await ida.signIn()), cookieOf(await eva.signIn())];
    expect((await post('change-address', { email: 'new@example.org', password: PASSWORD })).status).toBe(401);
    expect((await post('change-address', { email: 'new@example.org', password: 'wrong' }, { cookie })).status).toBe(422);
    for (const who of [cookie, other]) expect((await post('change-address', { email: 'new@example.org', password: PASSWORD }, { cookie: who })).status).toBe(202);
    expect((await mails.to(ida.email, /to be changed/)).text).toContain('new@example.org');
    while (mails.received.filter((mail) => mail.to.includes('new@example.org')).length < 2) await new Promise((later) => setTimeout(later, 20));
    const tokens = mails.received.filter((mail) => mail.to.includes('new@example.org')).map((mail) => mails.pathIn(mail).split('/').at(-1)!);
    expect((await post('sign-in', { email: 'new@example.org', password: PASSWORD })).status).toBe(401);
    const used = await Promise.all(tokens.map((token) => post('confirm-address', { token })));
    expect(used.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect((await post('sign-in', { email: 'new@example.org', password: PASSWORD })).status).toBe(200);
    const { name } = (await app.db.one<{ name: string }>(`select name from member where email = 'new@example.org'`))!;
    const old = `${name.toLowerCase()}@example.org`;
    expect((await mails.to(old, /address was changed/)).text).toContain('new@example.org');
    // for an address that has an account the answer is the same, and only its owner hears why
    expect((await post('change-address', { email: 'tom@example.org', password: PASSWORD }, { cookie })).status).toBe(202);
    await mails.to('tom@example.org', /account already/);
    expect(await app.db.query(`select recipient from mail where key like 'account:addressChanged:%'`)).toEqual([{ recipient: old }]);
  });

  it('makes a link to another address worthless as soon as the password is reset', async () => {
    const uwe = await known('Uwe');
    await post('change-address', { email: 'thief@example.org', password: PASSWORD }, { cookie: cookieOf(await uwe.signIn()) });
    const stolen = await tokenIn('thief@example.org', /new address/);
    await post('forgot', { email: uwe.email });
    expect((await post('reset', { token: await tokenIn(uwe.email, /choose a new password/), password: NEW })).status).toBe(200);
    expect((await post('confirm-address', { token: stolen })).status).toBe(410);
  });

  it('leaves whoever knew the old password nothing: no link, no token; the owner is told', async () => {
    const tea = await known('Tea');
    const [own, theirs] = [cookieOf(await tea.signIn()), cookieOf(await tea.signIn())];
    const token = await tokenBy(theirs);
    await post('change-address', { email: 'theirs@example.org', password: PASSWORD }, { cookie: theirs });
    const link = await tokenIn('theirs@example.org', /new address/);
    expect(await opens(token)).toBe(200);
    expect(await ask(own, `mutation { changePassword(input: {password: "${PASSWORD}", newPassword: "${NEW}"}) { problem { code } } }`)).toEqual({ changePassword: { problem: null } });
    expect([await opens(token), (await post('confirm-address', { token: link })).status]).toEqual([401, 410]);
    expect(mails.pathIn(await mails.to(tea.email, /password was changed/))).toBe('/forgot');
    expect(await ask(own, `mutation { changePassword(input: {password: "not it", newPassword: "${NEW}"}) { problem { code } } }`)).toEqual({ changePassword: { problem: { code: 'InvalidInput' } } });
    expect(await app.db.query(`select from mail where recipient = $1 and key like 'account:passwordChanged:%'`, [tea.email])).toHaveLength(1);
  });

  it('ends the tokens of whoever signed up with an address before its owner claims it by a new password', async () => {
    const ben = await known('Ben');
    const token = await tokenBy(cookieOf(await ben.signIn()));
    expect(await opens(token)).toBe(200);
    await post('forgot', { email: ben.email });
    expect((await post('reset', { token: await tokenIn(ben.email, /choose a new password/), password: NEW })).status).toBe(200);
    expect(await opens(token)).toBe(401);
  });

  it('opens no session, makes no token and sends no link for a password that is changed while it is compared', async () => {
    const leo = await known('Leo');
    const cookie = cookieOf(await leo.signIn());
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    await owner.query(`update member set password_hash = 'another' where id = $1`, [leo.id]); // a change that commits while they wait for it
    const trying = Promise.all([
      leo.signIn().then(({ status }) => status),
      ask(cookie, `mutation { createToken(input: {name: "Late", scopes: [write], password: "${PASSWORD}"}) { secret } }`),
      post('change-address', { email: 'late@example.org', password: PASSWORD }, { cookie }).then(({ status }) => status),
    ]);
    const waiting = async () => (await owner.query(`select distinct pid from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`)).rowCount;
    while ((await waiting()) !== 3) await new Promise((later) => setTimeout(later, 10));
    await owner.query('commit');
    await owner.end();
    expect(await trying).toEqual([401, { createToken: { secret: null } }, 422]);
  });

  it('counts those whom an admin let in as verified', async () => {
    const boss = await app.app.get(SignUpService, { strict: false }).register({ name: 'Boss', email: 'boss@example.org', password: PASSWORD });
    expect(await app.db.one('select email_verified_at is not null as verified from member where id = $1', [boss])).toEqual({ verified: true });
  });
});

describe('saved texts', () => {
  it('are published once, whoever does it at the same time, and as fast as new members may post', async () => {
    const app = await runningApp({ roles: ['api', 'worker'], verifyAddresses: true, limits: 'usual', trustProxy: 1 });
    try {
      const [boss, mina] = [await app.person('Boss', 'admin'), await app.person('Mina')];
      await boss.ask('mutation { createCategory(input: {name: "Internet"}) { problem { message } } }');
      const memberId = mina.memberId.slice(4);
      const saved = app.app.get(SavedSubmissions, { strict: false });
      const question = (n: number) => ({ title: `Why does number ${n} not work?`, body: 'It does not.', categoryId: 'cat_1', tags: [], clientMutationId: `form-${n}` });
      const sent = [1, 2, 2, 3, 4, 5, 6];
      const kept = await Promise.all(sent.map((n) => saved.save(memberId, 'ask', question(n))));
      expect((await app.db.one('select count(*)::int from saved_submission'))).toEqual({ count: 5 });
      expect(new Set(sent.filter((_, place) => !kept[place])).size).toBe(1); // whichever came last; sent twice, it may be refused twice
      expect(await saved.save(memberId, 'ask', { ...question(7), body: 'x'.repeat(200_000) } as object)).toBe(false);
      await app.db.query(`delete from saved_submission where client_mutation_id not in (select client_mutation_id from saved_submission order by id limit 2)`);
      expect(await saved.publish(memberId)).toEqual([]); // not verified yet

      const { text } = (await app.db.one<{ text: string }>(`select text from mail where recipient = 'mina@example.org'`))!; // kept: no mail server
      const token = /verify\/([\w-]{43})/.exec(text)![1]!;
      const verify = () => fetch(`${app.url}/auth/verify`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
      expect((await verify()).status).toBe(204);
      await Promise.all(Array.from({ length: 3 }, () => saved.publish(memberId))); // and the worker
      expect(await app.db.one('select count(*)::int from thread')).toEqual({ count: 1 });
      expect(await app.db.query('select problem from saved_submission')).toEqual([{ problem: null }]);
      expect(await app.db.one(`select run_at > now() + interval '1 minute' as later from graphile_worker.jobs where task_identifier = 'publish-saved'`)).toEqual({ later: true });
    } finally {
      await app.close();
    }
  });
});

describe('addresses, where no mail leaves', () => {
  it('asks for nothing: who signs up is in, and may post', async () => {
    const app = await runningApp({ roles: ['api'] });
    try {
      const mina = await app.person('Mina');
      expect(await mina.ask('mutation { askQuestion(input: {title: "Why is it so slow?", body: "It is slow.", categoryId: "cat_9"}) { problem { code } } }')).toEqual({ askQuestion: { problem: { code: 'InvalidInput' } } });
      const taken = await fetch(`${app.url}/auth/sign-up`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rules: '1', name: 'Other', email: mina.email, password: PASSWORD }) });
      expect(taken.status).toBe(422);
    } finally {
      await app.close();
    }
  });
});
