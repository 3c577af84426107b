import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person, ben: Person;
let topic: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Root', 'admin');
  [ada, ben] = [await site.community.member('Ada'), await site.community.member('Ben')];
  topic = await site.community.category('Root', 'Internet');
});
afterAll(() => site.close());

/** The page again and again until the worker has told it. */
async function until(page: Page, path: string, what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 50; i += 1) {
    await page.goto(path);
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain at ${path}`);
}
const bell = (page: Page, name: string | RegExp) => page.getByRole('navigation', { name: /main menu|Hauptmenü/i }).getByRole('link', { name });

it('leads the asker from the bell by one link to the answer, which they accept there; the helper hears of it', async () => {
  const thread = await site.community.asks('Ada', topic, 'Why does the router restart?', 'It does so every night.');
  const adas = await site.signedIn(ada, { viewport: { width: 360, height: 640 } });
  await adas.goto('/notifications');
  expect(await adas.getByRole('main').innerText()).toContain('Nothing yet');
  await site.community.answers('Ben', thread.id, 'Switch the energy saving off.');

  await until(adas, '/', async () => (await bell(adas, 'Notifications: 1 new').count()) === 1);
  await press(bell(adas, 'Notifications: 1 new'));
  expect(await adas.getByRole('listitem').filter({ hasText: 'Ben answered you' }).filter({ hasText: 'Switch the energy saving off.' }).count()).toBe(1);
  await press(adas.getByRole('link', { name: 'Why does the router restart?' }));
  expect(adas.url()).toMatch(new RegExp(`${thread.path}#pst_\\d+$`));
  expect(await bell(adas, 'Notifications').count()).toBe(1);
  await press(adas.getByRole('button', { name: 'This solved it' }));

  const bens = await site.signedIn(ben);
  await until(bens, '/de', async () => (await bell(bens, 'Benachrichtigungen: 1 neu').count()) === 1);
  await press(bell(bens, /Benachrichtigungen/));
  expect(await bens.getByRole('listitem').filter({ hasText: 'angenommen: Ada' }).count()).toBe(1);
  await press(bens.getByRole('button', { name: 'Alles als gelesen markieren' }));
  expect(await bell(bens, 'Benachrichtigungen').count()).toBe(1);
});

it('is quiet again once the thread was read, whichever way led there', async () => {
  const thread = await site.community.asks('Ada', topic, 'Where is the reset button?', 'I do not find any.');
  const page = await site.signedIn(ada, { viewport: { width: 360, height: 640 } });
  await page.goto('/notifications');
  if (await page.getByRole('button', { name: 'Mark all as read' }).count()) await press(page.getByRole('button', { name: 'Mark all as read' }));
  await site.community.answers('Ben', thread.id, 'Below, behind the flap.');
  await until(page, '/', async () => (await bell(page, 'Notifications: 1 new').count()) === 1);
  await page.goto(`/de${thread.path}`);
  expect(await bell(page, 'Benachrichtigungen').count()).toBe(1);
  await page.goto('/notifications');
  expect(await bell(page, 'Notifications').count()).toBe(1);
  expect(await page.getByRole('listitem').filter({ hasText: 'Where is the reset button?' }).getByText('New:').count()).toBe(0);
});

it('tells whoever was given a role, and leads to their page', async () => {
  const fritz = await site.community.member('Fritz');
  const page = await site.signedIn(fritz, { viewport: { width: 360, height: 640 } });
  await page.goto('/notifications');
  await page.locator('.main-menu summary').click();
  await press(page.getByRole('link', { name: 'Fritz' }));
  const path = new URL(page.url()).pathname;
  await site.community.does('Root', 'setMemberRole member { id }', { memberId: `mem_${path.split('/').at(-1)}`, role: 'superUser' });
  await until(page, '/de/notifications', async () => (await page.getByText('Sie sind jetzt Super User: Root').count()) === 1);
  await press(page.getByRole('link', { name: 'Zu Ihrer Seite' }));
  expect(new URL(page.url()).pathname).toBe(`/de${path}`);
});

it('tells what several did in one sentence', async () => {
  const thread = await site.community.asks('Ada', topic, 'Which cable do I need for this?', 'There are so many of them.');
  for (const name of ['Cleo', 'Dora', 'Emil']) {
    await site.community.member(name);
    await site.community.answers(name, thread.id, `The yellow one, says ${name}.`);
  }
  const page = await site.signedIn(ada, { javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
  await until(page, '/notifications', async () => (await page.getByText(/and one other answered you/).count()) === 1);
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  await press(page.getByRole('button', { name: 'Mark as read: Which cable do I need for this?' }));
  expect(await bell(page, 'Notifications').count()).toBe(1);
});

it('sets what is mailed, and stops mails from a mail without signing in', async () => {
  const page = await site.signedIn(ada, { javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
  await page.goto('/notifications/settings');
  await page.getByLabel('Comments under what you wrote').selectOption({ label: 'Once a day' });
  await press(page.getByRole('button', { name: 'Save' }));
  expect(await page.getByRole('main').getByRole('status').innerText()).toContain('saved');
  expect(await page.getByLabel('Comments under what you wrote').inputValue()).toBe('daily');
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);

  const mail = await site.site.app.get(Database, { strict: false }).one<{ list_unsubscribe: string }>(`select list_unsubscribe from mail where recipient = $1 and list_unsubscribe like '%.answer.%'`, [ada.email]);
  const path = new URL(mail!.list_unsubscribe).pathname;
  const guest = await site.visitor();
  await guest.goto(path);
  expect(await guest.getByRole('main').innerText()).toContain('answers to your threads');
  const oneClick = await fetch(site.site.url + path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click', redirect: 'error' });
  expect(oneClick.status).toBe(200);
  await page.goto('/notifications/settings');
  expect(await page.getByLabel('Answers to your threads').inputValue()).toBe('off');
  await press(guest.getByRole('button', { name: 'Stop all mails' }));
  await page.goto('/notifications/settings');
  expect(await page.getByLabel('Somebody mentions you').inputValue()).toBe('off');
  expect((await guest.goto(`${path}x`))!.status()).toBe(404);
  expect((await guest.goto('/notifications'))!.url()).toContain('/sign-in');
});
