import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import pg from 'pg';
import sharp from 'sharp';
import { Community, type Person } from '../support/community.js';
import { openSite, type Site } from '../support/site.js';
import { type TestDatabase, testDatabase, testRuntime } from '#platform/testing';
import { Database } from '#platform/database';
import { press, type Web, web } from './web.fixture.js';

const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let ida: Person;
beforeAll(async () => {
  site = await web({ language: 'de', name: 'Kundig' });
  ida = await site.community.member('Ida', 'admin');
  await site.community.member('Jonas');
});
afterAll(() => site.close());

const html = async (path: string) => (await fetch(site.site.url + path)).text();
const styleOf = (page: string) => /href="(\/assets\/[^"]+\.css)"/.exec(page)![1]!;

it('leads the admin of a fresh site through the first steps, without script and on a phone', async () => {
  const guest = await html('/');
  expect(guest).toContain('Kundig');
  expect(guest).not.toContain('/admin/start');
  const page = await site.signedIn(ida, PHONE);
  await page.goto('/');
  await press(page.getByRole('link', { name: 'Erste Schritte ansehen' }));
  expect(await page.getByText('(noch offen)').count()).toBe(6);

  for (const place of [1, 2, 3]) await page.getByLabel(`Thema ${place}`).fill('');
  await press(page.getByRole('button', { name: 'Themen anlegen' }));
  expect([await page.getByLabel('Thema 1').getAttribute('aria-invalid'), await page.getByText('(noch offen)').count()]).toEqual(['true', 6]);
  await page.getByLabel('Thema 1').fill('Produkte');
  await page.getByLabel('Thema 2').fill('x'.repeat(81));
  await press(page.getByRole('button', { name: 'Themen anlegen' }));
  expect(await page.locator('.field-fault', { hasText: 'Hier passen höchstens 80 Zeichen hinein.' }).count()).toBe(1);
  expect(await page.getByLabel('Thema 2').inputValue()).toBe('x'.repeat(81));
  await page.getByLabel('Thema 2').fill('Rechnung');
  await page.getByLabel('Thema 3').fill('');
  await press(page.getByRole('button', { name: 'Themen anlegen' }));
  const topics = await html('/');
  expect([topics.match(/\/c\/produkte"/g)?.length, topics.includes('/c/rechnung'), topics.includes('/c/produkte-2')]).toEqual([1, true, false]);

  await page.getByLabel('E-Mail-Adresse der Person').fill('nobody@example.org');
  await press(page.getByRole('button', { name: 'Diese Rolle geben' }));
  expect(await page.getByText('Mit nobody@example.org hat sich noch niemand registriert.').count()).toBe(1);
  await page.getByLabel('E-Mail-Adresse der Person').fill('jonas@example.org');
  await press(page.getByRole('button', { name: 'Diese Rolle geben' }));
  expect(await page.getByText('Die Person hat jetzt diese Rolle.').count()).toBe(1);
  expect(await page.getByText('(erledigt)').count()).toBe(2);

  await press(page.getByRole('button', { name: 'Diese Schritte ausblenden' }));
  await page.goto('/');
  expect(await page.getByRole('link', { name: 'Erste Schritte ansehen' }).count()).toBe(0);
  await page.context().close();
});

it('wears the name, colours and logo that an admin gives it, from the next page on', async () => {
  const before = await fetch(site.site.url);
  const style = styleOf(await before.text());
  const page = await site.signedIn(ida, PHONE);
  await page.goto('/admin/community');
  await page.getByLabel('Name der Community').fill('Nordnetz hilft');
  await page.getByLabel('Hausfarbe').fill('blau');
  await press(page.getByRole('button', { name: 'Speichern' }).first());
  expect(await page.locator('.field-fault', { hasText: 'Bitte eine Farbe als #' }).count()).toBe(1);
  expect([await page.getByLabel('Name der Community').inputValue(), await page.getByLabel('Hausfarbe').inputValue()]).toEqual(['Nordnetz hilft', 'blau']);

  await page.getByLabel('Hausfarbe').fill('#ffcc00');
  await press(page.getByRole('button', { name: 'Vorschau' }));
  expect(await page.getByRole('img', { name: /von Nordnetz hilft, / }).count()).toBe(2);
  expect(await page.getByText(/#ffcc00 wird als #\w{6} gezeigt: Kontrast \d(?:,\d)? zu 1/).count()).toBe(1);
  expect(await html('/')).not.toContain('Nordnetz');

  await page.getByLabel('Wofür sie da ist, auf Deutsch').fill('Kunden von Nordnetz helfen einander.');
  await page.getByLabel('Logo (Bild)').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 300, height: 100, channels: 3, background: '#fc0' } }).png().toBuffer() });
  await press(page.getByRole('button', { name: 'Speichern' }).first());
  const after = await html('/');
  expect(after).toContain('<title>Nordnetz hilft</title>');
  expect(after).toContain('Nordnetz hilft: Kunden von Nordnetz helfen einander.');
  const logo = /<img class="wordmark-logo" src="([^"]+)" alt="Nordnetz hilft" height="32" width="96">/.exec(after)![1]!;
  expect((await fetch(site.site.url + logo)).headers.get('content-type')).toBe('image/png');
  expect(styleOf(after)).not.toBe(style);
  expect(await (await fetch(site.site.url + styleOf(after))).text()).toMatch(/--brand: light-dark\(#\w{6}, #ffcc00\)/);
  expect((await fetch(site.site.url + style)).headers.get('cache-control')).toContain('immutable'); // pages in caches still ask for it
  const again = await fetch(site.site.url, { headers: { 'if-none-match': before.headers.get('etag')!, 'cache-control': 'max-age=0' } });
  expect(again.status).toBe(200);

  // what somebody else saved while one looked at a preview is not overwritten by it
  await page.goto('/admin/community');
  const other = await site.signedIn(ida, PHONE);
  await other.goto('/admin/community');
  await press(page.getByRole('button', { name: 'Vorschau' }));
  await press(other.getByRole('button', { name: 'Speichern' }).first());
  await press(page.getByRole('button', { name: 'Vorschau' }));
  await press(page.getByRole('button', { name: 'Speichern' }).first());
  expect(await page.getByText('Während Sie schrieben, wurde das geändert.').count()).toBe(1);
  await other.context().close();

  await page.goto('/admin/community');
  await page.getByLabel('Logo (Bild)').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await press(page.getByRole('button', { name: 'Speichern' }).first());
  expect(await page.locator('.field-fault', { hasText: 'kann nicht angenommen werden.' }).count()).toBe(1);
  await page.context().close();
});

