import type { Actor } from '#platform/access';
import { MAILS_A_DAY } from '#platform/mail';
import { type Neighbourhood, neighbourhood } from '../notifications.fixture.js';
import { PreferenceService } from '../preferences/preference.service.js';

let n: Neighbourhood;
let ada: Actor, ben: Actor, eva: Actor;
beforeAll(async () => { n = await neighbourhood(); });
beforeEach(async () => {
  await n.everybodyLeaves();
  [ada, ben, eva] = [await n.member('Ada'), await n.member('Ben'), await n.member('Eva', { language: 'de' })];
});
afterAll(() => n.close());

it('mails at once what usually is, in the recipient’s language, with one link to the post and the words themselves', async () => {
  const thread = await n.as(eva).asks('Warum startet der Router nachts neu?');
  const answer = await n.as(ben).answers(thread, 'Switch the **energy saving** off.\n\nThen wait.');
  expect(await n.mailed(eva)).toEqual(['Ben hat auf „Warum startet der Router nachts neu?“ geantwortet']);
  const { text, list_unsubscribe } = await n.mailTo(eva);
  expect(text).toContain('> Switch the energy saving off. Then wait.');
  expect(text.match(/\/p\/\d+/g)).toEqual([`/p/${answer}`]);
  expect(text).toContain(`/de/p/${answer}`);
  expect(list_unsubscribe).toMatch(/\/de\/unsubscribe\/\d+\.answer\.[\w-]{22}$/);
});

it('mails only those whose address was shown to be theirs, unless mails stay on this site', async () => {
  const out = await neighbourhood({ smtpUrl: 'smtp://127.0.0.1:9' });
  try {
    const subjects: string[][] = [];
    for (const place of [n, out]) {
      const asker = await place.member('Uma');
      await place.db.query('update member set email_verified_at = null where id = $1', [asker.memberId]);
      await place.as(await place.member('Otto')).answers(await place.as(asker).asks());
      subjects.push(await place.mailed(asker));
    }
    expect(subjects).toEqual([[expect.stringContaining('Otto answered')], []]);
  } finally {
    await out.close();
  }
});

it('mails a comment at once to whose post it is under, and to those who commented there', async () => {
  const opening = await n.openingOf(await n.as(ada).asks());
  await n.as(ben).comments(opening, 'Which firmware does it have?');
  await n.as(ada).comments(opening, 'The one of March.');
  const mails = [await n.mailed(ada), await n.mailed(ben)];
  expect(mails).toEqual([['Ben commented in “Why does the router restart at night?”'], ['Ada commented in “Why does the router restart at night?”']]);
  expect((await n.mailTo(ben)).list_unsubscribe).toContain('.comment.');
});

it('mails what was set so, and nothing of what was read meanwhile or is hidden by then', async () => {
  await n.as(ada).sets('answer', 'off');
  const thread = await n.as(ada).asks();
  await n.as(ben).answers(thread);
  await n.as(ben).comments(await n.openingOf(thread));
  expect(await n.mailed(ada)).toEqual(['Ben commented in “Why does the router restart at night?”']);
  await expect(n.as(ada).sets('newThread', 'now')).rejects.toMatchObject({ problem: { kind: 'InvalidInput' } });
});

it('keeps what a day has no room for until the digest', async () => {
  await n.db.query(`insert into mail (key, recipient, subject, text, account, state) select 'full ' || i, 'ada@example.org', 'Full', 'Full', false, 'kept' from generate_series(1, $1::int) i`, [MAILS_A_DAY - 1]);
  const thread = await n.as(ada).asks();
  for (const body of ['First of all, wait.', 'Second, wait longer.']) await n.as(ben).answers(thread, body);
  expect((await n.mailed(ada)).filter((subject) => subject !== 'Full')).toEqual(['Ben answered “Why does the router restart at night?”']);
  await n.db.query(`update notification set created_at = '2026-03-04T12:00Z'`);
  await n.db.query(`update mail set created_at = now() - interval '25 hours'`);
  await n.digest('2026-03-09T05:00Z');
  expect((await n.mailed(ada)).at(-1)).toBe('One thing that concerns you at Kundig');
  expect((await n.mailTo(ada)).text).toContain('Second, wait longer.');
});

it('sends one digest a week of five items, the weightiest first, and none to those who have left', async () => {
  const thread = await n.as(ada).asks();
  await n.as(ada).sets('comment', 'weekly');
  for (let i = 0; i < 7; i += 1) await n.as(ben).comments(await n.openingOf(thread), `Comment number ${i}.`);
  await n.as(ada).sets('answer', 'weekly');
  await n.as(ben).answers(thread);
  await n.hear();
  await n.db.query(`update notification set created_at = '2026-03-04T12:00Z'`);
  await n.digest('2026-03-08T05:00Z'); // Sunday: the week is not over
  expect(await n.mailed(ada)).toEqual([]);
  await n.digest('2026-03-09T05:00Z');
  await Promise.all([n.digest('2026-03-10T05:00Z'), n.digest('2026-03-10T05:00Z')]);
  expect(await n.mailed(ada)).toEqual(['8 things that concern you at Kundig']);
  const { text } = await n.mailTo(ada);
  const items = text.split('\n').filter((line) => line.startsWith('* '));
  expect(items).toHaveLength(5);
  expect(items[0]).toBe('* Ben answered “Why does the router restart at night?”');
  expect(text).toContain('And 3 more:');

  await n.as(ben).comments(await n.openingOf(thread), 'And another one.');
  await n.hear();
  await n.db.query(`update notification set created_at = '2026-03-11T12:00Z' where mailed_at is null`);
  await n.db.query(`update member set created_at = now() - interval '200 days' where id = $1`, [ada.id]);
  await n.db.query(`update post set created_at = now() - interval '200 days' where author_id = $1`, [ada.id]);
  await n.digest('2026-03-16T05:00Z');
  expect(await n.mailed(ada)).toHaveLength(1);
  await n.db.query(`update member set created_at = now() where id = $1`, [ada.id]);
  await n.digest('2026-03-17T05:00Z');
  expect(await n.mailed(ada)).toHaveLength(2);
});

it('stops mails by a link alone: of one topic, of all; a link that was tampered with stops nothing', async () => {
  const preferences = n.get(PreferenceService);
  await n.as(ben).answers(await n.as(ada).asks());
  await n.hear();
  const token = (await n.mailTo(ada)).list_unsubscribe.split('/').at(-1)!;
  const timings = async () => new Map((await preferences.of(ada.memberId)).map(({ topic, timing }) => [topic as string, timing]));
  expect(await preferences.stopOf(token)).toBe('answer');
  for (const forged of [token.replace('.answer.', '.all.'), token.replace(/^\d+/, ben.memberId), `${token}x`, 'nonsense', '']) expect(await preferences.stopOf(forged)).toBeNull();
  await preferences.unsubscribe(token, false);
  await preferences.unsubscribe(token, false);
  expect([(await timings()).get('answer'), (await timings()).get('accepted')]).toEqual(['off', 'now']);
  await preferences.unsubscribe(token, true);
  expect(new Set((await timings()).values())).toEqual(new Set(['off']));
});
