import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const WITH_SCRIPTS = { javaScriptEnabled: true };
const COLOURS = ['color-contrast', 'link-in-text-block'];
const TOLD = 'The lamp is red then. We moved last month, my wife works from home, the plumber came on Tuesday, and nothing else was changed since the summer holidays.'; // what everybody tells below the title
const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let mina: Person;
let question: { id: string; path: string };
let key: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Root', 'admin');
  mina = await site.community.member('Mina');
  await site.community.member('Ada');
  await site.community.member('Ben');
  const category = await site.community.category('Root', 'Internet');
  question = await site.community.asks('Ada', category, 'Router restarts every night', 'It does so at two o’clock.');
  key = question.id.replace('thr_', '');
  await site.community.answers('Ada', question.id, 'I have tried another socket, in vain.');
  const answer = await site.community.answers('Ben', question.id, 'Switch the energy saving off.');
  await site.community.does('Ada', 'acceptAnswer', { postId: answer });
  await until(async () => (await (await fetch(`${site.site.url}/search?q=router+restarts`)).text()).includes(`/t/${key}/`)); // it is found
});
afterAll(() => site.close());
beforeEach(async () => {
  await db().query('delete from deflection');
  await db().query('delete from rate_limit');
  await db().query('update thread set solved_for = 0');
});

const db = () => site.site.app.get(Database, { strict: false });
const outcomes = () => db().query<{ outcome: string; asked: string | null; by: string | null }>('select d.outcome, d.asked, m.name as by from deflection d left join member m on m.id = d.member_id order by d.id');
const robots = (page: Page) => page.locator('meta[name=robots]').getAttribute('content');

