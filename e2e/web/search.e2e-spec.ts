import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { believable } from '../support/believable.js';
import { press, type Web, web } from './web.fixture.js';

const WORDS = 'router glasfaser wlan rechnung telefon landline fibre';
const SEARCH = `/de/search?q=${encodeURIComponent(WORDS)}`;
const ENGLISH = SEARCH.slice('/de'.length);

let site: Web;
beforeAll(async () => {
  site = await web();
  await believable(site.community);
  await site.caughtUp(); // a count that is compared must not move meanwhile
});
afterAll(() => site.close());

/** What the page says it found. */
async function told(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.locator('.search-count p').innerText())![0]);
}

const focused = (page: Page) => page.evaluate<string>('document.activeElement.id || document.activeElement.innerText');

describe('facets', () => {
  it('say how much is behind each link, and what was chosen is taken back one by one', async () => {
    const page = await site.visitor({ viewport: { width: 360, height: 640 } });
    await page.goto(SEARCH);
    const all = await told(page);
    const links = await page.locator('.facet li:first-child > .choice').evaluateAll((each) => each.map((link) => [link.getAttribute('href')!, Number(/\d+/.exec(link.querySelector('.choice-count')!.textContent)![0])] as const));
    expect(links.length).toBe(4); // topic, tag, status, language: there is one kind, which is no choice
    for (const [path, count] of links) {
      await page.goto(path);
      expect([path, await told(page), await page.locator('.hit').count()]).toEqual([path, count, count]);
    }
    await page.goto(SEARCH);
    await page.locator('.to-facets').click();
    await press(page.locator('.facets').getByRole('link', { name: /^Ungelöst/ }));
    await press(page.locator('.facets').getByRole('link', { name: /^Internet & Router/ }));
    await press(page.locator('.facets').getByRole('link', { name: /^WLAN/ }));
    expect(new URL(page.url()).searchParams.get('category')).toBe('wlan');
    expect(await page.locator('.chip').allInnerTexts()).toEqual([expect.stringContaining('WLAN'), expect.stringContaining('Ungelöst')]);
    expect(await page.locator('.choice[aria-current]').allInnerTexts()).toEqual([expect.stringContaining('WLAN'), expect.stringContaining('Ungelöst')]);
    await page.locator('#search-text').fill(`${WORDS} dachgeschoss`);
    await press(page.getByRole('button', { name: 'Suchen' }).last());
    expect(await page.locator('.chip').count()).toBe(2); // other words, narrowed as before
    await press(page.locator('.chip').first());
    expect(await page.locator('.chip').count()).toBe(1);
    await press(page.getByRole('link', { name: 'Alle zeigen' }));
    expect(await page.locator('.chip').count()).toBe(0);
    expect(await told(page)).toBe(all);
    expect(await page.locator('.search-count').getByRole('link', { name: 'Die Community fragen' }).getAttribute('href')).toContain('/ask?title='); // before all the results
  });

  it('say what would help where nothing is found, and take the words along to the question', async () => {
    const page = await site.visitor();
    await page.goto(ENGLISH);
    await page.goto(`${ENGLISH}&category=rechnung&state=official`);
    expect(await page.locator('.empty').innerText()).toContain('Nothing found');
    const drops = page.locator('.drops li');
    expect(await drops.count()).toBe(2);
    const count = Number(/about (\d+)/.exec(await drops.first().innerText())![1]);
    await press(drops.first().getByRole('link'));
    expect(await told(page)).toBe(count);
    await page.goBack();
    await press(page.locator('.empty').getByRole('link', { name: 'Ask the community' }));
    expect(await page.locator('#title').inputValue()).toBe(WORDS);
  });
});

describe('keys', () => {
  it('lead to the field, through the results, and back', async () => {
    const page = await site.visitor({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
    await page.goto(SEARCH);
    await page.locator('search-keys:defined').waitFor();
    const titles = await page.locator('.hit-title a').allInnerTexts();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('search-text');
    await page.keyboard.press('End');
    await page.keyboard.type(' a/b'); // while one types it is a letter
    expect(await page.locator('#search-text').inputValue()).toBe(`${WORDS} a/b`);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(titles[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(titles[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('search-text');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('search-text');
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL('**/t/**'), page.keyboard.press('Enter')]);
    expect(await page.locator('h1').innerText()).toBe(titles[0]);
    await page.goto(`${SEARCH}&category=rechnung&state=official`);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(`${SEARCH}&category=internet&state=solved`);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.locator('search-keys:defined').waitFor();
    await page.getByRole('button', { name: 'Tasten ausschalten' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Tasten einschalten' }).waitFor();
    await page.keyboard.press('/');
    expect(await focused(page)).not.toBe('search-text');
  });
});
