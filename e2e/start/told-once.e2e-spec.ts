import pg from 'pg';
import { type Received, type SmtpFixture, smtpServer } from '#platform/testing';
import { acts } from '../api/acts.js';
import { type RunningApp, runningApp } from '../support/running-app.js';
import { build, freePort, Program, removeFolder, temporaryFolder, until } from './program.fixture.js';

const FOLLOWERS = 520; // told in two sets
const MAILED = 250; // who want a mail at once: five sets
const SENDING = 3; // jobs of one worker beside the one that writes the mails

/** Many are told of one answer while the worker that tells them is killed with -9: in the middle of telling, and of writing and sending mails. */
describe('who is told', () => {
  let folder: string;
  let app: RunningApp;
  let smtp: SmtpFixture;
  let worker: Program;
  let owner: pg.Client;
  let other: pg.Client;

  beforeAll(async () => {
    build();
    folder = temporaryFolder();
    [app, smtp] = await Promise.all([runningApp({ roles: ['api'] }), smtpServer()]);
    [owner, other] = [new pg.Client(app.database.ownerUrl), new pg.Client(app.database.ownerUrl)];
    await Promise.all([owner.connect(), other.connect()]);
  }, 60_000);
  afterAll(async () => {
    await worker?.stop('SIGKILL');
    await Promise.all([owner.end(), other.end()]);
    await Promise.all([app.close(), smtp.close()]);
    removeFolder(folder);
  });

  async function start(): Promise<void> {
    worker = new Program(['start'], folder, {
      DATABASE_URL: app.database.url, KUNDIG_ROLES: 'worker', SMTP_URL: smtp.url, MAIL_FROM: 'community@company.example', PORT: String(await freePort()), KUNDIG_DATA: folder, LOG_LEVEL: 'fatal',
    });
    await worker.saysReady();
  }
  async function kill(): Promise<void> {
    expect(await worker.stop('SIGKILL')).toBe('SIGKILL');
  }
  const count = async (sql: string) => Number((await owner.query<{ count: string }>(`select count(*) from ${sql}`)).rows[0]!.count);
  const reached = (what: () => boolean | Promise<boolean>) => until(what, () => `${smtp.received.length} mails received. ${worker.said}${worker.complained}`);

  /** Kills the worker while it waits for what `holding` has locked; answers how many of them there are in that moment. */
  async function killedAt(holding: string, values: unknown[], begins: () => Promise<unknown>, counted: string, when: () => boolean = () => true): Promise<number> {
    await other.query('begin');
    await other.query(holding, values);
    await begins();
    await reached(async () => (await count('pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()')) > 0 && when());
    await kill();
    const then = await count(counted);
    await other.query('rollback');
    return then;
  }

  it('hears of it once, by one notification and one mail', async () => {
    const [mina, ben] = [await app.person('Mina'), await app.person('Ben')];
    const root = await app.person('Root', 'admin');
    const categoryId = (await acts(root).createCategory('Router')).category!.id;
    const { thread } = await acts(mina).ask({ title: 'Why does the router restart?', body: 'It does so every night at two.', categoryId });
    const threadKey = thread!.id.slice(4);
    await owner.query(
      `with follower as (
         insert into member (name, name_key, email, email_verified_at) select 'Follower ' || i, 'follower ' || i, 'follower' || i || '@example.org', now() from generate_series(1, $2::int) i returning id),
       wish as (insert into notification_preference (member_id, topic, timing) select id, 'reply', 'now' from follower order by id limit $3)
       insert into subscription (member_id, kind, target_id, following) select id, 'thread', $1, true from follower`,
      [threadKey, FOLLOWERS, MAILED],
    );
    await owner.query(`insert into notification_preference (member_id, topic, timing) values ($1, 'answer', 'off')`, [mina.memberId.slice(4)]);
    const told = `notification n where n.kind = 'reply'`;
    const toMail = `${told} and exists (select from notification_preference w where w.member_id = n.recipient_id and w.timing = 'now')`;

    await start();
    // the second set of followers cannot be told while the last of them is held
    const toldThen = await killedAt('select from member where id = (select max(id) from member) for update', [], () => acts(ben).answer(thread!.id, 'Switch the energy saving off.'), told);
    // nor can the mails after the third set be written while another has the key of one of them; the server takes the first mails, and is not heard any more
    const underWay: Received[] = [];
    const silence = Promise.withResolvers<void>();
    smtp.before = (mail) => {
      underWay.push(mail);
      return silence.promise;
    };
    const { rows: [waits] } = await owner.query<{ id: string }>(`select n.id from ${toMail} order by n.id offset 175 limit 1`);
    const writtenThen = await killedAt(
      `insert into mail (key, recipient, subject, text, account, state) values ($1, 'x@example.org', '', '', true, 'kept')`, [`notification:${waits!.id}`], start, 'mail', () => underWay.length === SENDING,
    );
    smtp.before = () => undefined;
    silence.resolve();

    await start();
    await reached(async () => (await count(`mail where state = 'queued'`)) + (await count('graphile_worker.jobs')) + (await count(`${toMail} and n.mailed_at is null`)) === 0);
    console.log(`killed when ${toldThen} were told, ${writtenThen} mails written, ${underWay.length} under way; ${smtp.received.length} received`);

    expect([toldThen, writtenThen]).toEqual([499, 150]); // the asker is told by another reason;
    expect(await count(told)).toBe(FOLLOWERS);
    expect(await count(`(select from ${told} group by recipient_id having count(*) > 1) q`)).toBe(0);
    expect([await count('mail'), await count(`mail where state = 'sent'`)]).toEqual([MAILED, MAILED]);
    // a second copy only of what was under way in that moment, under the Message-ID by which mail programs show it once
    const copies = Map.groupBy(smtp.received, (mail) => mail.to.join());
    expect(copies.size).toBe(MAILED);
    expect([...copies].filter(([, mails]) => new Set(mails.map((mail) => mail.header('Message-ID'))).size > 1).map(([to]) => to)).toEqual([]);
    const twice = [...copies].filter(([, mails]) => mails.length > 1).map(([to]) => to);
    expect(twice.filter((to) => !underWay.some((mail) => mail.to.join() === to))).toEqual([]);
  }, 60_000);
});
