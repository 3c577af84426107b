// Pictures of the demo: node dist/e2e/support/screens.js <folder> [page ...]; without a page the main ones in German, with pages all languages, too, and their whole length.
import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { readSettings } from '#platform/config';
import { ProposingService } from '#knowledge';
import { Database, migrate } from '#platform/database';
import { startMeili, startPostgres } from '#platform/embedded';
import { fileStoreOf } from '#platform/files';
import { fillDemo } from '../../apps/kundig/demo/demo.fill.js';
import { applyTheme } from '../../apps/kundig/theme.apply.js';
import { launchBrowser } from './browser.js';
import { openSite } from './site.js';

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 640 } };
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['de', 'en'] as const;
const PASSWORD = 'for these pictures alone';

/** Who looks at a page; nobody else is signed in. */
const MAIN: Record<string, string | null> = {
  front: null, list: null, thread: null, ask: null, search: null, contact: null, member: null,
  faq: null, entry: null, review: 'staff@demo.example', missed: 'staff@demo.example',
  notifications: 'customer@demo.example', settings: 'customer@demo.example', work: 'superuser@demo.example',
};

const [folder = 'screens', ...wished] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'kundig-screens-'));
const [database, meili] = await Promise.all([startPostgres({ dataDir: join(data, 'postgres'), durable: false }), startMeili({ dataDir: join(data, 'meili') })]);
await migrate(database.ownerUrl, database.url);
const settings = { ...readSettings({ LOG_LEVEL: 'error', KUNDIG_LANGUAGE: 'de', KUNDIG_NAME: 'Nordnetz' }), dataDir: data };
await fillDemo(database.url, PASSWORD, { store: fileStoreOf(settings), publicUrl: settings.publicUrl });
const site = await openSite({ settings, databaseUrl: database.url, databaseOwnerUrl: database.ownerUrl, meili });
await applyTheme(site.app, fileURLToPath(new URL('../../apps/kundig/demo/nordnetz.theme.json', import.meta.url)));
try {
  await fillFaq();
  const pages = await demoPages();
  const browser = await launchBrowser();
  for (const name of wished.length > 0 ? wished : Object.keys(MAIN)) await inAllWays(browser, name, pages[name] ?? name);
  await browser.close();
} finally {
  await site.close();
  await Promise.all([database.stop(), meili?.stop()]);
  rmSync(data, { recursive: true, force: true });
}

/** The FAQ as it is some days after the start: what proposed itself, and the half of it published. */
async function fillFaq(): Promise<void> {
  await site.app.get(ProposingService, { strict: false }).propose();
  await site.app.get(Database, { strict: false }).query(
    `update knowledge_entry set state = 'published', published_at = now(), changed_at = now(), review_due = current_date + 90 where id in (select id from knowledge_entry order by need desc, id limit 10)`);
}

/** The pages that can be named; anything else is taken for an address. */
async function demoPages(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const thread = async (which: string) => (await client.query<{ path: string }>(`select '/t/' || id || '/' || slug as path from thread where language = 'de' and state = 'visible' and ${which} limit 1`)).rows[0]!.path;
  const memberNamed = async (name: string) => (await client.query<{ path: string }>(`select '/m/' || id as path from member where name = $1`, [name])).rows[0]!.path;
  const pages = {
    front: '/', list: '/c/internet', ask: '/ask', search: '/search?q=router+startet+neu', nothing: '/search?q=zzzz', 'sign-up': '/sign-up', missing: '/t/999999/x', contact: '/contact', notifications: '/notifications', settings: '/settings', work: '/work', faq: '/faq', review: '/work?list=knowledge', missed: '/work?list=gaps',
    entry: (await client.query<{ path: string }>(`select '/kb/' || id || '/' || slug as path from knowledge_entry where language = 'de' and state = 'published' order by need desc, id limit 1`)).rows[0]!.path,
    member: await memberNamed('Mina K.'),
    thread: await thread('accepted_post_id is not null and has_official order by answer_count desc, id'),
    picture: await thread('exists (select from post p join attachment a on a.post_id = p.id where p.thread_id = thread.id)'),
  };
  await client.end();
  return pages;
}

async function inAllWays(browser: Browser, name: string, path: string): Promise<void> {
  const whole = wished.length > 0;
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of THEMES) {
      for (const language of LANGUAGES.slice(0, whole ? 2 : 1)) {
        const address = language === 'de' ? path : `/${language}${path === '/' ? '' : path}`;
        const file = [name.replace(/\W+/g, '-'), size, colorScheme, ...(whole ? [language] : [])].join('-');
        await picture(browser, address, MAIN[name] ?? null, { viewport, colorScheme }, join(folder, `${file}.png`), whole);
      }
    }
  }
}

async function picture(browser: Browser, path: string, who: string | null, options: BrowserContextOptions, to: string, fullPage: boolean): Promise<void> {
  const context = await browser.newContext({ baseURL: site.url, ...options });
  const page = await context.newPage();
  if (who) {
    await page.goto('/sign-in');
    await page.locator('[name=email]').fill(who);
    await page.locator('[name=password]').fill(PASSWORD);
    await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('main button[type=submit]').click()]);
  }
  await page.goto(path, { waitUntil: 'load' });
  const taken = await page.screenshot({ fullPage });
  await sharp(taken).png({ palette: true, colours: 128, compressionLevel: 9 }).toFile(to);
  await context.close();
}
