// Pictures of the main pages: node dist/e2e/support/screens.js <folder> [page ...]
import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readSettings } from '#platform/config';
import { migrate } from '#platform/database';
import { startMeili, startPostgres } from '#platform/embedded';
import { launchBrowser } from './browser.js';
import { believable } from './believable.js';
import { Community } from './community.js';
import { openSite } from './site.js';

const SIZES = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 800 } };
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['de', 'en'] as const;

const [folder = 'screens', ...wished] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'kundig-screens-'));
const [database, meili] = await Promise.all([startPostgres({ dataDir: join(data, 'postgres'), durable: false }), startMeili({ dataDir: join(data, 'meili') })]);
await migrate(database.ownerUrl, database.url);
const site = await openSite({
  settings: { ...readSettings({ LOG_LEVEL: 'error', KUNDIG_LANGUAGE: 'de', KUNDIG_NAME: 'Nordnetz' }), dataDir: data },
  databaseUrl: database.url,
  databaseOwnerUrl: database.ownerUrl,
  meili,
});
try {
  const { router, admin } = await believable(new Community(site.app));
  await new Promise((indexed) => setTimeout(indexed, 3_000));
  const pages: Record<string, string> = {
    front: '/',
    list: '/c/internet',
    thread: router.path,
    ask: `/ask?title=${encodeURIComponent('Router startet nachts neu')}`,
    search: '/search?q=router+startet+neu',
    nothing: '/search?q=zzzz',
    'sign-up': '/sign-up',
    missing: '/t/999999/x',
  };
  const signedIn: Record<string, string> = { 'member-thread': router.path, admin: '/admin' };
  const browser = await launchBrowser();
  for (const [name, path] of Object.entries(pages)) {
    if (wished.length === 0 || wished.includes(name)) await picture(browser, name, path);
  }
  for (const [name, path] of Object.entries(signedIn)) {
    if (wished.length === 0 || wished.includes(name)) await picture(browser, name, path, admin.sessionToken);
  }
  await browser.close();
} finally {
  await site.close();
  await Promise.all([database.stop(), meili?.stop()]);
  rmSync(data, { recursive: true, force: true });
}

async function picture(browser: Browser, name: string, path: string, sessionToken?: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: false, baseURL: site.url });
      if (sessionToken) await context.addCookies([{ name: 'kundig', value: sessionToken, url: site.url }]);
      const page = await context.newPage();
      for (const language of LANGUAGES) {
        await page.goto(language === 'de' ? path : `/${language}${path === '/' ? '' : path}`);
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}-${language}.png`), fullPage: true });
      }
      await context.close();
    }
  }
}
