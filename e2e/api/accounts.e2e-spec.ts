import { createHash } from 'node:crypto';
import { PASSWORD, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

describe('accounts over HTTP', () => {
  let app: RunningApp;
  beforeAll(async () => { app = await runningApp({ trustProxy: 1, roles: ['api'] }); });
  afterAll(() => app.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1', ...headers }, body: JSON.stringify(body) });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!;
  const viewer = async (cookie: string) => {
    const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query: '{ viewer { name } }' }) });
    return ((await response.json()) as { data: { viewer: { name: string } | null } }).data.viewer;
  };

  it('signs up, keeps only hashes, signs out for good', async () => {
    const response = await post('sign-up', { rules: 1, name: 'Mina', email: 'mina@example.org', password: PASSWORD });
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toMatch(/^kundig=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(response);
    expect(await viewer(cookie)).toEqual({ name: 'Mina' });
    const [stored] = await app.db.query<{ password_hash: string; token_hash: Buffer }>('select m.password_hash, s.token_hash from member m join session s on s.member_id = m.id');
    expect(stored!.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(stored!.token_hash).toEqual(createHash('sha256').update(cookie.split('=')[1]!).digest());
    expect((await post('sign-out', {}, { cookie })).status).toBe(204);
    expect(await viewer(cookie)).toBeNull();
  });

  it('gives a new session at sign-in and ends the one the browser came with', async () => {
    const first = await post('sign-in', { email: 'MINA@example.org', password: PASSWORD });
    expect(first.status).toBe(200);
    const second = await post('sign-in', { email: 'mina@example.org', password: PASSWORD }, { cookie: cookieOf(first) });
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    expect(await viewer(cookieOf(first))).toBeNull();
    expect(await viewer(cookieOf(second))).toEqual({ name: 'Mina' });
  });

  it('does not say whether the address or the password was wrong', async () => {
    const answers = await Promise.all([post('sign-in', { email: 'mina@example.org', password: 'wrong' }), post('sign-in', { email: 'nobody@example.org', password: 'wrong' })]);
    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
    expect(one).toBe(other);
  });

  it('refuses what is no address, no name, no password, and what is taken', async () => {
    const refused = await post('sign-up', { rules: '1', name: 'x', email: 'nope', password: 'short' }, { 'x-forwarded-for': '192.0.2.2' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ problem: { code: 'InvalidInput', fields: [{ field: 'name', code: 'too-short' }, { field: 'email', code: 'malformed' }, { field: 'password', code: 'too-short' }] } });
    const reserved = await post('sign-up', { name: 'Admin', email: 'nope@example.org', password: 'short' }, { 'x-forwarded-for': '192.0.2.2' });
    expect(await reserved.json()).toMatchObject({ problem: { fields: [{ field: 'password' }, { field: 'name', code: 'reserved' }, { field: 'rules', code: 'agreement' }] } }); // in one round
    const taken = await post('sign-up', { rules: '1', name: 'MINA', email: 'other@example.org', password: PASSWORD }, { 'x-forwarded-for': '192.0.2.2' });
    expect(await taken.json()).toMatchObject({ problem: { fields: [{ field: 'name', code: 'taken' }] } });
  });

  it('takes 6 attempts a minute from one address, one more is told when to come again; a neighbour is not held for it', async () => {
    const attempt = (ip: string) => post('sign-in', { email: 'mina@example.org', password: 'wrong' }, { 'x-forwarded-for': ip });
    for (let i = 0; i < 6; i += 1) expect((await attempt('2001:db8:1:2::' + i)).status).toBe(401); // one /64 is one address
    const refused = await attempt('2001:db8:1:2:ffff::1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt('2001:db8:1:3::1')).status).toBe(401);
  });

  it('takes 25 attempts an hour on one account, wherever they come from', async () => {
    const attempt = (i: number) => post('sign-in', { email: 'busy@example.org', password: 'wrong' }, { 'x-forwarded-for': `198.51.100.${i}` });
    for (let i = 0; i < 25; i += 1) expect((await attempt(i)).status).toBe(401);
    expect((await attempt(77)).status).toBe(429);
  });

  it('counts failures only, and lets the owner in from where they have been, whatever strangers guess', async () => {
    const owner = await app.person('Owner Person');
    const attempt = (ip: string, password: string) => post('sign-in', { email: owner.email, password }, { 'x-forwarded-for': ip });
    for (let i = 0; i < 12; i += 1) expect((await attempt('203.0.113.1', PASSWORD)).status).toBe(200); // an office behind one address
    for (let i = 0; i < 25; i += 1) expect((await attempt(`198.51.100.${100 + i}`, 'wrong')).status).toBe(401);
    expect((await attempt('198.51.100.200', PASSWORD)).status).toBe(429);
    expect((await attempt('203.0.113.1', PASSWORD)).status).toBe(200);
  });

  it('lets in with every password it took, whole, and with nothing more', async () => {
    for (const [i, password] of ['😀'.repeat(70), `correct horse${' '.repeat(100)}battery`, `zero\u200bwidth${'\u200b'.repeat(60)}`].entries()) {
      const email = `whole${i}@example.org`;
      const from = { 'x-forwarded-for': `192.0.2.${30 + i}` };
      expect((await post('sign-up', { rules: '1', name: `Whole ${i}`, email, password }, from)).status).toBe(201);
      expect((await post('sign-in', { email, password }, from)).status).toBe(200);
      expect((await post('sign-in', { email, password: `${password}x` }, from)).status).toBe(401);
    }
    expect((await post('sign-up', { rules: '1', name: 'Too Long', email: 'long@example.org', password: 'x'.repeat(129) }, { 'x-forwarded-for': '192.0.2.40' })).status).toBe(422);
  });

  it('takes no name that looks like another', async () => {
    for (const [i, name] of ['Kar\u200cla Person', 'Karla Person\u3164', 'Karla\ufe0f Person', 'KARLA  PERSON', 'Kar1a_Person', 'KarIa Person'].entries()) {
      if (i === 0) await app.person('Karla Person');
      const response = await post('sign-up', { rules: '1', name, email: `like${i}@example.org`, password: PASSWORD }, { 'x-forwarded-for': `192.0.2.${50 + i}` });
      expect(await response.json()).toMatchObject({ problem: { fields: [{ field: 'name', code: 'taken' }] } });
    }
    expect((await post('sign-up', { rules: '1', name: '\u2800\u2800', email: 'nothing@example.org', password: PASSWORD }, { 'x-forwarded-for': '192.0.2.60' })).status).toBe(422);
  });

  it('is not kept busy by a body of many names, or of lists in lists', async () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, 1]));
    const refused = await post('sign-up', { rules: '1', ...many, name: 'behind them all' }, { 'x-forwarded-for': '192.0.2.70' });
    expect(await refused.json()).toMatchObject({ problem: { fields: [{ field: 'name', code: 'required' }, { field: 'email' }, { field: 'password' }] } }); // not even read
    const nested = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const response = await fetch(`${app.url}/auth/sign-up`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.71' }, body: nested });
    expect(response.status).toBe(422);
  });

  it('takes e-mail and password from the body alone, as texts', async () => {
    const inAddress = await fetch(`${app.url}/auth/sign-in?email=mina@example.org&password=${encodeURIComponent(PASSWORD)}`, { method: 'POST', headers: { 'x-forwarded-for': '192.0.2.80' } });
    expect(inAddress.status).toBe(401);
    expect((await post('sign-in', { email: 'mina@example.org', password: 12345678 }, { 'x-forwarded-for': '192.0.2.80' })).status).toBe(401);
  });

  it('takes a form from this site only', async () => {
    const elsewhere = await post('sign-in', { email: 'mina@example.org', password: PASSWORD }, { origin: 'https://elsewhere.example', 'x-forwarded-for': '192.0.2.9' });
    expect(elsewhere.status).toBe(403);
    const crossSite = await post('sign-in', { email: 'mina@example.org', password: PASSWORD }, { 'sec-fetch-site': 'cross-site', 'x-forwarded-for': '192.0.2.9' });
    expect(crossSite.status).toBe(403);
    const own = await post('sign-in', { email: 'mina@example.org', password: PASSWORD }, { origin: app.url, 'x-forwarded-for': '192.0.2.9' });
    expect(own.status).toBe(200);
  });

  it('lets only admins make categories and tags, and guests do nothing', async () => {
    const customer = await app.person('Curious');
    const make = 'mutation { createCategory(input: {name: "Mine"}) { category { id } } }';
    expect((await customer.raw(make)).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await app.guest.raw(make)).body.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const admin = await app.person('Boss', 'admin');
    expect((await acts(admin).createCategory('Phones', { slug: 'phones', position: 3 })).category).toMatchObject({ slug: 'phones' });
    expect((await acts(admin).createCategory('Other', { slug: 'phones' })).problem).toMatchObject({ fields: [{ field: 'slug', code: 'taken' }] });
  });

  it('lets an admin give roles, at once, but not to themselves; nobody else', async () => {
    const [boss, helper] = [await app.person('Big Boss', 'admin'), await app.person('Helper')];
    const give = (memberId: string, role: string) => `mutation { setMemberRole(input: {memberId: "${memberId}", role: ${role}}) { member { role } problem { message ... on NotAllowed { reason } } } }`;
    expect((await helper.raw(give(helper.memberId, 'admin'))).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await boss.ask(give(boss.memberId, 'customer'))).toMatchObject({ setMemberRole: { member: null, problem: { reason: 'own-role' } } });
    expect(await boss.ask(give(helper.memberId, 'staff'))).toEqual({ setMemberRole: { member: { role: 'staff' }, problem: null } });
    expect(await helper.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'staff' } });
    expect((await boss.raw(give('mem_999999', 'staff'))).body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('lets an admin hand an imported account over, once, and nobody else', async () => {
    const boss = await app.person('Import Boss', 'admin');
    const [imported] = await app.db.query<{ id: string }>(`insert into member (name, name_key, imported_from, imported_id) values ('From Elsewhere', 'from elsewhere', 'elsewhere', '7') returning id`);
    const claim = (email: string) => `mutation { claimMember(input: {memberId: "mem_${imported!.id}", email: "${email}", password: "${PASSWORD}"}) { member { name } problem { code ... on InvalidInput { fields { field code } } } } }`;
    expect((await (await app.person('Not Boss')).raw(claim('theirs@example.org'))).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await boss.ask(`{ isUnclaimed(id: "mem_${imported!.id}") }`)).toEqual({ isUnclaimed: true });
    expect(await boss.ask(claim('mina@example.org'))).toMatchObject({ claimMember: { problem: { fields: [{ field: 'email', code: 'taken' }] } } });
    expect(await boss.ask(claim('theirs@example.org'))).toEqual({ claimMember: { member: { name: 'From Elsewhere' }, problem: null } });
    expect((await post('sign-in', { email: 'theirs@example.org', password: PASSWORD }, { 'x-forwarded-for': '192.0.2.90' })).status).toBe(200);
    expect((await boss.raw(claim('other@example.org'))).body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await boss.ask(`{ isUnclaimed(id: "${boss.memberId}") }`)).toEqual({ isUnclaimed: false });
  });

  it('binds the cookie to the host under https', async () => {
    const secure = await runningApp({ roles: ['api'], secureCookies: true, publicUrl: 'https://community.example' });
    try {
      const response = await fetch(`${secure.url}/auth/sign-up`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rules: '1', name: 'Ada', email: 'ada@example.org', password: PASSWORD }) });
      expect(response.headers.get('set-cookie')).toMatch(/^__Host-kundig=[\w-]{43};.*; Path=\/;.*; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await secure.close();
    }
  });
});
