import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { ledTo, press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person, mina: Person;
let question: { id: string; path: string };
beforeAll(async () => {
  site = await web();
  [ada, mina] = [await site.community.member('Ada', 'admin'), await site.community.member('Mina')];
  const internet = await site.community.category('Ada', 'Internet');
  await site.community.category('Ada', 'Router', { parentId: internet });
  await site.community.category('Ada', 'Other');
  question = await site.community.asks('Ada', internet, 'What does the red light mean?', 'It is on since this morning, @Mina.');
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 640 } };

async function fillAsk(page: Page, topic: string): Promise<void> {
  await page.getByLabel('Your question in one line').fill('Which lamp is the right one?');
  await page.getByLabel('All that helps to answer').fill('There are three of them.');
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: topic });
}

it('asks for what an admin wants to know in a topic, loses nothing on the way, shows it and filters by it', async () => {
  const admin = await site.signedIn(ada, phone);
  await admin.goto('/admin');
  await admin.getByText('Internet', { exact: true }).first().click();
  await press(admin.getByRole('link', { name: 'What is asked of people' }).first());
  for (const [key, de, en, choices] of [['Not One', 'Gegend', 'Region', 'North\nSouth'], ['device', 'Gerät', 'Device', '']] as const) {
    await admin.getByLabel('Name in addresses').fill(key);
    await admin.locator('#new-labelDe').fill(de);
    await admin.locator('#new-labelEn').fill(en);
    await admin.locator('#new-choices').fill(choices);
    if (key === 'device') await admin.getByRole('checkbox').last().check();
    await press(admin.getByRole('button', { name: 'Create field' }));
    if (key !== 'Not One') continue;
    expect(await ledTo(admin)).toBe('key');
    await admin.getByLabel('Name in addresses').fill('region');
    await press(admin.getByRole('button', { name: 'Create field' }));
  }
  expect(await admin.locator('main summary').allInnerTexts()).toEqual([expect.stringContaining('Region'), expect.stringContaining('Device')]);

  const page = await site.signedIn(mina, phone);
  await page.goto('/ask');
  await fillAsk(page, '\u2003Router'); // below the topic that the fields belong to
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.getByRole('alert').innerText()).toContain('asks for a little more');
  expect(await page.getByLabel('Your question in one line').inputValue()).toBe('Which lamp is the right one?');
  await page.getByLabel('Region').selectOption('South');
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await ledTo(page)).toBe('fields.device');
  expect(await page.getByLabel('Region').inputValue()).toBe('South');
  await page.getByLabel('Device').fill('Box 7590');
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.getByRole('complementary').innerText()).toMatch(/Region\s+South\s+Device\s+Box 7590/);
  const thread = page.url();
  const listed = async (value: string) => {
    await page.goto('/c/internet');
    await page.getByLabel('Region').selectOption(value);
    await press(page.getByRole('button', { name: 'Show these' }));
    return page.getByRole('link', { name: 'Which lamp is the right one?' }).count();
  };
  expect([await listed('South'), await listed('North')]).toEqual([1, 0]);

  await site.community.answers('Ada', thread.replace(/.*\/t\/(\d+).*/, 'thr_$1'), 'It is the middle one.'); // from now on changes are kept
  await page.goto(thread);
  await page.getByRole('article').first().getByText('More', { exact: true }).first().click();
  await press(page.getByRole('article').first().getByRole('link', { name: 'Edit', exact: true }));
  await page.getByLabel('Region').selectOption('North');
  await page.getByLabel('Device').fill('');
  await press(page.getByRole('button', { name: 'Save changes' }));
  expect([await ledTo(page), await page.getByLabel('Region').inputValue()]).toEqual(['fields.device', 'North']);
  await page.getByLabel('Device').fill('Box 7590');
  await press(page.getByRole('button', { name: 'Save changes' }));
  expect(await page.getByRole('complementary').innerText()).toMatch(/Region\s+North\s+Device\s+Box 7590/);
  await press(page.getByRole('article').first().getByRole('link', { name: 'edited' }));
  expect([await page.locator('del').last().innerText(), await page.locator('ins').last().innerText(), await page.getByRole('article').innerText()]).toEqual([expect.stringContaining('South'), expect.stringContaining('North'), expect.not.stringContaining('Device')]);
  expect([await listed('South'), await listed('North')]).toEqual([0, 1]);
});

