import { Database } from '#platform/database';
import { JobRunner } from '#platform/jobs';
import { type SmtpFixture, smtpServer, type TestContext, testContext, testRuntime } from '#platform/testing';
import { MailModule } from './mail.module.js';
import { MailSender } from './mail.sender.js';
import { mailTasks } from './mail.tasks.js';
import { MailboxReader } from './mailbox.reader.js';
import { Mailer, MAILS_A_DAY } from './mailer.js';

describe('mail', () => {
  let smtp: SmtpFixture;
  let test: TestContext;
  let db: Database;
  let mailer: Mailer;
  let sender: MailSender;

  beforeAll(async () => {
    smtp = await smtpServer();
    test = await testContext([MailModule], { smtpUrl: smtp.url, mailFrom: { name: 'Über, "uns"', address: 'community@company.example' }, publicUrl: 'https://community.example' });
    db = test.context.get(Database, { strict: false });
    mailer = test.context.get(Mailer, { strict: false });
    sender = test.context.get(MailSender, { strict: false });
  });
  afterEach(() => {
    smtp.refuse(null);
    smtp.before = () => undefined;
    smtp.received.length = 0;
  });
  afterAll(async () => {
    await test.close();
    await smtp.close();
  });

  let keys = 0;
  const draft = (more: object = {}) => ({ to: 'mina@example.org', subject: 'Grüße', text: 'Guten Tag,\nhier ist ein Link.', key: `test ${++keys}`, account: true, ...more });
  const write = async (more: object = {}): Promise<string> => {
    const mail = draft(more);
    await db.transaction(() => mailer.send(mail));
    return (await db.one<{ id: string }>('select id from mail where key = $1', [mail.key]))!.id;
  };
  const row = async (id: string) => (await db.one<Record<string, unknown>>('select state, failure, text, html, sent_at from mail where id = $1', [id]))!;

  it('leaves with the worker once its transaction is through, and not at all where it was rolled back', async () => {
    const runner = new JobRunner(testRuntime(test.database), mailTasks(sender));
    await runner.onApplicationBootstrap();
    try {
      await expect(db.transaction(async () => {
        await mailer.send(draft({ subject: 'never' }));
        throw new Error('rolled back');
      })).rejects.toThrow('rolled back');
      const arrived = new Promise<void>((resolve) => { smtp.before = () => resolve(); });
      const id = await write({ html: '<p>Guten Tag</p>', listUnsubscribe: 'https://community.example/unsubscribe/abc' });
      await arrived;
      while ((await row(id))['state'] !== 'sent') await new Promise((later) => setTimeout(later, 20));
      expect(smtp.received).toHaveLength(1);
      const [mail] = smtp.received;
      expect(mail).toMatchObject({ from: 'community@company.example', to: ['mina@example.org'], text: 'Guten Tag,\nhier ist ein Link.' });
      expect(mail!.header('Subject')).toBe('Grüße');
      expect(mail!.header('From')).toContain('Über, "uns"');
      expect(mail!.header('List-Unsubscribe')).toBe('<https://community.example/unsubscribe/abc>');
      expect(mail!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
      expect(await row(id)).toMatchObject({ text: null, html: null, failure: null });
    } finally {
      await runner.onApplicationShutdown();
    }
  });

  it('refuses to be written outside a transaction', async () => {
    await expect(mailer.send(draft())).rejects.toThrow(/outside a transaction/);
  });

  it('is written once under its key, whoever writes it at the same time', async () => {
    const mail = draft();
    const written = await Promise.all(Array.from({ length: 5 }, () => db.transaction(() => mailer.send(mail))));
    expect(written.filter(Boolean)).toHaveLength(1);
  });

  it('is sent once, however many workers try at the same time', async () => {
    const id = await write();
    smtp.before = () => new Promise((later) => setTimeout(later, 200));
    await Promise.all(Array.from({ length: 4 }, () => sender.send(id, false)));
    expect(smtp.received).toHaveLength(1);
    await sender.send(id, false);
    expect(smtp.received).toHaveLength(1);
  });

  it('comes a second time only where the worker died before it could note the first, and then under the same Message-ID', async () => {
    const id = await write();
    smtp.before = async () => {
      await db.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`);
      smtp.before = () => undefined;
    };
    await expect(sender.send(id, false)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ state: 'queued' });
    await sender.send(id, false);
    expect(await row(id)).toMatchObject({ state: 'sent' });
    const ids = smtp.received.map((mail) => mail.header('Message-ID'));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[\w-]{36}@community\.example>$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('is tried again after a refusal for now, given up after one for good or the last try, and then holds no secret any more', async () => {
    const id = await write();
    smtp.refuse({ at: 'recipient', code: 451 });
    await expect(sender.send(id, false)).rejects.toThrow('refused (on purpose)');
    expect(await row(id)).toMatchObject({ state: 'queued', failure: expect.stringContaining('refused') as string });
    await expect(sender.send(id, true)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ state: 'failed', text: null });
    for (const at of ['recipient', 'data'] as const) {
      const lost = await write();
      smtp.refuse({ at, code: 550 });
      await sender.send(lost, false); // no throw: the queue must not try again
      expect(await row(lost)).toMatchObject({ state: 'failed', text: null });
    }
  });

  it('lets nothing that a person wrote become a header or another recipient', async () => {
    const subject = 'Hello\r\nBcc: evil@example.org\r\n\r\nInjected \u2028 body \0 \ud800';
    const text = 'one\r\n.\r\nMAIL FROM:<evil@example.org>\r\nBcc: evil@example.org\0\ud800';
    await sender.send(await write({ subject, text, listUnsubscribe: 'https://community.example/u\r\nBcc: evil@example.org' }), false);
    const [mail] = smtp.received;
    expect(mail!.to).toEqual(['mina@example.org']);
    expect(mail!.raw.split('\r\n\r\n')[0]).not.toMatch(/^(?:bcc|cc):/im);
    expect(mail!.header('Subject')).toMatch(/^Hello Bcc: evil@example\.org Injected/);
    expect(mail!.text).toContain('MAIL FROM:<evil@example.org>');
    for (const to of ['"a\r\nBcc: x"@example.org', 'a@example.org, b@example.org', 'a@example.org>\r\nRCPT TO:<b@example.org', '<b@example.org>', 'Name <b@example.org>', 'a@b@example.org']) {
      const id = await write({ to });
      await sender.send(id, false);
      expect([to, (await row(id))['state']]).toEqual([to, 'failed']);
    }
    expect(smtp.received).toHaveLength(1);
  });

  it('takes 100 notices a day for one address, not one more, and the account’s own mails all the same', async () => {
    const notice = (to: string) => db.transaction(() => mailer.send(draft({ to, account: false })));
    for (let i = 0; i < MAILS_A_DAY; i += 1) expect(await notice('busy@example.org')).toBe(true);
    expect(await notice('BUSY@example.org')).toBe(false);
    expect(await notice('calm@example.org')).toBe(true);
    expect(await db.transaction(() => mailer.send(draft({ to: 'busy@example.org' })))).toBe(true);
    await db.query(`update mail set created_at = created_at - interval '1 day' where recipient = 'busy@example.org'`);
    expect(await notice('busy@example.org')).toBe(true);
  });

  it('shows admins that a mail waits, and not what it says', async () => {
    const id = await write({ text: 'https://community.example/reset/secret' });
    const reader = test.context.get(MailboxReader, { strict: false });
    const list = await reader.list({ limit: 3, backwards: false, from: null });
    expect(list.nodes[0]).toMatchObject({ key: id, state: 'queued', text: null });
    expect(list.pageInfo.hasNextPage).toBe(true);
    expect(await reader.byId(id)).toMatchObject({ subject: 'Grüße', text: null });
    const next = await reader.list({ limit: 3, backwards: false, from: [list.nodes[2]!.key] });
    expect(next.nodes.map(({ key }) => Number(key))).toEqual([1, 2, 3].map((back) => Number(list.nodes[2]!.key) - back));
  });
});

describe('mail without a server', () => {
  it('is kept to be read, and no job is made', async () => {
    const test = await testContext([MailModule]);
    try {
      const db = test.context.get(Database, { strict: false });
      await db.transaction(() => test.context.get(Mailer, { strict: false }).send({ to: 'mina@example.org', subject: 'Hello', text: 'A link', key: 'one' }));
      const [mail] = (await test.context.get(MailboxReader, { strict: false }).list({ limit: 10, backwards: false, from: null })).nodes;
      expect(mail).toMatchObject({ state: 'kept', text: 'A link', sentAt: null });
      expect(await db.query('select from graphile_worker.jobs')).toEqual([]);
    } finally {
      await test.close();
    }
  });
});
