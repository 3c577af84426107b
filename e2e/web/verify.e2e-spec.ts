import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import { type Mailed, mailed } from '../support/mailed.js';
import { press, type Web, web } from './web.fixture.js';

let mails: Mailed;
let site: Web;
beforeAll(async () => {
  mails = await mailed();
  site = await web({ smtpUrl: mails.url, mailFrom: { name: 'Kundig', address: 'community@company.example' }, verifyAddresses: true, language: 'en' });
  await site.community.member('Ada', 'admin');
  await site.community.category('Ada', 'Internet');
});
afterAll(async () => {
  await site.close();
  await mails.close();
});

const h1 = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const phone = { viewport: { width: 360, height: 640 } };
const shots = process.env['KUNDIG_SHOTS'];
const shot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

async function asks(page: Page, title: string): Promise<void> {
  await page.goto('/ask');
  await page.getByLabel('Your question in one line').fill(title);
  await page.getByLabel('All that helps to answer').fill('It does so every evening.');
  await page.getByLabel('Topic').selectOption({ label: 'Internet' });
  await press(page.getByRole('button', { name: 'Post question' }));
}

async function signsUp(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name here').fill(name);
  await page.locator('#new-email').fill(`${name.toLowerCase()}@example.org`);
  await page.locator('#new-password').fill('a few words in a row');
  await page.getByRole('checkbox', { name: 'I agree to the house rules' }).check();
  await press(page.getByRole('button', { name: /Create account/ }));
}

it('keeps a guest’s question until the mailed link is opened, in whichever browser, and then publishes it', async () => {
  const mina = await site.visitor(phone);
  await asks(mina, 'Why is the line slow in the evening?');
  await signsUp(mina, 'Mina');
  expect(await h1(mina)).toBe('Please look into your mail');
  expect(await mina.getByRole('main').innerText()).toContain('It does so every evening.');
  await shot(mina, 'look');
  const guest = await site.visitor();
  await guest.goto('/threads');
  expect(await guest.getByRole('link', { name: 'Why is the line slow in the evening?' }).count()).toBe(0);

  const elsewhere = await site.visitor(phone);
  await elsewhere.goto(mails.pathIn(await mails.to('mina@example.org', /confirm/)));
  await shot(elsewhere, 'verify');
  await press(elsewhere.getByRole('button', { name: 'This is my address' }));
  expect(await h1(elsewhere)).toBe('Your address is confirmed');
  await shot(elsewhere, 'verified');
  const path = await elsewhere.getByRole('main').getByRole('listitem').getByRole('link').getAttribute('href');
  await guest.goto(path!);
  expect(await h1(guest)).toBe('Why is the line slow in the evening?');
}, 60_000);

it('keeps what an unverified member sends, at most five, tells them so, and what could not be published why', async () => {
  const tom = await site.visitor();
  await tom.goto('/sign-up');
  await signsUp(tom, 'Tom');
  await tom.goto('/sign-in');
  await tom.getByLabel('E-mail address').fill('tom@example.org');
  await tom.getByLabel('Password').fill('a few words in a row');
  await press(tom.getByRole('button', { name: 'Sign in' }));
  for (let i = 1; i <= 5; i += 1) await asks(tom, `Question number ${i}, please help?`);
  expect(tom.url()).toMatch(/\/saved$/);
  expect(await tom.getByRole('main').innerText()).toContain('the mail we sent to tom@example.org');
  expect(await tom.getByRole('article').count()).toBe(5);
  await shot(tom, 'saved');
  await asks(tom, 'Question number 6, please help?');
  expect(await tom.getByRole('alert').innerText()).toContain('open the link');
  expect(await tom.getByLabel('Your question in one line').inputValue()).toBe('Question number 6, please help?');
  await tom.goto('/threads');
  await press(tom.getByRole('link', { name: 'Why is the line slow in the evening?' }));
  const thread = tom.url();
  expect(await tom.getByLabel('What helps').count()).toBe(1); // an answer is kept, too

  await tom.goto('/saved');
  await press(tom.getByRole('button', { name: 'Discard' }).first());
  expect(await tom.getByRole('article').count()).toBe(4);
  await tom.goto(thread);
  await tom.getByLabel('What helps').fill('Restart it, that helps for a while.');
  await press(tom.getByRole('button', { name: 'Post answer' }));
  expect(await tom.getByRole('article').count()).toBe(5);
  await press(tom.getByRole('button', { name: 'Send the mail again' }));
  expect(await tom.getByRole('status').innerText()).toContain('on its way');

  await site.site.app.get(Database, { strict: false }).query(`update saved_submission set input = jsonb_set(input, '{categoryId}', '"cat_999"') where input ->> 'title' like 'Question number 3%'`);
  await tom.goto(mails.pathIn(await mails.to('tom@example.org', /confirm/)));
  await press(tom.getByRole('button', { name: 'This is my address' }));
  expect(await tom.getByRole('main').getByRole('listitem').count()).toBe(4);
  await press(tom.getByRole('link', { name: 'See why' }));
  expect(await tom.getByRole('article').innerText()).toContain('Question number 3');
  expect(await tom.getByRole('alert').innerText()).toContain('cannot be taken');
  const guest = await site.visitor();
  await guest.goto(thread);
  expect(await guest.getByRole('main').innerText()).toContain('Restart it, that helps for a while.');
}, 60_000);

