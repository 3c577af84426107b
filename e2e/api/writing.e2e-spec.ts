import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts, type Payload } from './acts.js';

const TALK = { title: 'How do you lay cables behind a desk?', body: 'Mine hang down to the floor.' };
const PROBLEM = 'problem { code message ... on InvalidInput { fields { field code } } }';

async function run<T = Payload>(person: Person, field: string, input: object, selection = ''): Promise<T & Pick<Payload, 'problem'>> {
  const data = await person.ask<Record<string, T & Pick<Payload, 'problem'>>>(`mutation($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${selection} ${PROBLEM} } }`, { input });
  return data[field]!;
}

let app: RunningApp;
let admin: Person, mina: Person, ada: Person, staff: Person;
let categoryId: string, below: string;
beforeAll(async () => {
  app = await runningApp({ trustProxy: 1, roles: ['api'] });
  [admin, mina, ada, staff] = [await app.person('Root', 'admin'), await app.person('Mina Berg', 'super_user'), await app.person('Ada', 'super_user'), await app.person('Jo Staff', 'staff')];
  categoryId = (await acts(admin).createCategory('Internet')).category!.id;
  below = (await acts(admin).createCategory('Router', { parentId: categoryId })).category!.id;
});
afterAll(() => app.close());

describe('fields of categories', () => {
  const device = { key: 'device', labelDe: 'Gerät', labelEn: 'Device', required: true, position: 1 };
  const region = { key: 'region', labelDe: 'Gegend', labelEn: 'Region', choices: ['North', 'South'], position: 2 };
  const make = (input: object) => run<{ field: { id: string } | null }>(admin, 'createCategoryField', input, 'field { id key required choices }');

  it('are asked for in the category and below it, kept with the thread, and sought by', async () => {
    const made = await make({ ...region, categoryId });
    expect((await make({ ...device, categoryId: below })).field).toMatchObject({ key: 'device', required: true, choices: null });
    expect((await make({ ...device, categoryId: below })).problem!.fields).toEqual([{ field: 'key', code: 'taken' }]);
    expect((await make({ ...region, categoryId, key: 'Not A Key', choices: ['one'] })).problem!.fields!.map(({ field }) => field)).toEqual(['key', 'choices']);
    const { categories } = await app.guest.ask<{ categories: { id: string; fields: { key: string }[] }[] }>('{ categories { id fields { key labelDe labelEn } } }');
    expect(categories.find(({ id }) => id === below)!.fields).toMatchObject([{ key: 'region' }, { key: 'device', labelDe: 'Gerät' }]);

    const ask = (fields: object[], more: object = {}) => run(ada, 'askQuestion', { ...TALK, categoryId: below, fields, ...more }, 'thread { id fields { key labelEn value } }');
    expect((await ask([], { title: 'Short' })).problem!.fields).toEqual([{ field: 'title', code: 'too-short' }, { field: 'fields.device', code: 'required' }]);
    expect((await ask([{ key: 'device', value: 'Box 7590' }, { key: 'region', value: 'West' }, { key: 'colour', value: 'red' }])).problem!.fields).toEqual([{ field: 'fields.region', code: 'unknown' }, { field: 'fields.colour', code: 'unknown' }]);
    const { thread } = await ask([{ key: 'region', value: 'South' }, { key: 'device', value: ' Box  7590 ' }]);
    const said = [{ key: 'device', labelEn: 'Device', value: 'Box 7590' }, { key: 'region', labelEn: 'Region', value: 'South' }];
    expect(thread).toMatchObject({ fields: said });
    expect((await acts(staff).announce({ ...TALK, categoryId: below })).problem).toBeNull(); // speaks to all of them

    const sought = async (fields: string) => (await app.guest.ask<{ threads: { nodes: { id: string }[] } }>(`{ threads(first: 20, category: "internet", fields: ${fields}) { nodes { id } } }`)).threads.nodes.map(({ id }) => id);
    expect(await sought('[{key: "device", value: "BOX 7590"}, {key: "region", value: "south"}]')).toEqual([thread!.id]);
    expect(await sought('[{key: "region", value: "North"}]')).toEqual([]);
    expect((await app.guest.raw('{ threads(first: 1, fields: [{key: "a b", value: "c"}]) { nodes { id } } }')).body.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');

    expect((await run(admin, 'updateCategoryField', { id: made.field!.id, labelDe: 'Ort', labelEn: 'Place', choices: ['East', 'West'], required: false }, 'field { key choices }')).problem).toBeNull();
    await run(admin, 'removeCategoryField', { id: made.field!.id }, 'field { id }');
    expect((await ask([{ key: 'device', value: 'x' }, { key: 'region', value: 'East' }])).problem!.fields).toEqual([{ field: 'fields.region', code: 'unknown' }]);
    const again = await app.guest.ask<{ thread: { fields: { value: string }[] } }>('query($id: ID!) { thread(id: $id) { fields { value } } }', { id: thread!.id });
    expect(again.thread.fields.map(({ value }) => value).sort()).toEqual(['Box 7590', 'South']); // what was said stays
  });

  it('are at most ten of a category, whatever races', async () => {
    const own = (await acts(admin).createCategory('Mobile')).category!.id;
    const made = await Promise.all(Array.from({ length: 14 }, (_, i) => make({ ...device, key: `field-${i}`, required: false, categoryId: own })));
    expect(made.filter(({ problem }) => problem === null)).toHaveLength(10);
    expect(made.find(({ problem }) => problem)!.problem!.fields).toEqual([{ field: 'key', code: 'too-many' }]);
    const same = await Promise.all(Array.from({ length: 8 }, () => make({ ...device, key: 'same', categoryId })));
    expect(same.filter(({ problem }) => problem === null)).toHaveLength(1);
    const key = same.find(({ field }) => field)!.field!.id;
    await run(admin, 'removeCategoryField', { id: key }, 'field { id }');
  });
});

it('names members in posts: a link in the text, a row to tell them by', async () => {
  const other = (await acts(admin).createCategory('Talk')).category!.id;
  const { thread } = await acts(ada).discuss({ ...TALK, body: 'What does @mina berg think, and @Ada herself?', categoryId: other });
  const { post } = await acts(mina).answer(thread!.id, 'Ask @Jo Staff or `@Ada`.');
  const data = await app.guest.ask<{ thread: { opening: { html: string; mentions: { name: string }[] }; answers: { nodes: { mentions: { name: string }[] }[] } } }>(
    'query($id: ID!) { thread(id: $id) { opening { html mentions { name } } answers(first: 5) { nodes { mentions { name } } } } }', { id: thread!.id },
  );
  expect(data.thread.opening.html).toBe(`<p>What does <a href="/m/${mina.memberId.slice(4)}" class="mention" rel="nofollow ugc noopener">@mina berg</a> think, and @Ada herself?</p>\n`);
  expect(data.thread.opening.mentions).toEqual([{ name: 'Mina Berg' }]);
  expect(data.thread.answers.nodes).toEqual([{ mentions: [{ name: 'Jo Staff' }] }]);
  expect(await app.db.query('select member_id from mention where post_id = $1', [post!.id.slice(4)])).toEqual([{ member_id: staff.memberId.slice(4) }]);
});

describe('drafts', () => {
  const save = (person: Person, place: string, body: string) => run<{ draft: object | null }>(person, 'saveDraft', { place, fields: [{ name: 'body', value: body }] }, 'draft { place fields { name value } updatedAt }');
  const drafts = async (person: Person) => (await person.ask<{ drafts: { place: string; thread: { title: string } | null }[] }>('{ drafts { place thread { title } } }')).drafts;

  it('are kept for their writer alone, and go when the text is posted', async () => {
    const other = (await acts(admin).createCategory('Drafts')).category!.id;
    const { thread } = await acts(ada).discuss({ ...TALK, categoryId: other });
    const place = `answer:${thread!.id}`;
    await save(mina, place, 'first');
    expect((await save(mina, place, 'a text\r\nto go on with')).draft).toMatchObject({ place, fields: [{ name: 'body', value: 'a text\nto go on with' }] });
    expect(await drafts(mina)).toMatchObject([{ place, thread: { title: TALK.title } }]);
    expect(await drafts(ada)).toEqual([]);
    expect((await app.guest.raw('{ drafts { place } }')).body.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await acts(mina).answer(thread!.id, 'short')).problem).not.toBeNull();
    expect(await drafts(mina)).toHaveLength(1);
    await acts(mina).answer(thread!.id, 'a text to go on with');
    expect(await drafts(mina)).toEqual([]);
    await save(ada, 'ask', 'something');
    await run(ada, 'discardDraft', { place: 'ask' });
    await run(ada, 'discardDraft', { place: 'ask' });
    expect(await drafts(ada)).toEqual([]);
    expect((await save(ada, 'elsewhere:1', 'x')).problem!.fields).toEqual([{ field: 'place', code: 'malformed' }]);
    expect((await save(ada, 'ask', 'a\u0000b')).problem!.fields).toEqual([{ field: 'fields.0.value', code: 'malformed' }]);
  });

  it('are at most fifty of a member, whatever races', async () => {
    for (let at = 0; at < 48; at += 1) await app.db.query(`insert into draft (member_id, place, fields) values ($1, $2, '{}')`, [staff.memberId.slice(4), `answer:thr_${at}`]);
    const saved = await Promise.all(Array.from({ length: 6 }, (_, i) => save(staff, `comment:pst_${i}`, 'x')));
    expect(saved.map(({ problem }) => problem?.code).sort()).toEqual(['Conflict', 'Conflict', 'Conflict', 'Conflict', undefined, undefined]);
    expect(await drafts(staff)).toHaveLength(50);
    expect((await save(staff, 'answer:thr_1', 'y')).problem).toBeNull();
  });
});
