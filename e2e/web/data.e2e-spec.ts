import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person, ben: Person;
beforeAll(async () => {
  site = await web({ language: 'de' });
  [ada, ben] = [await site.community.member('Ada'), await site.community.member('Ben')];
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 640 } };

/** The page again and again, by its own link, until the worker has made it. */
async function untilReady(page: Page): Promise<void> {
  for (let i = 0; i < 50; i += 1) {
    if (await page.getByRole('heading', { name: 'Ihre Daten sind bereit' }).count()) return;
    await press(page.getByRole('link', { name: 'Wie weit ist es?' }));
  }
  throw new Error('The data was never ready.');
}

it('gives a member everything that is kept of them: asked for on a phone without script, told by the bell, theirs alone', async () => {
  const page = await site.signedIn(ada, phone);
  await page.goto('/settings');
  await press(page.getByRole('link', { name: 'Ihre Daten' }));
  await press(page.getByRole('button', { name: 'Meine Daten zusammenstellen' }));
  await untilReady(page);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Herunterladen/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^data-\d{4}-\d\d-\d\d\.zip$/);
  expect(await page.getByRole('button', { name: 'Meine Daten zusammenstellen' }).count()).toBe(0);
  expect(await page.getByText('Wieder anfordern können Sie sie ab').count()).toBe(1);

  await page.goto('/en/notifications');
  for (let i = 0; i < 50 && !(await page.getByText('Your data can be downloaded').count()); i += 1) await page.reload();
  await press(page.getByRole('link', { name: 'To your data' }));
  expect(new URL(page.url()).pathname).toBe('/en/settings/data');

  const others = await site.signedIn(ben);
  expect((await others.goto('/settings/data/file'))!.status()).toBe(404);
  const guest = await site.visitor();
  expect((await guest.goto('/settings/data/file'))!.status()).toBe(404);
  await guest.goto('/settings/data');
  expect(new URL(guest.url()).pathname).toBe('/sign-in');
});

it('has nothing for axe to find, before and after', async () => {
  for (const [person, path] of [[ada, '/settings/data'], [ben, '/en/settings/data']] as const) {
    const page = await site.signedIn(person, { javaScriptEnabled: true, ...phone });
    await page.goto(path);
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  }
});
