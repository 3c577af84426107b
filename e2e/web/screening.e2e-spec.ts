import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const WITH_SCRIPTS = { javaScriptEnabled: true };

let site: Web;
let nora: Person, mina: Person;
let thread: { id: string; path: string };
beforeAll(async () => {
  site = await web({ screening: true });
  const { community } = site;
  await community.member('Root', 'admin');
  await community.member('Ada', 'customer', 2);
  [nora, mina] = [await community.member('Nora'), await community.member('Mina', 'super_user', 4)];
  thread = await community.asks('Ada', await community.category('Root', 'Internet'), 'Why does the router restart at night?', 'Around two, every night.');
});
afterAll(() => site.close());

const db = () => site.site.app.get(Database, { strict: false });
const stateOf = async (text: string) => (await db().one<{ state: string }>('select state from post where source = $1', [text]))?.state;

/** A task that was solved before anything is sent. */
const proven = (page: Page, form: string) => page.locator(`${form} prove-work input[name=proof]`).waitFor({ state: 'attached' });

async function signsUp(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up');
  await page.locator('#new-name').fill(name);
  await page.locator('#new-email').fill(`${name.toLowerCase()}@example.org`);
  await page.locator('#new-password').fill('a few words in a row');
  await page.locator('input[type=checkbox][name=rules]').check();
  await press(page.getByRole('main').locator('form[action$="/sign-up"] button.button'));
}

async function answers(page: Page, text: string): Promise<void> {
  await page.goto(thread.path);
  await page.locator('.answer-form textarea').fill(text);
  await db().query('delete from act'); // nobody waits half a minute here
  await press(page.getByRole('button', { name: 'Post answer' }));
}

it('lets a browser prove itself while somebody signs up, and their first answer appears at once', async () => {
  const page = await site.visitor(WITH_SCRIPTS);
  await signsUp(page, 'Eva');
  expect(await db().one(`select proven_at is not null as proven from member where name = 'Eva'`)).toEqual({ proven: true });
  await page.goto(thread.path);
  await page.waitForTimeout(3_100); // nobody writes an answer in three seconds
  await page.locator('.answer-form textarea').fill('Mine did so, too, until I changed the cable.');
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await stateOf('Mine did so, too, until I changed the cable.')).toBe('visible');
});

it('lets members from before prove themselves while they write', async () => {
  const page = await site.signedIn(nora, WITH_SCRIPTS);
  await page.goto(thread.path);
  await page.waitForTimeout(3_100);
  await page.locator('.answer-form textarea').fill('It may be the power supply as well.');
  await proven(page, '.answer-form');
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await stateOf('It may be the power supply as well.')).toBe('visible');
});

it('has a first post wait without scripts; its author is told, sees it, and hears when it appears', async () => {
  const page = await site.visitor();
  await signsUp(page, 'Otto');
  const text = 'Mine stopped when I switched off the night mode.';
  await answers(page, text);
  expect(await stateOf(text)).toBe('held');
  const main = await page.getByRole('main').innerText();
  expect([main.includes(text), main.includes('Waits for review')]).toEqual([true, true]);
  const guest = await site.visitor();
  await guest.goto(thread.path);
  expect(await guest.getByRole('main').innerText()).not.toContain(text);
  await site.caughtUp();

  const keeper = await site.signedIn(mina, { ...WITH_SCRIPTS, viewport: { width: 360, height: 740 } });
  await keeper.goto('/de/review?only=held');
  expect(await keeper.getByRole('main').innerText()).toContain('Ohne Nachweis');
  expect((await new AxeBuilder({ page: keeper }).analyze()).violations).toEqual([]);
  await press(keeper.getByRole('button', { name: 'Mit dem ersten anfangen' }));
  const item = await keeper.getByRole('main').innerText();
  for (const said of ['Ein Beitrag, den noch niemand sieht', text, 'kein Browser hat die kleine Aufgabe gelöst']) expect(item).toContain(said);
  expect((await new AxeBuilder({ page: keeper }).analyze()).violations).toEqual([]);
  await keeper.locator('review-keys:defined').waitFor();
  await keeper.getByRole('heading', { level: 1 }).click();
  await Promise.all([keeper.waitForEvent('domcontentloaded'), keeper.keyboard.press('o')]);
  expect(await stateOf(text)).toBe('visible');
  await site.caughtUp();
  await page.goto('/notifications');
  expect(await page.getByRole('main').innerText()).toContain('Your post was looked at and is fine: everybody sees it');
  await guest.goto(thread.path);
  expect(await guest.getByRole('main').innerText()).toContain(text);
});

it('has a first question wait that was sent at once, and says so instead of thanking for it', async () => {
  const page = await site.visitor(WITH_SCRIPTS);
  await signsUp(page, 'Pia');
  await page.goto('/ask');
  await page.locator('input[name=title]').fill('Where is the reset button of the new router?');
  await page.locator('textarea[name=body]').fill('I have looked on all its sides and cannot find one.');
  await page.locator('select[name=categoryId]').selectOption({ label: 'Internet' });
  await press(page.locator('button[value=post]'));
  expect(await stateOf('I have looked on all its sides and cannot find one.')).toBe('held');
  const main = await page.getByRole('main').innerText();
  expect([main.includes('This question waits for review.'), await page.locator('.notice-done').count()]).toEqual([true, 0]);
});

it('tells a field that people do not see from those they do', async () => {
  const page = await site.signedIn(nora);
  await page.goto(thread.path);
  const decoy = page.locator('.answer-form input[name=nickname_confirm]');
  const [box, hidden] = [await decoy.boundingBox(), await page.locator('.answer-form .decoy').getAttribute('aria-hidden')];
  expect([box!.width <= 300, hidden, await decoy.getAttribute('tabindex')]).toEqual([true, 'true', '-1']);
  await db().query('delete from act');
  await page.locator('.answer-form textarea').fill('Buy a new one, I would say.');
  await decoy.evaluate((field: HTMLInputElement) => { field.value = 'https://shop.example'; });
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await stateOf('Buy a new one, I would say.')).toBe('held');
});
