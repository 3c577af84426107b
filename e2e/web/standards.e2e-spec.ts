import type { Page } from 'playwright-core';
import { believable } from '../support/believable.js';
import type { Person } from '../support/community.js';
import { type Web, web } from './web.fixture.js';

let site: Web;
let admin: Person;
let paths: string[];
beforeAll(async () => {
  site = await web({ language: 'de' });
  const { router, admin: ida } = await believable(site.community);
  admin = ida;
  paths = ['/', '/threads', '/c/internet', router.path, '/ask', '/search?q=router', '/sign-up', '/m/2', '/no/such/page'];
});
afterAll(() => site.close());

interface Stop {
  what: string;
  visible: boolean;
}

/** Where the Tab key leads from the top of the page to its end. */
async function stops(page: Page): Promise<Stop[]> {
  const found: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(() => {
      const focused = document.activeElement as HTMLElement;
      if (focused === document.body || focused.dataset['stop']) return null;
      focused.dataset['stop'] = 'yes';
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { width, height, right, left } = focused.getBoundingClientRect();
      return { what: `${focused.tagName} ${focused.className} ${focused.textContent.trim().slice(0, 30)}`, visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && right > 0 && left < innerWidth };
    });
    if (!stop) return found;
    found.push(stop);
  }
}

it('is used with the keyboard alone: Tab reaches all there is to press and type, each stop is seen, and none holds one fast', async () => {
  const page = await site.signedIn(admin, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
  for (const path of paths) {
    await page.goto(path);
    const found = await stops(page);
    const unseen = found.filter(({ visible }) => !visible).map(({ what }) => what);
    expect([path, unseen]).toEqual([path, []]);
    const missed = await page.evaluate<string[]>(() => [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !each.dataset['stop'])
      .filter((each) => !(each instanceof HTMLInputElement && each.type === 'radio' && !each.checked)) // arrow keys lead there
      .map((each) => `${each.tagName} ${each.className} ${each.textContent.trim().slice(0, 30)}`));
    expect([path, missed]).toEqual([path, []]);
  }
});

it('leads past the header with its first stop', async () => {
  const page = await site.visitor({ javaScriptEnabled: true });
  await page.goto(paths[3]!);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Zum Inhalt springen');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate<boolean>('document.activeElement.closest("main") !== null')).toBe(true);
});

// https://www.w3.org/TR/WCAG22/#resize-text and #reflow: 1280 wide at 200 % are 640, at 400 % are 320
it.each([[640, '100%'], [320, '100%'], [1280, '200%'], [360, '200%']])('needs no scrolling to the side: %i wide, text at %s', async (width, size) => {
  const page = await site.signedIn(admin, { javaScriptEnabled: true, viewport: { width, height: 640 } });
  for (const path of paths) {
    await page.goto(path);
    const wide = await page.evaluate<number, string>((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      return document.documentElement.scrollWidth;
    }, size);
    expect([path, wide]).toEqual([path, width]);
  }
});

it('moves nothing for those who asked for that', async () => {
  const page = await site.visitor({ javaScriptEnabled: true, reducedMotion: 'reduce' });
  await page.goto(`${paths[3]!}#answers`);
  expect(await page.evaluate<number>('document.getAnimations().length')).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.reload();
  expect(await page.evaluate<number>('document.getAnimations().length')).toBeGreaterThan(0);
});
