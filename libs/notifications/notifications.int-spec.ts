import { setTimeout } from 'node:timers/promises';
import { MemberRole } from '#accounts';
import { ReadingCollector } from '#forum';
import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { Events } from '#platform/events';
import { NotificationReader } from './list/notification.reader.js';
import { NotificationKind } from './notification.kinds.js';
import { type Neighbourhood, neighbourhood } from './notifications.fixture.js';
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

  it('tells whose answer has helped others, once with how many', async () => {
    const [asker, helper] = [await n.member('Hal'), await n.member('Hope')];
    const thread = await n.as(asker).asks();
    const post = await n.as(helper).answers(thread);
    await n.db.transaction(() => n.get(Events).record('AnswerHelped', null, { threadId: thread, postId: post, times: '12' }));
    await n.hear();
    const { nodes } = await n.get(NotificationReader).list(helper, { limit: 10, backwards: false, from: null });
    expect(nodes).toMatchObject([{ kind: 'helped', times: 12, path: `/p/${post}`, actor: null }]);
    expect(await n.mailed(helper)).not.toContain('Your answer solved the problem of 12 people: “Why does the router restart at night?”'); // in the digest of the week
    await n.as(helper).sets('helped', 'now');
    await n.db.transaction(() => n.get(Events).record('AnswerHelped', null, { threadId: thread, postId: post, times: '1' }));
    expect(await n.mailed(helper)).toContain('Your answer solved somebody’s problem: “Why does the router restart at night?”');
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
    expect([await n.told(ben), await n.told(ada)]).toEqual([['Jo: postDeleted'], []]);
    expect((await n.get(NotificationReader).list(ben, { limit: 9, backwards: false, from: null })).nodes).toMatchObject([{ title: null, path: null, threadId: null }]);
    expect(await n.mailed(ben)).toEqual(['Jo deleted your post in “…”']);
  });

  it('tells a member of the role they were given or lost, with the way to their page; not of what was changed again meanwhile', async () => {
    const root = await n.member('Root', { role: 'admin' });
    const page = { title: null, path: `/m/${ben.id}` };
    await n.as(root).gives(ben, MemberRole.superUser);
    await n.as(root).gives(ben, MemberRole.superUser);
    expect(await n.ways(ben)).toEqual([{ kind: 'madeSuperUser', ...page }]);
    await n.as(root).gives(ben, MemberRole.admin);
    await n.as(root).gives(ben, MemberRole.staff);
    expect([await n.ways(ben), await n.told(root)]).toEqual([[{ kind: 'madeStaff', ...page }, { kind: 'madeSuperUser', ...page }], []]);
    await n.as(root).gives(ben, MemberRole.customer);
    expect(await n.told(ben)).toEqual(['Root: madeCustomer', 'Root: madeStaff', 'Root: madeSuperUser']);
    expect(await n.mailed(ben)).toEqual(['Root made you a super user', 'Root added you to the team', 'Root took your role back: you are a member without any other role now']);
    expect((await n.mailTo(ben)).text).toContain(`/m/${ben.id}\n`);
    expect(await n.unread(ben)).toBe(3);
  });

  it('tells why, on the site and by mail, whom it befell', async () => {
    const thread = await n.as(ada).asks();
    const [one, two] = [await n.as(ben).answers(thread), await n.as(ben).answers(thread, 'Or buy <b>mine</b>.')];
    const whys = async (actor: Actor) => (await n.get(NotificationReader).list(actor, { limit: 9, backwards: false, from: null })).nodes.map(({ kind, reason }) => [kind, reason]);
    await n.as(jo).deletes(one, 'Advertising <for> "him" & her');
    await n.as(jo).deletes(two, 'The same once more');
    expect(await n.mailed(ben)).toHaveLength(2);
    expect(await whys(ben)).toEqual([['postDeleted', 'The same once more'], ['postDeleted', 'Advertising <for> "him" & her']]);
    expect((await n.mailTo(ben)).text).toContain('The reason given: The same once more\n');
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
      expect((await n.mailTo(ben)).text).toContain('Kim marked your thread “Slow every evening” as a duplicate of “Why is it slow in the evening?”');
      const own = await n.as(ben).asks('The evenings are slow');
      await n.as(eva).follows(encodeId('thread', own));
      await n.as(ben).marksDuplicate(own, original); // said by the asker: no news to them
      expect([await told('threadDuplicate', ben), await told('followedDuplicate', eva)]).toEqual([[1], [2]]);
      const another = await n.as(ben).asks('Slow again today');
      await n.as(kim).marksDuplicate(another, original);
      await n.db.query('update thread set closed_at = null, close_reason = null, closed_by = null, duplicate_of = null where id = $1', [another]);
      expect(await told('threadDuplicate', ben)).toEqual([1]);
    });

    it('shows how an answer begins, and to nobody, staff neither, what stood in one that is hidden', async () => {
      const thread = await n.as(jo).asks('Why is the light red?');
      const answer = await n.as(ben).answers(thread, `It has **lost** the line. ${'And so on. '.repeat(30)}`);
      await n.hear();
      const excerpts = async () => (await n.get(NotificationReader).list(jo, { limit: 100, backwards: false, from: null })).nodes.map(({ excerpt }) => excerpt);
      const [begins] = await excerpts();
      expect([begins!.slice(0, 34), begins!.length <= 144, begins!.endsWith('...')]).toEqual(['It has lost the line. And so on. A', true, true]);
      await n.db.query(`update post set state = 'hidden' where id = $1`, [answer]);
      expect((await excerpts()).filter(Boolean)).toEqual([]);
    });

    it('says that what was asked belongs to an outage, where it is a duplicate of one', async () => {
      const [outage, duplicate] = [await n.as(ada).asks('No line in Bonn'), await n.as(ben).asks('My line is dead')];
      await n.db.query(`insert into service_notice (thread_id, affected) values ($1, 'Bonn')`, [outage]);
      await n.as(kim).marksDuplicate(duplicate, outage);
      expect(await n.mailed(ben)).toEqual(['Your question “My line is dead” belongs to the notice “No line in Bonn”: you will be told when it is over']);
    });

    it('tells who wrote what was split off, and who follows the rest, with the way to the new thread', async () => {
      const thread = await n.as(ada).asks();
      await n.as(ben).sets('comment', 'weekly');
      const answers = [await n.as(ben).answers(thread, 'Which floor do you live on?'), await n.as(eva).answers(thread, 'Upstairs it is worse.'), await n.as(jo).answers(thread)];
      await n.as(eva).comments(answers[0]!, 'On the second floor.');
      await n.hear();
      const made = await n.as(kim).splits(thread, answers.slice(0, 2));
      const way = { title: 'What about the other floor?', path: `/p/${await n.openingOf(made)}` };
      for (const [who, kind] of [[ben, 'postSplit'], [eva, 'postSplit'], [ada, 'followedSplit'], [jo, 'followedSplit']] as const) {
        expect(await waysOf(who, 'postSplit', 'followedSplit')).toEqual([{ kind, ...way }]);
      }
      expect(await n.told(kim)).toEqual([]);
      await n.as(kim).merges(made, thread);
      expect(await n.mailed(ben)).toEqual(['Kim moved your post to a thread of its own: “What about the other floor?”', 'Kim merged your thread into “Why does the router restart at night?”']);
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
    await n.db.query(`update thread set state = 'deleted' where id = $1`, [thread]);
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

  it('tells those who follow a notice each update of it, and at its end everybody whom it concerned, once, however they came to be', async () => {
    const [thread, question] = [await n.as(jo).asks('Outage of the fixed network in Bonn'), await n.as(ada).asks()];
    await n.db.query(`insert into service_notice (thread_id, affected) values ($1, 'All routers')`, [thread]);
    const says = async (state: string, body: string) => (await n.db.one<{ id: string }>('insert into notice_update (thread_id, state, body) values ($1, $2, $3) returning id', [thread, state, body]))!.id;
    await n.as(eva).hasItToo(question);
    await n.as(eva).hasItToo(thread);
    await n.as(jo).marksDuplicate(question, thread);
    await n.as(ada).follows(encodeId('thread', thread), false); // asked what is a duplicate of it, and follows it no more
    await n.as(ben).follows(encodeId('thread', thread));
    await n.hear();
    await n.db.query('delete from notification');
    await n.as(jo).records('NoticeUpdated', { threadId: thread, updateId: await says('found', 'It was a digger.'), state: 'found' });
    expect(await Promise.all([ben, ada, eva].map((each) => n.told(each)))).toEqual([['Jo: noticeFound'], [], []]);
    expect((await n.mailed(ben)).at(-1)).toBe('The cause is found: “Outage of the fixed network in Bonn”');
    expect((await n.mailTo(ben)).text).toContain('It was a digger.');
    await n.db.query('update service_notice set ended_at = now() where thread_id = $1', [thread]);
    await n.as(jo).records('NoticeEnded', { threadId: thread, updateId: await says('over', 'The cable is mended.') });
    expect(await Promise.all([ben, ada, eva].map((each) => n.told(each)))).toEqual([['Jo: noticeEnded', 'Jo: noticeFound'], ['Jo: noticeEnded'], ['Jo: noticeEnded']]);
    expect((await n.ways(ada))[0]!.path).toMatch(/^\/p\//);
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

  describe('a thread', () => {
    const statesOf = async (actor: Actor) => {
      await n.hear();
      return (await n.get(NotificationReader).list(actor, { limit: 9, backwards: false, from: null })).nodes.map(({ kind, read }) => `${kind}: ${read ? 'read' : 'new'}`);
    };
    const written = async () => (await n.db.query<{ id: string }>('select id from notification where read_at is not null')).length;
    let collector: ReadingCollector;
    let reads: (actor: Actor, threadKey: string, postKey: string) => void;
    beforeAll(() => {
      collector = n.get(ReadingCollector);
      reads = (actor, threadKey, postKey) => collector.read({ memberKey: actor.memberId, threadKey, postKey });
    });

    it('marks what was told of it as far as it was read: at once for the next page, and written with the reading', async () => {
      const [thread, other] = [await n.as(ada).asks(), await n.as(ada).asks('Which cable do I need?')];
      const first = await n.as(ben).answers(thread);
      await n.as(ben).answers(thread, 'Or buy a new one.');
      await n.as(ben).answers(other);
      await n.hear();
      reads(ada, thread, first);
      reads(ben, thread, first);
      expect([await n.unread(ada), await statesOf(ada), await written()]).toEqual([2, ['answer: new', 'answer: new', 'answer: read'], 0]);
      const flushing = collector.flush();
      expect(await n.unread(ada)).toBe(2); // while it is being written, too
      await flushing;
      expect([await n.unread(ada), await statesOf(ada), await written()]).toEqual([2, ['answer: new', 'answer: new', 'answer: read'], 1]);
    });

    it('marks what the worker tells only afterwards, and not what happened since, though it is about an older post', async () => {
      const thread = await n.as(ada).asks();
      const answer = await n.as(ben).answers(thread);
      reads(ada, thread, answer);
      reads(ben, thread, answer);
      expect(await statesOf(ada)).toEqual(['answer: read']);
      await setTimeout(50); // two clocks: reading is told apart from what happens later by milliseconds, not by less
      await n.as(ada).accepts(answer);
      expect(await statesOf(ben)).toEqual(['accepted: new']);
      await collector.flush();
      expect([await statesOf(ada), await statesOf(ben)]).toEqual([['answer: read'], ['accepted: new']]);
      reads(ben, thread, answer); // looked again, with nothing new to read
      expect(await n.unread(ben)).toBe(0);
      await collector.flush();
      expect([await n.unread(ben), await written()]).toEqual([0, 2]);
    });

    it('is read where its posts stand now', async () => {
      const [target, source] = [await n.as(eva).asks('Why is it slow in the evening?'), await n.as(ada).asks('Slow every evening')];
      const answer = await n.as(ben).answers(source);
      await n.hear();
      await n.as(await n.member('Kim', { role: 'super_user' })).merges(source, target);
      await n.hear();
      reads(ada, target, answer);
      await collector.flush();
      expect(await n.unread(ada)).toBe(0);
    });
  });
});
