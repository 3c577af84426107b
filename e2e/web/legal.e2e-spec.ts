import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let root: Person, ada: Person;
let thread: { id: string; path: string };
beforeAll(async () => {
  site = await web({ language: 'de' });
  [root, ada] = [await site.community.member('Root', 'admin'), await site.community.member('Ada')];
  thread = await site.community.asks('Root', await site.community.category('Root', 'Internet'), 'Warum startet der Router neu?', 'Jede Nacht um zwei.');
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 640 } };
const h1 = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

it('shows every visitor the house rules, and says of what is missing that it is', async () => {
  const guest = await site.visitor(phone);
  await guest.goto('/');
  await press(guest.getByRole('contentinfo').getByRole('link', { name: 'Hausregeln' }));
  expect(await h1(guest)).toBe('Hausregeln');
  expect(await guest.getByText('Wir sprechen freundlich miteinander').count()).toBe(1);
  await press(guest.getByRole('contentinfo').getByRole('link', { name: 'English' }));
  expect(await guest.getByText('We are friendly to each other').count()).toBe(1);
  await press(guest.getByRole('contentinfo').getByRole('link', { name: 'Imprint' }));
  expect(await guest.getByText('This page is not written yet.').count()).toBe(1);
  expect(await guest.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  expect((await guest.goto('/rules/7'))!.status()).toBe(404);
});

it('lets an admin write a page in both languages, keeps what was typed where it is refused, and every version', async () => {
  const page = await site.signedIn(root);
  await page.goto('/imprint');
  await press(page.getByRole('link', { name: 'Schreiben' }));
  await press(page.getByRole('button', { name: 'Veröffentlichen' }));
  expect(await page.getByLabel('Auf Deutsch').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Auf Deutsch').fill('Nordnetz GmbH, Hamburg');
  await press(page.getByRole('button', { name: 'Veröffentlichen' }));
  expect(await page.getByText('Veröffentlicht.').count()).toBe(1);
  await page.goto('/admin/legal/imprint');
  await page.getByLabel('Auf Englisch').fill('**Nordnetz** of Hamburg');
  await press(page.getByRole('button', { name: 'Veröffentlichen' }));

  const guest = await site.visitor();
  await guest.goto('/en/imprint');
  expect(await guest.locator('.prose strong').innerText()).toBe('Nordnetz');
  expect(await guest.locator('meta[name=robots]').count()).toBe(0);
  await guest.getByText('All versions').click();
  await press(guest.getByRole('link', { name: 'Version 1' }));
  expect(new URL(guest.url()).pathname).toBe('/en/imprint/1');
  expect(await guest.locator('.prose').getAttribute('lang')).toBe('de');
  expect((await (await site.signedIn(ada)).goto('/admin/legal'))!.status()).toBe(404);
});

it('asks members again after a change that matters: they read on, and agree in the very form they write in', async () => {
  const writing = await site.signedIn(ada, phone); // had the page open all the while
  await writing.goto(thread.path);
  await writing.locator('#your-answer').getByRole('textbox').fill('Das Netzteil tauschen, dann ist Ruhe.');

  const admin = await site.signedIn(root);
  await admin.goto('/admin/legal/rules');
  await admin.getByLabel('Auf Deutsch').fill('Neue Regeln.');
  await admin.getByLabel('Alle Mitglieder müssen zustimmen').check();
  await press(admin.getByRole('button', { name: 'Veröffentlichen' }));
  const notice = (page: Page) => page.getByRole('complementary', { name: 'Die Hausregeln haben sich geändert.' });
  for (let i = 0; i < 100 && (await notice(admin).count()) === 0; i += 1) await admin.goto('/'); // every process is told

  await press(writing.getByRole('button', { name: 'Antwort abschicken' }));
  expect(await writing.locator('#your-answer').getByRole('alert').innerText()).toContain('Bitte lesen Sie sie und stimmen Sie zu');
  expect(await writing.locator('#your-answer').getByRole('textbox').inputValue()).toBe('Das Netzteil tauschen, dann ist Ruhe.');
  const box = writing.locator('#your-answer').getByRole('checkbox', { name: 'Ich stimme den neuen Hausregeln zu' });
  await box.check();
  await press(writing.getByRole('button', { name: 'Vorschau' })); // nothing is sent by it, so nothing is agreed to either
  expect([await box.isChecked(), await notice(writing).count()]).toEqual([true, 1]);
  await press(writing.getByRole('button', { name: 'Antwort abschicken' }));
  expect(await writing.locator('article', { hasText: 'Das Netzteil tauschen' }).count()).toBe(1);
  expect(await notice(writing).count()).toBe(0);

  await admin.goto(thread.path);
  expect(await notice(admin).count()).toBe(1);
  await admin.getByText('Kommentieren', { exact: true }).first().click();
  await press(admin.locator('.comment-form').first().getByRole('button', { name: 'Vorschau' })); // has an address at which there is no page
  await press(notice(admin).getByRole('button', { name: 'Ich stimme den Hausregeln zu' }));
  expect(new URL(admin.url()).pathname).toBe(thread.path);
  expect(await notice(admin).count()).toBe(0);
});

it('has nothing for axe to find, and fits a phone', async () => {
  const page = await site.signedIn(root, { javaScriptEnabled: true, ...phone });
  for (const path of ['/rules', '/en/privacy', '/rules/1', '/admin/legal', '/en/admin/legal/rules']) {
    await page.goto(path);
    expect([path, (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations]).toEqual([path, []]);
    expect([path, (await page.evaluate<number>('document.documentElement.scrollWidth')) <= 360]).toEqual([path, true]);
  }
});
