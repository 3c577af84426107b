import { forum, type Forum } from '../forum.fixture.js';
import { EDITS_A_DAY } from './edit.policy.js';

const refusal = (problem: object) => ({ problem: expect.objectContaining(problem) as unknown });

describe('editing', () => {
  let f: Forum;
  beforeAll(async () => { f = await forum(); });
  afterAll(() => f.close());

  /** So that the first minutes are over. */
  const older = (postKey: string, interval = '10 minutes') => f.db.query('update post set created_at = created_at - $2::interval where id = $1', [postKey, interval]);
  const revisions = (postKey: string) => f.db.query<{ number: number; source: string; title: string | null; tags: string[] | null; fields: { key: string; value: string }[] | null; editor_id: string; hidden_at: Date | null }>('select * from revision where post_id = $1 order by number', [postKey]);

  it('leaves no trace in the first five minutes, unless somebody has reacted', async () => {
    const [asker, reader] = await f.members(2);
    const answer = await f.as(asker!).answers(await f.as(asker!).asks());
    await f.as(asker!).edits(answer, { body: 'Switch the *lamp* off.' });
    expect(await revisions(answer)).toEqual([]);
    expect(await f.post(answer)).toMatchObject({ source: 'Switch the *lamp* off.', html: '<p>Switch the <em>lamp</em> off.</p>\n', edited_at: null, version: 1 });
    await f.as(reader!).comments(answer);
    await f.as(asker!).edits(answer, { body: 'Switch the router off.', basedOn: 1 });
    expect(await revisions(answer)).toMatchObject([{ number: 1, version: 2, source: 'Switch the *lamp* off.', editor_id: asker!.id, title: null, tags: null }]);
    expect((await f.post(answer)).edited_at).not.toBeNull();
  });

  it('keeps what was there before, with title and tags of an opening, and counts its tags anew', async () => {
    const asker = await f.member();
    await Promise.all(['wlan', 'dsl', 'tv'].map(f.tag));
    const thread = await f.as(asker).asks('Why does the router restart?', { tags: ['wlan', 'dsl'] });
    const opening = await f.opening(thread);
    await older(opening);
    await f.as(asker).edits(opening, { title: 'Warum startet der Router jede Nacht neu?', body: 'Er macht das jede Nacht um zwei.', tags: ['dsl', 'TV'] });
    expect(await f.thread(thread)).toMatchObject({ title: 'Warum startet der Router jede Nacht neu?', slug: 'warum-startet-der-router-jede-nacht-neu', language: 'de' });
    expect(await revisions(opening)).toMatchObject([{ title: 'Why does the router restart?', tags: ['dsl', 'wlan'], source: 'It does so every night at two.' }]);
    expect(await f.db.query(`select name from tag where thread_count = 1 order by name`)).toEqual([{ name: 'dsl' }, { name: 'tv' }]);
    expect(await f.drift()).toEqual([]);
    expect(await f.log()).toEqual([]); // one's own is nobody else's business
  });

  it('refuses to overwrite what somebody else wrote meanwhile, and takes the same text twice', async () => {
    const [asker, keeper] = [await f.member(), await f.member('super_user')];
    const answer = await f.as(asker).answers(await f.as(asker).asks());
    await f.as(keeper).edits(answer, { body: 'Switch the energy saving off, please.', reason: 'clearer' });
    await expect(f.as(asker).edits(answer, { body: 'Something else entirely.' })).rejects.toMatchObject(refusal({ kind: 'Conflict', conflict: 'changed-meanwhile' }));
    await f.as(asker).edits(answer, { body: 'Switch the energy saving off, please.' });
    expect(await revisions(answer)).toHaveLength(1);
    expect(await f.log()).toMatchObject([{ actor_id: keeper.id, act: 'edit-post', post_id: answer, member_id: asker.id, reason: 'clearer' }]);
  });

  it('of two at once one wins and the other is told', async () => {
    const keepers = await Promise.all(Array.from({ length: 10 }, () => f.member('super_user')));
    const answer = await f.as(keepers[0]!).answers(await f.as(await f.member()).asks());
    await older(answer);
    const outcomes = await Promise.allSettled(keepers.map((keeper, i) => f.as(keeper).edits(answer, { body: `This is what number ${i} has to say.` })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await revisions(answer)).toHaveLength(1);
  });

  it('takes from each kind of post what it has, and as much as it holds', async () => {
    const asker = await f.member();
    const thread = await f.as(asker).asks();
    const answer = await f.as(asker).answers(thread);
    const comment = await f.as(asker).comments(answer);
    const faults = (...fields: object[]) => refusal({ kind: 'InvalidInput', fields: fields.map((field) => expect.objectContaining(field) as unknown) });
    await expect(f.as(asker).edits(answer, { title: 'Answers have no title' })).rejects.toMatchObject(faults({ field: 'title' }));
    await expect(f.as(asker).edits(answer, { body: 'short' })).rejects.toMatchObject(faults({ field: 'body', code: 'too-short', limit: 10 }));
    await expect(f.as(asker).edits(comment, { body: 'x'.repeat(2_001) })).rejects.toMatchObject(faults({ field: 'body', code: 'too-long', limit: 2_000 }));
    await f.as(asker).edits(comment, { body: 'Yes' });
    expect(await f.post(comment)).toMatchObject({ source: 'Yes' });
  });

  it('changes what is said in the fields of the category, and keeps what was', async () => {
    const asker = await f.member();
    const categoryId = await f.category('Boxes');
    await f.field(categoryId, 'device', { required: true });
    await f.field(categoryId, 'region', { choices: ['North', 'South'] });
    const colour = await f.field(categoryId, 'colour');
    const said = (fields: object) => Object.entries(fields as Record<string, string>).map(([key, value]) => ({ key, value }));
    const thread = await f.as(asker).asks('Why does the box blink?', { categoryId, fields: said({ device: 'Box', region: 'North', colour: 'red' }) });
    const opening = await f.opening(thread);
    const held = async () => Object.fromEntries((await f.db.query<{ key: string; value: string }>(
      'select key, value from thread_field tf join category_field f on f.id = tf.field_id where tf.thread_id = $1 order by f.id', [thread])).map(({ key, value }) => [key, value]));
    await older(opening);
    await f.db.query(`update category_field set removed_at = now() where id = $1`, [colour.id.slice(4)]);
    await f.db.query(`update category_field set choices = '{East,South}' where key = 'region'`);
    await expect(f.as(asker).edits(opening, { fields: said({ region: 'West' }) })).rejects.toMatchObject(refusal({ kind: 'InvalidInput', fields: [expect.objectContaining({ field: 'fields.device', code: 'required' }), expect.objectContaining({ field: 'fields.region', code: 'unknown' })] }));
    await f.as(asker).edits(opening, { fields: said({ device: ' Hub ', region: 'North', colour: 'red' }) }); // what was said before can stay, whatever may be said now
    expect(await held()).toEqual({ device: 'Hub', region: 'North', colour: 'red' });
    await f.as(asker).edits(opening, { fields: said({ device: 'Hub', region: '' }), basedOn: 1 });
    expect(await held()).toEqual({ device: 'Hub' });
    await f.as(asker).edits(opening, { fields: said({ device: 'Hub' }), basedOn: 0 }); // nothing new
    expect((await revisions(opening)).map(({ fields }) => fields?.map(({ key, value }) => `${key} ${value}`).toSorted())).toEqual([['colour red', 'device Box', 'region North'], ['colour red', 'device Hub', 'region North']]);

    await f.field(categoryId, 'tariff', { required: true }); // asked for since: who mends a word does not have to say it
    await f.as(asker).edits(opening, { body: 'It blinks red every night.', fields: said({ device: 'Hub', tariff: '' }), basedOn: 2 });
    await f.as(asker).edits(opening, { fields: said({ device: 'Hub', tariff: 'S' }), basedOn: 3 });
    expect(await held()).toEqual({ device: 'Hub', tariff: 'S' });
    const answer = await f.as(asker).answers(thread);
    await expect(f.as(asker).edits(answer, { fields: said({ device: 'Hub' }) })).rejects.toMatchObject(refusal({ kind: 'InvalidInput', fields: [expect.objectContaining({ field: 'fields', code: 'malformed' })] }));
  });

  it('hides what stood in the history, and shows it again: by staff, once, and with a word in the log', async () => {
    const [asker, keeper, staff] = [await f.member(), await f.member('super_user'), await f.member('staff')];
    const answer = await f.as(asker).answers(await f.as(asker).asks());
    await f.as(keeper).edits(answer, { body: 'Switch the energy saving off, please.' });
    await expect(f.as(keeper).hides(answer, 1)).rejects.toMatchObject(refusal({ reason: 'staff-only' }));
    await expect(f.as(staff).hides(answer, 2)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } }); // what stands there now is no revision
    const before = (await f.log()).length;
    for (let n = 0; n < 2; n += 1) await f.as(staff).hides(answer, 1);
    expect((await revisions(answer)).map(({ hidden_at }) => hidden_at !== null)).toEqual([true]);
    for (let n = 0; n < 2; n += 1) await f.as(staff).shows(answer, 1);
    expect((await revisions(answer)).map(({ hidden_at }) => hidden_at !== null)).toEqual([false]);
    const whom = { actor_id: staff.id, post_id: answer, member_id: asker.id, details: { number: 1 } };
    expect((await f.log()).slice(before)).toMatchObject([{ act: 'hide-revision', reason: 'A telephone number.', ...whom }, { act: 'show-revision', reason: null, ...whom }]);
  });

  it('bounds what one member can make us keep', async () => {
    const asker = await f.member();
    const answer = await f.as(asker).answers(await f.as(asker).asks());
    await older(answer);
    await f.db.query(`insert into revision (post_id, number, editor_id, source) select $1, n, $2, 'x' from generate_series(1, $3::int) n`, [answer, asker.id, EDITS_A_DAY - 1]);
    await f.as(asker).edits(answer, { body: 'The last one for today.' });
    await expect(f.as(asker).edits(answer, { body: 'One more than that.', basedOn: 1 })).rejects.toMatchObject(refusal({ kind: 'TooFast' }));
  });
});