it('chooses the time zone from a list with the keyboard, and keeps one that is not in it', async () => {
  const db = site.site.app.get(Database, { strict: false });
  const zone = async () => (await db.one<{ zone: string }>('select time_zone as zone from community'))!.zone;
  const page = await site.signedIn(ida, PHONE);
  await page.goto('/admin/community');
  const select = page.getByLabel('Zeitzone');
  expect(await select.inputValue()).toBe('Europe/Berlin');
  expect((await page.content()).length).toBeLessThan(80_000);
  await select.focus();
  await page.keyboard.type('Vienna');
  expect(await select.inputValue()).toBe('Europe/Vienna');
  await press(page.getByRole('button', { name: 'Speichern' }).first());
  expect(await zone()).toBe('Europe/Vienna');
  if (process.env['KUNDIG_SHOTS']) await page.screenshot({ path: `${process.env['KUNDIG_SHOTS']}/zone-phone.png`, fullPage: true });

  await db.query(`update community set time_zone = 'Etc/GMT-1', version = version + 1`); // by a theme file
  await page.goto('/admin/community');
  for (let tries = 0; tries < 100 && (await select.inputValue()) !== ''; tries += 1) await page.reload(); // told at the commit
  expect(await select.locator('option:checked').innerText()).toBe('Etc/GMT-1');
  await press(page.getByRole('button', { name: 'Speichern' }).first());
  expect(await zone()).toBe('Etc/GMT-1');
  await db.query(`update community set time_zone = 'Europe/Berlin'`);
  await page.context().close();
});

