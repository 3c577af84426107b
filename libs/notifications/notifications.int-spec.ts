import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { MAILS_A_DAY } from '#platform/mail';
import { NotificationReader } from './list/notification.reader.js';
import { NotificationKind } from './notification.kinds.js';
import { reachable } from './mailing/told.rows.js';
import { type Neighbourhood, neighbourhood } from './notifications.fixture.js';
import { PreferenceService } from './preferences/preference.service.js';
import { Teller } from './telling/teller.js';

let n: Neighbourhood;
let ada: Actor, ben: Actor, eva: Actor, jo: Actor;
beforeAll(async () => { n = await neighbourhood(); });
beforeEach(async () => {
  await n.everybodyLeaves();
  [ada, ben, eva, jo] = [await n.member('Ada'), await n.member('Ben'), await n.member('Eva', { language: 'de' }), await n.member('Jo', { role: 'staff' })];
});
afterAll(() => n.close());

describe('telling', () => {
  it('tells the asker of answers, the author of acceptance and of the official mark, and nobody of what they did themselves', async () => {
    const thread = await n.as(ada).asks();
    const answer = await n.as(ben).answers(thread);
    await n.as(ada).answers(thread, 'I tried that, it does not help.');
    await n.as(ada).accepts(answer);
    await n.as(jo).marksOfficial(answer);
    expect(await n.told(ada)).toEqual(['Ben: answer']);
    expect(await n.told(ben)).toEqual(expect.arrayContaining(['Jo: official', 'Ada: accepted']));
    expect(await n.told(jo)).toEqual([]);
  });

  it('does not tell of an acceptance that came back with what somebody else restored', async () => {
    const thread = await n.as(ada).asks();
    const answer = await n.as(ben).answers(thread);
    await n.as(ada).accepts(answer);
    const { threadId, postId } = { threadId: thread, postId: answer };
    await n.as(jo).records('AnswerAccepted', { threadId, postId, again: true });
    expect(await n.told(ben)).toEqual(['Ada: accepted']);
  });

  it('tells of comments whom they answer: the author of what is commented, and those who commented there', async () => {
    const opening = await n.openingOf(await n.as(ada).asks());
    await n.as(ben).comments(opening);
    await n.as(eva).comments(opening);
    expect(await n.told(ada)).toEqual(['Eva: comment', 'Ben: comment']);
    expect(await n.told(ben)).toEqual(['Eva: comment']);
  });

  it('tells followers of what is written, and of new threads those who follow the category, each once; who left a thread hears no more of it', async () => {
    await n.as(eva).follows(n.categoryId);
    await n.as(eva).follows(encodeId('member', ada.memberId));
    const thread = await n.as(ada).asks();
    expect(await n.told(eva)).toEqual(['Ada: newThread']);
    await n.as(jo).follows(encodeId('thread', thread));
    const answer = await n.as(ben).answers(thread);
    await n.as(eva).comments(answer);
    expect(await n.told(jo)).toEqual(['Eva: reply', 'Ben: reply']);
    expect(await n.told(ben)).toEqual(['Eva: comment']);
    expect(await n.told(ada)).toEqual(['Eva: reply', 'Ben: answer']);
    await n.as(jo).follows(encodeId('thread', thread), false);
    await n.as(ada).follows(encodeId('thread', thread), false);
    await n.as(ben).answers(thread, 'Or buy a new one.');
    expect([await n.told(jo), await n.told(ada)]).toEqual([['Eva: reply', 'Ben: reply'], ['Eva: reply', 'Ben: answer']]);
  });

  it('tells those who are named, once and as named, whatever else reaches them', async () => {
    const thread = await n.as(ada).asks();
    const answer = await n.as(ben).answers(thread, 'Does @Eva not have the same one?');
    await n.as(eva).comments(answer, 'Yes, as I told @Ben and @Ada.');
    expect([await n.told(eva), await n.told(ada), await n.told(ben)]).toEqual([['Ben: mention'], ['Eva: mention', 'Ben: answer'], ['Eva: mention']]);
  });

  it('tells the author of what befell their post, also where they no longer see it, and shows no title that they may not see', async () => {
    const thread = await n.as(ada).asks();
    const answer = await n.as(ben).answers(thread);
    await n.as(jo).records('PostDeleted', { threadId: thread, postId: answer });
    await n.as(ben).records('PostEdited', { threadId: thread, postId: answer });
    await n.db.query(`update post set state = 'hidden' where id = $1`, [answer]);
    await n.db.query(`update thread set state = 'hidden' where id = $1`, [thread]);
    await n.as(ben).sets('keeping', 'now');
    expect([await n.told(ben), await n.told(ada)]).toEqual([['Jo: postDeleted'], []]);
    expect((await n.get(NotificationReader).list(ben, { limit: 9, backwards: false, from: null })).nodes).toMatchObject([{ title: null, path: null, threadId: null }]);
    expect(await n.mailed(ben)).toEqual(['Jo deleted your post in “…”']);
  });

  describe('what became of a thread', () => {
    const waysOf = async (actor: Actor, ...kinds: string[]) => (await n.ways(actor)).filter(({ kind }) => kinds.includes(kind));
    const told = async (kind: string, ...people: Actor[]) => (await Promise.all(people.map(async (person) => (await n.told(person)).filter((line) => line.endsWith(`: ${kind}`)).length)));
    let kim: Actor;
    beforeEach(async () => { kim = await n.member('Kim', { role: 'super_user' }); });

    it('tells who asked what was merged, and who follows either, with the way to what both are now', async () => {
      const [target, source] = [await n.as(ada).asks('Why is it slow in the evening?'), await n.as(ben).asks('Slow every evening')];
      await n.as(eva).follows(encodeId('thread', source));
      await n.as(kim).follows(encodeId('thread', source));
      await n.as(kim).merges(source, target);
      const way = { title: 'Why is it slow in the evening?', path: `/p/${await n.openingOf(target)}` };
      expect(await waysOf(ben, 'threadMerged', 'followedMerged')).toEqual([{ kind: 'threadMerged', ...way }]);
      expect([await waysOf(eva, 'followedMerged'), await waysOf(ada, 'followedMerged')]).toEqual([[{ kind: 'followedMerged', ...way }], [{ kind: 'followedMerged', ...way }]]);
      expect(await n.told(kim)).toEqual([]);
    });

    it('tells who asked a duplicate, and who follows it, with the way to the original; nobody once it is open again', async () => {
      const [original, duplicate] = [await n.as(ada).asks('Why is it slow in the evening?'), await n.as(ben).asks('Slow every evening')];
      await n.as(eva).follows(encodeId('thread', duplicate));
      await n.as(kim).marksDuplicate(duplicate, original);
      const way = { title: 'Why is it slow in the evening?', path: `/p/${await n.openingOf(original)}` };
      expect([await waysOf(ben, 'threadDuplicate'), await waysOf(eva, 'followedDuplicate')]).toEqual([[{ kind: 'threadDuplicate', ...way }], [{ kind: 'followedDuplicate', ...way }]]);
      expect([await n.told(ada), await n.told(kim)]).toEqual([[], []]);
      const own = await n.as(ben).asks('The evenings are slow');
      await n.as(eva).follows(encodeId('thread', own));
      await n.as(ben).marksDuplicate(own, original); // said by the asker: no news to them
      expect([await told('threadDuplicate', ben), await told('followedDuplicate', eva)]).toEqual([[1], [2]]);
      const another = await n.as(ben).asks('Slow again today');
      await n.as(kim).marksDuplicate(another, original);
      await n.db.query('update thread set closed_at = null, close_reason = null, closed_by = null, duplicate_of = null where id = $1', [another]);
      expect(await told('threadDuplicate', ben)).toEqual([1]);
    });

    it('tells who wrote what was split off, and who follows the rest, with the way to the new thread', async () => {
      const thread = await n.as(ada).asks();
      const answers = [await n.as(ben).answers(thread, 'Which floor do you live on?'), await n.as(eva).answers(thread, 'Upstairs it is worse.'), await n.as(jo).answers(thread)];
      await n.as(eva).comments(answers[0]!, 'On the second floor.');
      await n.hear();
      const made = await n.as(kim).splits(thread, answers.slice(0, 2));
      const way = { title: 'What about the other floor?', path: `/p/${await n.openingOf(made)}` };
      for (const [who, kind] of [[ben, 'postSplit'], [eva, 'postSplit'], [ada, 'followedSplit'], [jo, 'followedSplit']] as const) {
        expect(await waysOf(who, 'postSplit', 'followedSplit')).toEqual([{ kind, ...way }]);
      }
      expect(await n.told(kim)).toEqual([]);
      await n.as(ben).sets('keeping', 'now');
      await n.as(kim).merges(made, thread);
      expect(await n.mailed(ben)).toEqual(['Kim merged your thread into “Why does the router restart at night?”']);
    });

    it('leads on where the original became part of another before anybody heard of it, and shows no title that may not be seen', async () => {
      const [original, duplicate, third] = [await n.as(ada).asks('The original of all'), await n.as(ben).asks('Slow every evening'), await n.as(eva).asks('The third')];
      await n.as(kim).marksDuplicate(duplicate, original);
      await n.as(kim).merges(original, third);
      expect(await waysOf(ben, 'threadDuplicate')).toEqual([{ kind: 'threadDuplicate', title: 'The third', path: `/p/${await n.openingOf(third)}` }]);
      await n.db.query(`update thread set state = 'hidden' where id = $1`, [third]);
      expect(await waysOf(ben, 'threadDuplicate')).toEqual([{ kind: 'threadDuplicate', title: null, path: null }]);
    });
  });

  it('tells those whom an edit names, once a post: not those who were named before, nor of what may not be seen', async () => {
    const thread = await n.as(ada).asks();
    const answer = await n.as(ben).answers(thread, 'Does @Eva not have the same one?');
    await n.as(ben).edits(answer, 'Do @Eva and @Jo not have the same one?');
    expect([await n.told(eva), await n.told(jo)]).toEqual([['Ben: mention'], ['Ben: mention']]);
    await n.as(ben).edits(answer, 'Does anybody have the same one?');
    await n.as(ben).edits(answer, 'Do @Eva and @Jo and @Ada have the same one?');
    expect([await n.told(eva), await n.told(jo), await n.told(ada)]).toEqual([['Ben: mention'], ['Ben: mention'], ['Ben: mention', 'Ben: answer']]);
    const hidden = await n.as(ben).answers(thread, 'This will be hidden.');
    await n.hear();
    await n.db.query(`update post set state = 'hidden' where id = $1`, [hidden]);
    await n.as(await n.member('Kim', { role: 'super_user' })).edits(hidden, 'This will be hidden, @Jo.');
    expect(await n.told(jo)).toHaveLength(1);
  });

  it('does not tell of what was taken back before anybody heard of it', async () => {
    const answer = await n.as(ben).answers(await n.as(ada).asks());
    await n.as(ada).accepts(answer);
    await n.as(ada).unaccepts(answer);
    expect(await n.told(ben)).toEqual([]);
  });

  it('tells of nothing that may not be seen, neither when it happens nor when the list is read', async () => {
    const thread = await n.as(ada).asks();
    const hidden = await n.as(ben).answers(thread);
    await n.db.query(`update post set state = 'hidden' where id = $1`, [hidden]);
    expect(await n.told(ada)).toEqual([]);
    expect(await n.db.query('select from notification')).toEqual([]);
    const later = await n.as(ben).answers(thread, 'Another thought about that.');
    expect([await n.told(ada), await n.unread(ada)]).toEqual([['Ben: answer'], 1]);
    await n.db.query(`update post set state = 'hidden' where id = $1`, [later]);
    expect([await n.told(ada), await n.unread(ada)]).toEqual([[], 0]);
    await n.db.query(`update post set state = 'visible' where id = $1; `, [later]);
    await n.db.query(`update thread set state = 'hidden' where id = $1`, [thread]);
    expect([await n.told(ada), await n.unread(ada)]).toEqual([[], 0]);
  });

  it('tells those who have the problem too when an outage is over', async () => {
    const thread = await n.as(ada).asks();
    await n.db.query(`insert into service_notice (thread_id, affected, ended_at) values ($1, 'All routers', now())`, [thread]);
    await n.as(eva).hasItToo(thread);
    await n.as(jo).records('NoticeEnded', { threadId: thread });
    expect(await n.told(eva)).toEqual(['Jo: noticeEnded']);
    expect(await n.told(ben)).toEqual([]);
  });

  it('tells once of an event that is heard twice, and by ten workers at once', async () => {
    const thread = await n.as(ada).asks();
    await n.as(ben).answers(thread);
    const [event] = (await n.eventsSince('0')).filter(({ kind }) => kind === 'Answered');
    await Promise.all(Array.from({ length: 10 }, () => n.listener.hear(event!)));
    await n.listener.hear(event!);
    expect(await n.told(ada)).toEqual(['Ben: answer']);
    expect(await n.mailed(ada)).toEqual(['Ben answered “Why does the router restart at night?”']);
  });

  it('tells thousands in sets: as many statements as batches, and each person by the weightiest reason', async () => {
    const thread = await n.as(ada).asks();
    await n.db.query(`insert into member (name, name_key, email) select 'Crowd ' || i, 'crowd ' || i, 'c' || i || '@example.org' from generate_series(1, 1700) i`);
    const teller = n.get(Teller);
    const happened = { eventId: '4711', threadId: thread, postId: null, actorId: ben.id, leadsTo: thread };
    const everyone = 'select id from member';
    await teller.tell(happened, { kind: NotificationKind.answer, who: `select id from member where id = ${ada.id}` });
    for (let times = 0; times < 2; times += 1) await teller.tell(happened, { kind: NotificationKind.reply, who: everyone });
    expect(await n.db.query('select kind, count(*)::int from notification group by kind order by kind')).toEqual([{ kind: 'answer', count: 1 }, { kind: 'reply', count: 1_700 + 2 }]);
  });
});