it('publishes at once where nothing more has to be said, and offers the fields before and after', async () => {
  const categoryId = await site.community.category('Ada', 'Television');
  await site.community.does('Ada', 'createCategoryField', { categoryId, key: 'set', labelDe: 'Gerät', labelEn: 'Set' });
  const page = await site.signedIn(mina, phone);
  await page.goto('/ask');
  await fillAsk(page, 'Television');
  await press(page.getByRole('button', { name: 'Show what this topic asks for' }));
  await page.getByLabel('Set (optional)').fill('Box 1');
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Other' }); // which asks for nothing
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.locator('.thread-fields').count()).toBe(0);

  await page.goto('/de/ask');
  await page.getByLabel('Ihre Frage in einer Zeile').fill('Warum bleibt der Schirm schwarz?');
  await page.getByLabel('Alles, was beim Antworten hilft').fill('Seit gestern Abend ist das so.');
  await page.getByLabel('Thema', { exact: true }).selectOption({ label: 'Television' });
  await press(page.getByRole('button', { name: 'Frage abschicken' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Warum bleibt der Schirm schwarz?');
  await press(page.getByRole('status').getByRole('link', { name: 'Ergänzen' }));
  await page.getByLabel('Gerät').fill('Box 2');
  await press(page.getByRole('button', { name: 'Änderungen speichern' }));
  expect(await page.getByRole('complementary').innerText()).toMatch(/Gerät\s+Box 2/);
});

it('shows what a topic asks for as soon as it is chosen, keeps what is typed, and offers a button where that fails', async () => {
  const page = await site.signedIn(mina, { ...phone, javaScriptEnabled: true });
  await page.goto('/ask');
  const button = page.getByRole('button', { name: 'Show what this topic asks for' });
  await fillAsk(page, 'Television');
  await page.getByLabel('Set (optional)').fill('Box 3');
  expect([await button.count(), await page.getByLabel('All that helps to answer').inputValue()]).toEqual([0, 'There are three of them.']);
  await page.reload();
  await page.getByLabel('Set (optional)').waitFor(); // the topic is still chosen, and so is what it asks for
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Other' });
  await page.getByLabel('Set (optional)').waitFor({ state: 'detached' });
  await page.route('**/ask', (route) => route.abort());
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Television' });
  await button.waitFor();
  await page.unroute('**/ask');
  await press(button);
  expect([await page.getByLabel('Set (optional)').count(), await page.getByLabel('Topic', { exact: true }).locator('option:checked').innerText()]).toEqual([1, 'Television']);
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
});

it('keeps drafts until they are posted: the question, and an answer', async () => {
  const page = await site.signedIn(mina, phone);
  await page.goto('/ask');
  await fillAsk(page, 'Other');
  await press(page.getByRole('button', { name: 'Save draft' }));
  expect(await page.getByRole('status').first().innerText()).toContain('saved');
  expect(await page.getByLabel('All that helps to answer').inputValue()).toBe('There are three of them.');
  await page.goto(question.path);
  await page.getByLabel('What helps').fill('It means that the line');
  await press(page.getByRole('button', { name: 'Save draft' }));
  expect(page.url()).toContain('#your-answer');
  const later = await site.signedIn(mina, { javaScriptEnabled: true, ...phone });
  await later.goto('/drafts');
  expect(await later.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['To: What does the red light mean?', 'Which lamp is the right one?']);
  expect((await new AxeBuilder({ page: later }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(await later.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  await press(later.getByRole('link', { name: 'To: What does the red light mean?' }));
  expect(await later.getByLabel('What helps').inputValue()).toBe('It means that the line');
  await later.getByLabel('What helps').fill('It means that the line is down.');
  await press(later.getByRole('button', { name: 'Post answer' }));
  await later.goto('/drafts');
  expect(await later.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Which lamp is the right one?']);
  await later.goto('/ask');
  expect(await later.getByRole('main').innerText()).toContain('This is your draft');
  await press(later.getByRole('button', { name: 'Discard' }));
  expect(await later.getByLabel('All that helps to answer').inputValue()).toBe('');
  expect(await later.getByRole('button', { name: 'Discard' }).count()).toBe(0);
  await fillAsk(later, 'Other');
  await press(later.getByRole('button', { name: 'Save draft' }));
  await later.goto('/drafts');
  await press(later.getByRole('button', { name: 'Discard' }));
  expect(await later.getByRole('main').innerText()).toContain('You have no drafts');
});

it('leads from a mention to the member’s page, in the language of the reader', async () => {
  const page = await site.visitor();
  await page.goto(`/de${question.path}`);
  await press(page.getByRole('link', { name: '@Mina' }));
  expect(page.url()).toMatch(/\/de\/m\/\d+$/);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Mina');
});

it('shows beforehand how a comment, an answer and an edit will look, mentions included', async () => {
  const page = await site.signedIn(ada, phone);
  const mention = page.getByRole('status').getByRole('link', { name: '@Mina' });
  await page.goto(`/de${question.path}`);
  await page.locator('.comment-form summary').first().click();
  await page.getByLabel('Ihr Kommentar').first().fill('Das weiß @Mina *gewiss*.');
  await press(page.getByRole('button', { name: 'Vorschau' }).first());
  expect([await mention.getAttribute('href'), await page.getByRole('status').locator('em').innerText(), await page.getByLabel('Ihr Kommentar').first().inputValue()]).toEqual([expect.stringMatching(/^\/de\/m\/\d+$/), 'gewiss', 'Das weiß @Mina *gewiss*.']);
  expect(await page.locator('.comment').count()).toBe(0);
  expect(page.url()).toMatch(/#pst_\d+-comment$/);
  await press(page.getByRole('button', { name: 'Kommentar abschicken' }).first());
  expect(await page.locator('.comment').getByRole('link', { name: '@Mina' }).count()).toBe(1);
  await page.goto(question.path);
  await page.getByText('Answer it yourself').click(); // folded for whoever asked
  await page.getByLabel('What helps').fill('I think that @Mina knows.');
  await press(page.getByRole('button', { name: 'Preview' }).last());
  expect(await mention.count()).toBe(1);

  const minas = await site.community.answers('Mina', question.id, 'As @Mina I say: it is nothing.');
  await page.goto(`/p/${minas.slice(4)}/edit`);
  await press(page.getByRole('button', { name: 'Preview' }));
  expect([await page.getByRole('status').count(), await mention.count()]).toEqual([1, 0]); // nobody is mentioned in what they wrote, whoever edits it
});