const faults = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]!.target.join(' ')}`);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

it('asks whoever comes from a search, without script, on a phone, in German, and thanks them by the author’s name', async () => {
  const page = await site.visitor(PHONE);
  await page.goto('/de/search?q=Router+restarts+0171+2345678');
  await press(page.getByRole('link', { name: 'Router restarts every night' }));
  expect([await robots(page), await page.locator('link[rel=canonical]').count()]).toEqual(['noindex', 0]);
  const asked = page.getByRole('region', { name: 'Hat das Ihr Problem gelöst?' });
  expect(await asked.innerText()).toContain('Router restarts 0171 2345678');
  // right below the answer that counts
  expect(await page.locator('.post-accepted + #solved').count()).toBe(1);
  await press(asked.getByRole('button', { name: 'Ja, das hat mein Problem gelöst' }));
  expect(await page.getByRole('status').filter({ hasText: 'Danke' }).innerText()).toMatch(/Die Antwort, die geholfen hat, ist von\s*Ben/);
  expect(await page.locator('.solved-for').innerText()).toBe('Hat 1 Person geholfen');
  expect(await outcomes()).toEqual([{ outcome: 'confirmed', asked: 'Router restarts •••• •••••••', by: null }]);
  // once more is the same
  await page.goBack();
  await press(page.getByRole('button', { name: 'Ja, das hat mein Problem gelöst' }));
  expect(await outcomes()).toHaveLength(1);
});

it('asks nobody who comes by themselves, nor the asker, and says who was helped to everyone', async () => {
  await db().query('update thread set solved_for = 12 where id = $1', [key]);
  const page = await site.visitor();
  await page.goto(question.path);
  expect([await page.locator('#solved').count(), await page.locator('meta[name=robots]').count(), await page.locator('.solved-for').innerText()]).toEqual([0, 0, 'Helped 12 people']);
});

it('puts no number of somebody’s into an address', async () => {
  const page = await site.visitor();
  await page.goto('/ask');
  await page.locator('#title').fill('Router restarts, call me: 0171 2345678');
  await page.locator('#body').fill(TOLD);
  await press(page.getByRole('button', { name: 'Look for answers first' }));
  expect(new URL((await page.locator('.suggestions a').first().getAttribute('href'))!, site.site.url).searchParams.get('asked')).toMatch(/^Router restarts, call me: [^\d]+$/);
});

it('counts as likely who opens a suggestion and leaves, and as nothing who only says no', async () => {
  const page = await site.visitor(WITH_SCRIPTS);
  await page.goto('/ask');
  await page.locator('#title').fill('router restarts at night');
  await page.locator('#body').fill(TOLD);
  const opening = page.waitForEvent('popup');
  await page.locator('.suggestions').getByRole('link').click();
  const thread = await opening;
  await thread.waitForLoadState();
  expect(await page.locator('[name=after]').inputValue()).toBe(key);
  // no: back to the form, with all that was typed
  await press(thread.getByRole('link', { name: 'No, ask my question' }));
  await thread.waitForLoadState();
  expect([await thread.locator('#title').inputValue(), await thread.locator('#body').inputValue(), await thread.locator('[name=after]').inputValue()]).toEqual(['router restarts at night', TOLD, key]);
  await thread.goto(`${question.path}?asked=router+off`);
  expect(await outcomes()).toEqual([]);
  await thread.goto('/');
  await until(async () => (await outcomes()).length > 0);
  expect(await outcomes()).toEqual([{ outcome: 'likely', asked: 'router off', by: null }]);
  // and yes counts instead; what the browser kept can go
  await thread.goto(`${question.path}?asked=router+off`);
  await press(thread.getByRole('button', { name: 'Yes, this solved my problem' }));
  await thread.getByRole('button', { name: 'Discard it' }).click();
  expect(await thread.locator('.solved-thanks').innerText()).toContain('Discarded.');
  expect(await thread.evaluate<string[]>('Object.keys(localStorage)')).toEqual([]);
  expect((await outcomes()).map(({ outcome }) => outcome)).toEqual(['confirmed']);
});

it('leads a member back to their draft, counts as failed what they ask after all, and offers to discard it once solved', async () => {
  await site.community.does('Mina', 'saveDraft', { place: 'ask', fields: [{ name: 'title', value: 'My router restarts, too' }, { name: 'body', value: 'With a long story.' }] });
  const page = await site.signedIn(mina);
  await page.goto(`${question.path}?asked=My+router+restarts,+too`);
  await press(page.getByRole('button', { name: 'Yes, this solved my problem' }));
  await press(page.getByRole('button', { name: 'Discard it' }));
  expect(await db().query(`select from draft where place = 'ask'`)).toEqual([]);
  expect(await outcomes()).toEqual([{ outcome: 'confirmed', asked: 'My router restarts, too', by: 'Mina' }]);

  await db().query('delete from deflection');
  await site.community.does('Mina', 'saveDraft', { place: 'ask', fields: [{ name: 'title', value: 'My router restarts, too' }, { name: 'body', value: 'With a long story.' }] });
  await page.goto(`${question.path}?asked=My+router+restarts,+too`);
  await press(page.getByRole('link', { name: 'No, ask my question' }));
  expect([await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['My router restarts, too', 'With a long story.']);
  await page.locator('#categoryId').selectOption({ label: 'Internet' });
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.locator('h1').innerText()).toBe('My router restarts, too');
  expect(await outcomes()).toEqual([{ outcome: 'failed', asked: 'My router restarts, too', by: 'Mina' }]);
});

it('begins anew with other words than those of an older draft, which stays', async () => {
  await site.community.does('Mina', 'saveDraft', { place: 'ask', fields: [{ name: 'title', value: 'What does my contract cost?' }] });
  const page = await site.signedIn(mina);
  await page.goto(`/ask?title=router+restarts&after=${key}`);
  expect(await page.locator('#title').inputValue()).toBe('router restarts');
  expect(await db().query(`select from draft where place = 'ask'`)).toHaveLength(1);
});

it('carries what was opened over the sign-in, for a question that a guest sends', async () => {
  const page = await site.visitor();
  await page.goto(`${question.path}?asked=The+router+blinks`);
  await press(page.getByRole('link', { name: 'No, ask my question' }));
  await page.locator('#title').fill('Why does the router blink?');
  await page.locator('#body').fill('It blinks all night long.');
  await page.locator('#categoryId').selectOption({ label: 'Internet' });
  await press(page.getByRole('button', { name: 'Post question' }));
  await page.locator('#known-email').fill(mina.email);
  await page.locator('#known-password').fill(mina.password);
  await press(page.getByRole('button', { name: 'Sign in' }).last());
  expect(await page.locator('h1').innerText()).toBe('Why does the router blink?');
  expect(await outcomes()).toEqual([{ outcome: 'failed', asked: 'Why does the router blink?', by: 'Mina' }]);
});

it('says it plainly where too many say so from one network', async () => {
  const page = await site.visitor();
  await page.goto(`${question.path}?asked=router`);
  await page.getByRole('button', { name: 'Yes, this solved my problem' }).click();
  await db().query(`update rate_limit set points = 1000 where key like 'guestWordHour:%'`);
  await page.goto(`${question.path}?asked=router`);
  await press(page.getByRole('button', { name: 'Yes, this solved my problem' }));
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(await page.getByRole('region', { name: 'Did this solve your problem?' }).count()).toBe(1);
});

it.each([`asked=router+${'w'.repeat(80)}`, 'solved=1'])('has nothing for axe to find, in both colour schemes and languages, and fits a phone: %s', async (query) => {
  const page = await site.visitor({ ...WITH_SCRIPTS, ...PHONE });
  await page.goto(`/de${question.path}?${query}`);
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  const faults = (await axe().disableRules(COLOURS).analyze()).violations;
  await page.goto(`${question.path}?${query}`);
  faults.push(...(await axe().analyze()).violations);
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await axe().withRules(COLOURS).analyze()).violations);
  expect(faults.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
}, 60_000);

it('is the same page for every guest, and kept by nobody for a member', async () => {
  const read = async () => {
    const response = await fetch(`${site.site.url}${question.path}?asked=router`);
    return [response.headers.get('cache-control'), response.headers.get('set-cookie'), await response.text()];
  };
  const [first, second] = [await read(), await read()];
  expect(first).toEqual(second);
  expect(first[0]).toContain('public');
  expect(await outcomes()).toEqual([]);
});

it('asks the same of an FAQ entry that was suggested, and shows staff what became of it all, and in which words', async () => {
  const jo = await site.community.member('Jo', 'staff');
  const faq = await db().one<{ id: string }>(
    `insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, state, published_at, changed_at)
     select 'faq', 'Why does the modem whistle?', 'modem', 'Tighten it.', '<p>Tighten it.</p>', 0, id, 'en', 'published', now(), now() from category limit 1 returning id`);
  await until(async () => (await (await fetch(`${site.site.url}/search?q=modem+whistle`)).text()).includes(`/kb/${faq!.id}/`));
  const page = await site.signedIn(mina, { ...PHONE, ...WITH_SCRIPTS });
  await page.goto('/ask');
  await page.locator('#title').fill('Why does my modem whistle?');
  await page.locator('#body').fill('It whistles.');
  await page.getByRole('button', { name: 'See one possible answer' }).click();
  const opening = page.waitForEvent('popup');
  await page.locator('.suggestions').getByRole('link', { name: 'Why does the modem whistle?' }).click();
  const entry = await opening;
  await entry.waitForLoadState();
  expect(await page.locator('[name=after]').inputValue()).toBe(`e${faq!.id}`);
  expect([await robots(entry), await faults(entry)]).toEqual(['noindex', []]);
  await press(entry.getByRole('link', { name: 'No, ask my question' }));
  await entry.locator('#body').fill('It whistles all day.');
  await entry.locator('#categoryId').selectOption({ label: 'Internet' });
  await press(entry.getByRole('button', { name: 'Post question' }));
  expect(await outcomes()).toEqual([{ outcome: 'failed', asked: 'Why does my modem whistle?', by: 'Mina' }]);

  const guest = await site.visitor(PHONE); // without a script
  await guest.goto('/search?q=modem+whistles+loudly');
  await press(guest.getByRole('link', { name: 'Why does the modem whistle?' }));
  await press(guest.getByRole('button', { name: 'Yes, this solved my problem' }));
  expect(await guest.getByRole('status').innerText()).toContain('Thank you!');
  expect(await db().one('select helpful, need from knowledge_entry where id = $1', [faq!.id])).toEqual({ helpful: 1, need: 1 });

  await db().query(`insert into deflection (thread_id, visitor, day, outcome, asked) values ($1, 'x', current_date, 'confirmed', 'router dead')`, [key]);
  const staff = await site.signedIn(jo, PHONE);
  await staff.goto('/work');
  await press(staff.getByRole('link', { name: 'Helped before asking' }));
  expect(await staff.getByRole('main').innerText()).toMatch(/Said that it solved it\s*2[\s\S]*Asked after all\s*1[\s\S]*modem whistle\?[\s\S]*solved it for 1 person[\s\S]*1 asked after all[\s\S]*Router restarts/);
  await press(staff.getByRole('link', { name: 'In which words they came' }).first());
  expect(await staff.getByRole('main').innerText()).toMatch(/modem whistles loudly[\s\S]*Said that it solved it[\s\S]*Why does my modem whistle/);
  await press(staff.getByRole('button', { name: 'Strike' }).first());
  expect([await staff.getByRole('status').innerText(), await staff.locator('q').allInnerTexts()]).toEqual(['Struck: search does not know these words any more.', ['Why does my modem whistle?']]);
  await press(staff.getByRole('link', { name: 'Helped before asking' }));
  expect(await staff.getByRole('main').innerText()).toContain('solved it for 1 person'); // it is counted on
  const german = await site.signedIn(jo, { ...PHONE, ...WITH_SCRIPTS });
  for (const path of ['/de/work?list=deflected', '/de/work/asked']) {
    await german.goto(path);
    expect([path, await faults(german)]).toEqual([path, []]);
  }
});