describe('reading', () => {
  it('marks as read one by one, all up to what was shown, or all about a post; never another’s', async () => {
    const reader = n.get(NotificationReader);
    const thread = await n.as(ada).asks();
    const answers = [];
    for (const body of ['First of all, wait.', 'Second, wait longer.', 'Third, call them.', 'Fourth, move away.']) answers.push(await n.as(ben).answers(thread, body));
    await n.hear();
    const { nodes } = await reader.list(ada, { limit: 10, backwards: false, from: null });
    const [newest, third, second, first] = nodes.map(({ id }) => id);
    expect(await reader.markRead(ben, { ids: [first!] })).toBe(0);
    expect(await reader.markRead(ada, { ids: [third!] })).toBe(3);
    expect(await reader.markRead(ada, { postId: encodeId('post', answers[0]!) })).toBe(2);
    expect(await reader.markRead(ada, { upTo: second! })).toBe(1);
    expect((await reader.list(ada, { limit: 10, backwards: false, from: null })).nodes.filter(({ read }) => !read).map(({ id }) => id)).toEqual([newest]);
    await expect(reader.markRead(ada, { upTo: second!, postId: 'pst_1' })).rejects.toMatchObject({ problem: { kind: 'InvalidInput' } });
  });
});

describe('mailing', () => {
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
    const thread = await n.as(ada).asks();
    await n.db.query('update member set email_verified_at = null where id = $1', [ada.memberId]);
    await n.as(ben).answers(thread);
    expect(await n.mailed(ada)).toEqual([expect.stringContaining('Ben answered')]);
    expect([reachable({ leaves: false }), reachable({ leaves: true })]).toEqual(['m.email is not null', 'm.email_verified_at is not null']);
  });

  it('mails what was set so, and nothing of what was read meanwhile or is hidden by then', async () => {
    await n.as(ada).sets('answer', 'off');
    await n.as(ada).sets('comment', 'now');
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
});
