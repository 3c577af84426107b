import { Mailer } from '#platform/mail';
import { type RunningApp, runningApp } from '../support/running-app.js';

describe('the mailbox over HTTP', () => {
  let app: RunningApp;
  beforeAll(async () => { app = await runningApp({ roles: ['api', 'web'], trustProxy: 1 }); });
  afterAll(() => app.close());

  it('shows admins the mails and what they say, and nobody else that there is anything', async () => {
    await app.db.transaction(() => app.app.get(Mailer, { strict: false }).send({ to: 'mina@example.org', subject: 'Hello', text: `See http://localhost:3000/t/1`, key: 'hello' }));
    const [boss, customer] = [await app.person('Boss', 'admin'), await app.person('Customer')];
    const list = '{ mailbox(first: 100) { nodes { id recipient subject state text } } }';
    const { mailbox } = await boss.ask<{ mailbox: { nodes: { id: string; recipient: string }[] } }>(list);
    const mine = mailbox.nodes.find(({ recipient }) => recipient === 'mina@example.org')!;
    expect(mine).toMatchObject({ subject: 'Hello', state: 'kept', text: 'See http://localhost:3000/t/1' });
    expect(await boss.ask(`{ mail(id: "${mine.id}") { subject failure } }`)).toEqual({ mail: { subject: 'Hello', failure: null } });
    expect(await boss.ask('{ mail(id: "mai_99999") { subject } }')).toEqual({ mail: null });
    for (const query of [list, `{ mail(id: "${mine.id}") { text } }`]) {
      expect((await customer.raw(query)).body.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await app.guest.raw(query)).body.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    }
    const page = (cookie: string, path: string) => fetch(app.url + path, { headers: { cookie } });
    expect(await (await page(boss.cookie, '/admin/mailbox')).text()).toContain('mina@example.org');
    expect(await (await page(boss.cookie, `/admin/mailbox/${mine.id}`)).text()).toContain('<a href="/t/1">http://localhost:3000/t/1</a>');
    expect((await page(boss.cookie, '/admin/mailbox/mai_99999')).status).toBe(404);
    expect((await page(customer.cookie, '/admin/mailbox')).status).toBe(404);
    expect((await page(customer.cookie, `/admin/mailbox/${mine.id}`)).status).toBe(404);
  });
});
