import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Settings } from '#platform/config';
import { Database } from '#platform/database';
import { testDatabase, testRuntime } from '#platform/testing';
import { until } from '../start/program.fixture.js';
import { launchBrowser } from '../support/browser.js';
import { Community, type Person } from '../support/community.js';
import { openSite, type Site } from '../support/site.js';

export interface Web {
  site: Site;
  browser: Browser;
  community: Community;
  /** Somebody's browser, with scripts off unless said otherwise. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** Comes back once nothing that has happened waits to be told, counted or put into the index. */
  caughtUp(): Promise<void>;
  /** The browser of somebody who is signed in. */
  signedIn(person: Person, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

const CAUGHT_UP = `select not exists (select from graphile_worker.jobs where run_at <= now()) and not exists (select from search_mark)
  and exists (select from search_state where name = 'threads') as "caughtUp"`;

/** The whole program on a database of its own, and a real browser in front of it. */
export async function web(overrides: Partial<Settings> = {}): Promise<Web> {
  const database = await testDatabase();
  const [site, browser] = await Promise.all([openSite(testRuntime(database, overrides), overrides.port), launchBrowser()]);
  const visitor = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, locale: overrides.language === 'de' ? 'de-DE' : 'en-GB', ...options });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  };
  return {
    site,
    browser,
    community: new Community(site.app),
    visitor,
    caughtUp: () => until(async () => (await site.app.get(Database, { strict: false }).one<{ caughtUp: boolean }>(CAUGHT_UP))!.caughtUp),
    signedIn: async (person, options) => {
      const page = await visitor(options);
      await page.context().addCookies([{ name: 'kundig', value: person.sessionToken, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
      return page;
    },
    close: async () => {
      await browser.close();
      await site.close();
      await database.drop();
    },
  };
}

/** Presses what leads to another page, and waits for that page. */
export async function press(target: Locator): Promise<void> {
  await Promise.all([target.page().waitForEvent('domcontentloaded'), target.click()]);
}

/** The first field to which the summary of what was refused leads; it has the focus. */
export async function ledTo(page: Page): Promise<string | null> {
  const to = await page.locator('.problem-summary:focus').getByRole('link').first().getAttribute('href');
  return page.locator(`[id="${to!.slice(1)}"]`).getAttribute('name');
}
