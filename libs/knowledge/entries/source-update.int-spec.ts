import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again } from '#platform/graphql';
import { type People, people } from '../people.fixture.js';
import { EntryMergingService } from './entry-merging.service.js';
import { EntryService } from './entry.service.js';
import { EntryKind } from './entry.sets.js';
import { PromotingService } from './promoting.service.js';
import { SourceVersions } from './source.versions.js';

const ANSWER = 'Hello,\n\nOpen the menu. Choose Energy. Scroll down. Switch the saving off.\n\nRegards, Ben';

describe('an entry whose answer is changed', () => {
  let world: People;
  let staff: Actor;
  beforeAll(async () => {
    world = await people();
    staff = await world.member('staff');
  });
  afterAll(() => world.close());

  const id = (key: string) => encodeId('entry', key);
  const entries = () => world.get(EntryService);
  const published = async () => {
    const [asker, helper] = await world.members(2);
    const thread = await world.as(asker!).asks();
    const post = await world.as(helper!).answers(thread, ANSWER);
    await world.as(asker!).accepts(post);
    const key = await again(() => world.get(PromotingService).promote(staff, EntryKind.faq, encodeId('post', post)));
    await entries().publish(staff, { entryId: id(key) });
    return { key, post, changes: (body: string, basedOn = 0) => world.as(helper!).edits(post, body, basedOn) };
  };
  const textOf = async (key: string) => (await world.db.one<{ text: string }>('select coalesce(waiting_source, source) as text from knowledge_entry where id = $1', [key]))!.text;
  const update = async (key: string) => world.get(SourceVersions).update({ key, text: await textOf(key), language: 'en' });
  const edit = (key: string, text: string, sourcesTaken = false) => entries().edit(staff, { entryId: id(key), text, sourcesTaken });

  it('is offered what the answer says now, beside what was edited; taken over, nothing is left to take', async () => {
    const { key, changes } = await published();
    await edit(key, 'Open the main menu. Choose Energy. Scroll down. Switch the saving off.');
    await entries().publish(staff, { entryId: id(key) });
    expect(await update(key)).toBeNull();
    await changes(ANSWER.replace('Switch the saving off.', 'Switch all saving off. Restart.'));
    const offered = await update(key);
    expect(offered).toEqual({ text: 'Open the main menu. Choose Energy. Scroll down. Switch all saving off. Restart.', conflicts: [] });
    await edit(key, offered!.text, true);
    expect(await update(key)).toBeNull();
  });

  it('is shown what was changed in both, until somebody has decided', async () => {
    const { key, changes } = await published();
    await edit(key, 'Open the menu. Choose Electricity. Scroll down. Switch the saving off.');
    await changes(ANSWER.replace('Choose Energy.', 'Choose Power.'));
    expect(await update(key)).toEqual({ text: 'Open the menu. Choose Electricity. Scroll down. Switch the saving off.', conflicts: [{ own: 'Choose Electricity.', source: 'Choose Power.' }] });
    await entries().publish(staff, { entryId: id(key) }); // it is right as it is
    expect(await update(key)).toBeNull();
    await changes(ANSWER.replace('Choose Energy.', 'Choose Power.').replace('Switch the saving off.', 'Switch it off.'), 1);
    expect(await update(key)).toEqual({ text: 'Open the menu. Choose Electricity. Scroll down. Switch it off.', conflicts: [] }); // only what came since
  });

  it('keeps what is to be taken over when it is merged, and nothing of what was hidden or deleted', async () => {
    const [goes, stays] = [await published(), await published()];
    await goes.changes(ANSWER.replace('Open the menu.', 'Open the side menu.'));
    await again(() => world.get(EntryMergingService).merge(staff, { entryId: id(goes.key), intoId: id(stays.key) }));
    expect((await update(stays.key))!.text).toContain('Open the side menu.');
    await world.db.query('update revision set hidden_at = now() where post_id = $1', [goes.post]);
    expect(await update(stays.key)).toBeNull();
    await world.db.query('update revision set hidden_at = null where post_id = $1', [goes.post]);
    await world.as(staff).deletes(goes.post);
    expect(await update(stays.key)).toBeNull();
  });
});
