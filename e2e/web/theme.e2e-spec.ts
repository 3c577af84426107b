import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person;
beforeAll(async () => {
  site = await web({ language: 'en' });
  ada = await site.community.member('Ada');
});
afterAll(() => site.close());

const ground = (page: Page) => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
const LIGHT = 'rgb(251, 250, 246)';
const DARK = 'rgb(20, 25, 27)';

it('follows the device, until a member says otherwise, wherever they are signed in; a guest’s pages stay as they are', async () => {
  const phone = { javaScriptEnabled: true, viewport: { width: 360, height: 640 } };
  const page = await site.signedIn(ada, { ...phone, colorScheme: 'dark' });
  await page.goto('/de/settings');
  expect(await ground(page)).toBe(DARK);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await ground(page)).toBe(LIGHT);

  await page.getByRole('group', { name: 'So sehen Sie die Seiten, wo immer Sie angemeldet sind' }).getByLabel('immer dunkel').check();
  await press(page.getByRole('button', { name: 'Darstellung speichern' }));
  expect(await page.getByText('Gespeichert.').count()).toBe(1);
  expect(await page.getByLabel('immer dunkel').isChecked()).toBe(true);
  expect([await ground(page), await page.locator('meta[name=color-scheme]').getAttribute('content')]).toEqual([DARK, 'dark']);

  const desk = await site.signedIn(ada, { javaScriptEnabled: true, colorScheme: 'light' });
  await desk.goto('/');
  expect(await ground(desk)).toBe(DARK);
  await desk.emulateMedia({ colorScheme: 'dark' });
  await desk.goto('/settings');
  await desk.getByLabel('always light').check();
  await press(desk.getByRole('button', { name: 'Save appearance' }));
  expect(await ground(desk)).toBe(LIGHT);
  await desk.getByLabel('Your language').selectOption('de');
  await press(desk.getByRole('button', { name: 'Save language' }));
  expect([new URL(desk.url()).pathname, await desk.getByText('Gespeichert.').count()]).toEqual(['/de/settings', 1]); // in the language that was chosen

  const guest = await site.visitor({ ...phone, colorScheme: 'dark' });
  await guest.goto('/');
  expect([await ground(guest), await guest.locator('html').getAttribute('data-theme')]).toEqual([DARK, null]);
});
