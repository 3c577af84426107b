import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

const MAIL = 'max.mustermann@web.de';
const IBAN = 'DE89 3704 0044 0532 0130 00';
const PATTERN = { nameDe: 'Kundennummer', nameEn: 'Customer number', pattern: 'KD-########', example: 'KD-12345678' };

interface Told {
  problem: { code: string; message: string; confirmation?: string; foundCount?: number; found?: { kind: string; name: string; field: string; start: number; length: number; excerpt: string }[]; fields?: { field: string; code: string }[] } | null;
  thread: { id: string; opening: { id: string } } | null;
  post: { id: string } | null;
}

describe('the warning before private data is posted, over GraphQL', () => {
  let app: RunningApp;
  let admin: Person, mina: Person, ada: Person;
  let categoryId: string;

  const OF: Record<string, string> = { answer: 'post { id }', comment: 'post { id }', editPost: 'post { id }' };
  const run = async (person: Person, field: string, input: object): Promise<Told> => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const selection = OF[field] ?? 'thread { id opening { id } }';
    const data = await person.ask<Record<string, Told>>(
      `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} problem { code message ... on InvalidInput { fields { field code } } ... on PrivateData { confirmation foundCount found { kind name field start length excerpt } } } } }`,
      { input },
    );
    return data[field]!;
  };
  const setPatterns = async (patterns: object[], person = admin) =>
    (await person.ask<{ setCompanyPatterns: { problem: Told['problem']; list: { version: number; patterns: object[] } | null } }>('mutation($input: SetCompanyPatternsInput!) { setCompanyPatterns(input: $input) { list { patterns { pattern } } problem { code ... on InvalidInput { fields { field code } } } } }', { input: { patterns } })).setCompanyPatterns;
  const count = async () => (await app.db.one<{ posts: number }>('select count(*)::int as posts from post'))!.posts;
  const question = (more: object = {}) => ({ title: 'Why was this booked?', body: 'It was booked twice this month.', categoryId, ...more });

  beforeAll(async () => {
    app = await runningApp({ trustProxy: 1, roles: ['api'], limits: 'wide' });
    [admin, mina, ada] = [await app.person('Root', 'admin'), await app.person('Mina'), await app.person('Ada')];
    categoryId = (await acts(admin).createCategory('Bills')).category!.id;
    await admin.ask('mutation($id: ID!) { createCategoryField(input: {categoryId: $id, key: "contract", labelDe: "Vertrag", labelEn: "Contract"}) { problem { code } } }', { id: categoryId });
  });
  afterAll(() => app.close());

  it('says what it found and where, and publishes nothing; sent again with the confirmation it goes through', async () => {
    const before = await count();
    const input = question({ title: `Write to ${MAIL}, please`, body: `Hello,\r\nmy account is ${IBAN}.`, fields: [{ key: 'contract', value: '0171 1234567' }], clientMutationId: 'once' });
    const { problem } = await run(mina, 'askQuestion', input);
    expect(problem).toMatchObject({ code: 'PrivateData', message: 'This holds what looks like private data, and everybody could read it.' });
    expect(problem!.found).toEqual([
      { kind: 'email', name: 'E-mail address', field: 'title', start: 9, length: MAIL.length, excerpt: 'm…@web.de' },
      { kind: 'iban', name: 'IBAN', field: 'body', start: input.body.indexOf('DE89'), length: IBAN.length, excerpt: 'DE89 … 3000' },
      { kind: 'telephone', name: 'Telephone number', field: 'fields.contract', start: 0, length: 12, excerpt: '0171 … 67' },
    ]);
    expect(await count()).toBe(before);
    expect((await run(mina, 'askQuestion', { ...input, privateDataConfirmation: problem!.confirmation })).thread).not.toBeNull();
    expect(await count()).toBe(before + 1);
  });

  it('names the first fifty of what was found, and says how many there are', async () => {
    const { problem } = await run(mina, 'askQuestion', question({ body: Array.from({ length: 60 }, (_, n) => `someone${n}@web.de`).join(' ') }));
    expect([problem!.found!.length, problem!.foundCount]).toEqual([50, 60]);
    expect((await run(mina, 'askQuestion', question({ body: Array.from({ length: 61 }, (_, n) => `someone${n}@web.de`).join(' '), privateDataConfirmation: problem!.confirmation }))).problem).toMatchObject({ code: 'PrivateData', foundCount: 61 }); // good for those sixty alone
  });

  it('takes a confirmation for what was found and whoever was told, and for nothing else', async () => {
    const { thread } = await run(mina, 'askQuestion', question());
    const answer = (person: Person, body: string, privateDataConfirmation?: string) => run(person, 'answer', { threadId: thread!.id, body, privateDataConfirmation });
    const { confirmation } = (await answer(ada, `It is ${MAIL} here`)).problem!;
    expect((await answer(mina, `It is ${MAIL} here`, confirmation)).problem).toMatchObject({ code: 'PrivateData' });
    expect((await answer(ada, `It is ${MAIL} here, and ${IBAN}`, confirmation)).problem).toMatchObject({ code: 'PrivateData' });
    expect((await answer(ada, 'x'.repeat(10), 'no confirmation')).problem).toMatchObject({ code: 'InvalidInput', fields: [{ field: 'privateDataConfirmation', code: 'malformed' }] });
    expect((await answer(ada, `In other words, and twice: ${MAIL.toUpperCase()} ${MAIL}`, confirmation)).post).not.toBeNull();
  });

  it('warns wherever a text becomes public', async () => {
    const { thread } = await run(mina, 'askQuestion', question());
    const { post } = await run(ada, 'answer', { threadId: thread!.id, body: 'Nothing private here.' });
    const { thread: notice } = await run(admin, 'announce', question({ notice: { affected: 'All in Bonn' } }));
    const tries: [Person, string, object, string][] = [
      [mina, 'startDiscussion', question({ body: `Write to ${MAIL}` }), 'body'],
      [admin, 'announce', question({ notice: { affected: `All who wrote to ${MAIL}` } }), 'notice.affected'],
      [admin, 'updateNotice', { threadId: notice!.id, state: 'found', text: `${MAIL} found it` }, 'text'],
      [admin, 'updateNotice', { threadId: notice!.id, state: 'found', text: 'It is found.', affected: 'All but lena@gmx.net', regions: ['Bonn'] }, 'affected'],
      [mina, 'answer', { threadId: thread!.id, body: `Write to ${MAIL}` }, 'body'],
      [mina, 'comment', { postId: post!.id, body: `Write to ${MAIL}` }, 'body'],
      [ada, 'editPost', { postId: post!.id, basedOn: 0, body: `Write to ${MAIL}` }, 'body'],
      [ada, 'editPost', { postId: post!.id, basedOn: 1, body: 'Something else instead.', reason: 'Told by eva@gmx.net' }, 'reason'],
      [mina, 'editPost', { postId: thread!.opening.id, basedOn: 0, title: `Why did ${MAIL} pay?` }, 'title'],
      [mina, 'editPost', { postId: thread!.opening.id, basedOn: 1, fields: [{ key: 'contract', value: 'eva@gmx.net' }] }, 'fields.contract'],
      [mina, 'editPost', { postId: thread!.opening.id, basedOn: 2, title: 'Why did I pay for it twice, say?', fields: [{ key: 'contract', value: 'eva@gmx.net' }], body: 'Told by ben@gmx.net.' }, 'body'],
      [admin, 'splitThread', { threadId: thread!.id, postIds: [post!.id], categoryId, title: `What ${MAIL} said` }, 'title'],
    ];
    for (const [person, field, input, at] of tries) {
      const { problem } = await run(person, field, input);
      expect([field, problem?.code, problem?.found?.map((found) => found.field)]).toEqual([field, 'PrivateData', [at]]);
      expect([field, (await run(person, field, { ...input, privateDataConfirmation: problem!.confirmation })).problem]).toEqual([field, null]);
    }
  });

  it('warns of an edit only for what the text did not hold before', async () => {
    const input = question({ body: `My address is ${MAIL}.` });
    const { thread } = await run(mina, 'askQuestion', { ...input, privateDataConfirmation: (await run(mina, 'askQuestion', input)).problem!.confirmation });
    const edit = (basedOn: number, body: string) => run(mina, 'editPost', { postId: thread!.opening.id, basedOn, body });
    expect((await edit(0, `My address is ${MAIL}, or was.`)).problem).toBeNull();
    expect((await edit(1, `My address is ${MAIL}, my account ${IBAN}.`)).problem!.found!.map(({ kind }) => kind)).toEqual(['iban']);
    expect((await edit(1, 'My address is gone from here.')).problem).toBeNull();
    expect((await edit(2, `My address is ${MAIL}, again.`)).problem!.found!.map(({ kind }) => kind)).toEqual(['email']);
  });

  it('knows the company’s own numbers as soon as an admin has said what they look like', async () => {
    const { thread } = await run(mina, 'askQuestion', question());
    const answer = () => run(ada, 'answer', { threadId: thread!.id, body: 'Look it up: kd 12345678.' });
    expect((await answer()).problem).toBeNull();
    expect(await setPatterns([PATTERN])).toEqual({ problem: null, list: { patterns: [{ pattern: 'KD-########' }] } });
    let told = await answer();
    for (let tries = 0; tries < 100 && !told.problem; tries += 1) told = await answer(); // told to each process at the commit
    expect(told.problem!.found).toEqual([{ kind: 'company', name: 'Customer number', field: 'body', start: 12, length: 11, excerpt: 'kd … 78' }]);
    await ada.ask('mutation { changeLanguage(input: {language: "de"}) { problem { code } } }');
    expect((await answer()).problem!.found![0]!.name).toBe('Kundennummer');
    expect((await answer()).problem!.message).toBe('Hier stehen Angaben, die privat aussehen, und alle könnten sie lesen.');
  });

  it('warns of no way to the company that it publishes itself, however it is written', async () => {
    const { thread } = await run(mina, 'askQuestion', question());
    const body = 'Call 0228 1815040, +49 (0)228 / 181 50-40 or 0049 228 1815040, write to Lena.Berger@Nordnetz.DE, not to me: 0228 1815041.';
    const answer = async () => (await run(ada, 'answer', { threadId: thread!.id, body })).problem!.found!.map(({ start }) => body.slice(start, start + 12));
    expect(await answer()).toHaveLength(5);
    const ways = ['0228-181 5040', 'lena.berger@nordnetz.de'].map((address) => ({ kind: 'other', address, de: { label: 'So' }, en: { label: 'So' } }));
    await admin.ask('mutation($ways: [ContactWayInput!]!) { setContactWays(input: {ways: $ways}) { problem { code } } }', { ways });
    let found = await answer();
    for (let tries = 0; tries < 100 && found.length > 1; tries += 1) found = await answer(); // told to each process at the commit
    expect(found).toEqual(['0228 1815041']);
    expect((await run(ada, 'answer', { threadId: thread!.id, body: body.slice(0, body.indexOf(', not')) })).problem).toBeNull();
  });

  it('refuses patterns that fit everything, twice the same, or not their example', async () => {
    const faults = async (...patterns: object[]) => (await setPatterns(patterns)).problem?.fields ?? null;
    expect(await faults({ ...PATTERN, pattern: '?????' })).toEqual([{ field: 'patterns.0.pattern', code: 'pattern' }]);
    expect(await faults({ ...PATTERN, pattern: '(\\d+)+$' })).toEqual([{ field: 'patterns.0.pattern', code: 'pattern' }]);
    expect(await faults(PATTERN, { ...PATTERN, pattern: 'KD ########' })).toEqual([{ field: 'patterns.1.pattern', code: 'taken' }]);
    expect(await faults({ ...PATTERN, example: 'KD-1234' })).toEqual([{ field: 'patterns.0.example', code: 'example' }]);
    expect(await faults({ ...PATTERN, nameDe: ' ' })).toEqual([{ field: 'patterns.0.nameDe', code: 'required' }]);
    expect(await faults(...Array.from({ length: 21 }, () => PATTERN))).toEqual([{ field: 'patterns', code: 'too-many' }]);
  });

  it('keeps one list, whoever saves another at the same time', async () => {
    const lists = Array.from({ length: 6 }, (_, n) => [0, 1, 2].map((m) => ({ ...PATTERN, pattern: `X${n}${m}-#####`, example: `X${n}${m}-12345` })));
    await Promise.all(lists.map((list) => setPatterns(list)));
    const { companyPatterns } = await admin.ask<{ companyPatterns: { patterns: { pattern: string }[] } }>('{ companyPatterns { patterns { pattern } } }');
    expect(lists.map((list) => list.map(({ pattern }) => pattern))).toContainEqual(companyPatterns.patterns.map(({ pattern }) => pattern));
    expect(await setPatterns([])).toEqual({ problem: null, list: { patterns: [] } });
  });
});