it('leads from a forgotten password to a new one, in German, and to another address', async () => {
  const eva = await site.community.member('Eva');
  const page = await site.visitor(phone);
  await page.goto('/de/sign-in');
  await press(page.getByRole('link', { name: 'Passwort vergessen?' }));
  await page.getByLabel('E-Mail-Adresse').fill('eva@nowhere'); // an address to the browser, none to us
  await press(page.getByRole('button', { name: 'Link schicken' }));
  expect(await page.locator('.field-fault').count()).toBe(1);
  await page.getByLabel('E-Mail-Adresse').fill(eva.email);
  await shot(page, 'forgot');
  await press(page.getByRole('button', { name: 'Link schicken' }));
  expect(await page.getByRole('status').innerText()).toContain('unterwegs');
  await page.goto(`/de${mails.pathIn(await mails.to(eva.email, /new password/))}`);
  await page.getByLabel('Passwort').fill('kurz');
  await press(page.getByRole('button', { name: 'Speichern und anmelden' }));
  expect(await page.locator('.field-fault').innerText()).toContain('8');
  await page.getByLabel('Passwort').fill('ein ganz anderes Passwort');
  await press(page.getByRole('button', { name: 'Speichern und anmelden' }));
  expect(await page.getByRole('status').innerText()).toContain('Passwort');
  await page.locator('.main-menu summary').click();
  expect(await page.getByRole('link', { name: 'Eva' }).count()).toBe(1);

  await page.goto('/de/settings/address');
  await page.getByLabel('Neue E-Mail-Adresse').fill('eva.neu@example.org');
  await page.getByLabel('Ihr Passwort').fill('falsch');
  await press(page.getByRole('button', { name: 'Link schicken' }));
  expect(await page.locator('.field-fault').innerText()).toContain('stimmt nicht');
  expect(await page.getByLabel('Neue E-Mail-Adresse').inputValue()).toBe('eva.neu@example.org');
  await page.getByLabel('Ihr Passwort').fill('ein ganz anderes Passwort');
  await press(page.getByRole('button', { name: 'Link schicken' }));
  await page.goto(`/de${mails.pathIn(await mails.to('eva.neu@example.org', /new address/))}`);
  await press(page.getByRole('button', { name: 'Diese Adresse verwenden' }));
  expect(await h1(page)).toBe('Ihre Adresse wurde geändert');
}, 60_000);

it('has nothing for axe to find', async () => {
  const rolf = await site.community.member('Rolf', 'admin');
  const page = await site.signedIn(rolf, { javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
  for (const path of ['/forgot', '/saved', '/settings/address', '/verify/nothing', '/admin/mailbox', '/de/admin/mailbox/mai_1']) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
    expect([path, violations.map(({ id }) => id)]).toEqual([path, []]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await shot(page, path.replaceAll('/', '_'));
  }
}, 60_000);