it('says how else the company is reached, once an admin has said so', async () => {
  expect(await html('/contact')).toContain('Andere Kontaktwege sind hier noch nicht angegeben.');
  const page = await site.signedIn(ida, PHONE);
  await page.goto('/contact');
  await press(page.getByRole('link', { name: 'Kontaktwege eintragen' }));
  const add = async (label: string, address: string, hours = '') => {
    const form = page.locator('.way-new');
    if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
    await form.getByLabel('Bezeichnung auf Deutsch').fill(label);
    await form.getByLabel('Bezeichnung auf Englisch').fill(label);
    await form.getByLabel('Adresse').fill(address);
    await form.getByLabel('Zeiten in der Woche').fill(hours);
    await press(form.getByRole('button', { name: 'Hinzufügen' }));
  };
  await add('Hotline', 'javascript:alert(1)', 'immer');
  expect([await page.locator('.field-fault', { hasText: 'Bitte eine Telefonnummer, eine E-Mail-Adresse' }).count(), await page.locator('.field-fault', { hasText: 'Bitte Zeiten so schreiben' }).count()]).toEqual([1, 1]);
  expect(await page.locator('.way-new').getByLabel('Bezeichnung auf Deutsch').inputValue()).toBe('Hotline');
  await add('Hotline', '0800 330 1000', '24/7');
  await add('Läden', 'nordnetz.example/shops');
  await page.locator('.way').nth(1).locator('summary').click();
  await page.locator('.way').nth(1).getByLabel('Kosten auf Deutsch').fill('keine, auch am Sonntag');
  await press(page.getByRole('button', { name: 'Nach oben' }));
  expect(await html('/contact')).toContain('keine, auch am Sonntag');
  expect(await page.locator('.way > summary strong').allTextContents()).toEqual(['Läden', 'Hotline']);

  // somebody else changed the list meanwhile: nothing of theirs is lost, and nothing that was typed
  const late = await site.signedIn(ida, PHONE);
  await late.goto('/admin/community');
  await add('Chat', 'https://nordnetz.example/chat');
  await late.locator('.way').nth(0).locator('summary').click();
  await late.locator('.way').nth(0).getByLabel('Kosten auf Deutsch').fill('nichts');
  await press(late.locator('.way').nth(0).getByRole('button', { name: 'Speichern' }));
  expect(await late.getByText('Während Sie schrieben, wurde das geändert.').count()).toBe(1);
  await press(late.locator('.way').nth(0).getByRole('button', { name: 'Speichern' }));
  expect(await late.locator('.way > summary strong').allTextContents()).toEqual(['Läden', 'Hotline', 'Chat']);

  const guest = await site.visitor(PHONE);
  await guest.goto('/t/999/nothing');
  await press(guest.locator('main').getByRole('link', { name: 'Noch Fragen?' }));
  expect(await guest.locator('.contact-ways h3').allTextContents()).toEqual(['Läden', 'Hotline', 'Chat']);
  expect(await guest.getByRole('link', { name: '0800 330 1000' }).getAttribute('href')).toBe('tel:0800-330-1000');
  expect([await guest.getByText('Rund um die Uhr').count(), await guest.getByText('nichts', { exact: true }).count()]).toEqual([1, 1]);
  await Promise.all([late, guest, page].map((each) => each.context().close()));
});

it('has nothing for axe to find on these pages, in the company’s colours, and fits a phone', async () => {
  const faults: string[] = [];
  const look = async (page: Page, paths: string[]) => {
    for (const path of paths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
        faults.push(...violations.map(({ id, nodes }) => `${path} ${colorScheme}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
      }
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (wide > 360) faults.push(`${path}: ${wide} wide on a phone of 360`);
    }
  };
  await look(await site.visitor({ ...PHONE, javaScriptEnabled: true }), ['/contact', '/en/contact']);
  await look(await site.signedIn(ida, { ...PHONE, javaScriptEnabled: true }), ['/admin/community', '/en/admin/start']);
  expect(faults).toEqual([]);
}, 60_000);

describe('two processes on one database', () => {
  let database: TestDatabase;
  let sites: Site[];
  let community: Community;
  const pageOf = async ({ url }: Site) => (await fetch(url)).text();
  beforeAll(async () => {
    database = await testDatabase();
    sites = [await openSite(testRuntime(database)), await openSite(testRuntime(database, { roles: ['web'] }))];
    community = new Community(sites[0]!.app);
  });
  afterAll(async () => {
    for (const each of sites) await each.close();
    await database.drop();
  });

  it('both wear what was set in one of them', async () => {
    const [one, other] = sites as [Site, Site];
    await community.member('Ada', 'admin');
    await community.does('Ada', 'setCommunity', { name: 'Nordnetz', brand: '#0b4f8a' });
    let there = await pageOf(other);
    for (const late = Date.now() + 20_000; !there.includes('Nordnetz') && Date.now() < late; there = await pageOf(other)) await new Promise((done) => { setTimeout(done, 20); });
    expect(there).toContain('Nordnetz');
    expect(styleOf(there)).toBe(styleOf(await pageOf(one)));
  });

  it('the one in which it was set wears it at once, whenever the word to all arrives', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('alter table community disable trigger community_changed'); // it never arrives
    await owner.end();
    const [one] = sites as [Site];
    await community.does('Ada', 'setCommunity community { name }', { name: 'Südnetz' });
    expect(await pageOf(one)).toContain('Südnetz');
  });
});
