import type { Page } from 'playwright-core';
import type { Web } from '../web/web.fixture.js';

/** What a page did that it was not to do. */
export interface Watched {
  page: Page;
  faults: string[];
  /** Opens it, and looks at all of it. */
  open(path: string): Promise<void>;
}

/** A browser without our content security policy, so that escaping and the sanitiser stand alone; or with it. */
export async function watched(site: Web, sessionToken?: string, { bypassCSP = true } = {}): Promise<Watched> {
  const page = await site.visitor({ javaScriptEnabled: true, bypassCSP, viewport: { width: 360, height: 640 } });
  const context = page.context();
  const faults: string[] = [];
  const tell = (what: string) => void faults.push(`${page.url()}: ${what}`);
  if (sessionToken) await context.addCookies([{ name: 'kundig', value: sessionToken, url: site.site.url, httpOnly: true, sameSite: 'Lax' }]);
  const asked: { url: string; type: string }[] = [];
  await context.exposeFunction('out', () => tell('out() was called'));
  await context.route((url) => url.origin !== site.site.url, (route) => {
    asked.push({ url: route.request().url(), type: route.request().resourceType() });
    return route.abort();
  });
  page.on('dialog', (dialog) => { tell(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
  context.on('page', (opened) => tell(`a window: ${opened.url()}`));
  page.on('framenavigated', (frame) => { if (frame !== page.mainFrame()) tell(`a frame: ${frame.url()}`); });
  const open = async (path: string) => {
    asked.length = 0;
    const response = await page.goto(path);
    if (!response!.ok()) tell(`answered ${response!.status()}`);
    for (const fault of await page.evaluate(looked)) tell(fault);
    const pictures = await page.locator('.prose img[src]').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
    for (const { url, type } of asked) if (type !== 'image' || !pictures.includes(url)) tell(`asked for ${url} as ${type}`);
  };
  return { page, faults, open };
}

/** Runs in the page: sets off what waits for an event, and tells what no page of ours has. */
function looked(): string[] {
  const faults: string[] = [];
  const all = [...document.querySelectorAll<HTMLElement>('*')];
  for (const element of all) {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'srcset') faults.push(`${element.tagName} with ${name}`);
      if (!['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) continue;
      const url = new URL(element.getAttribute(name)!, document.baseURI);
      if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) faults.push(`${element.tagName} leads to ${url.href}`);
      if (url.origin !== location.origin && url.protocol !== 'mailto:' && !element.closest('.prose') && element.tagName !== 'LINK') faults.push(`${element.tagName} outside of a text leads to ${url.href}`);
    }
    for (const kind of ['mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load']) if (element.closest('main')) element.dispatchEvent(new Event(kind));
  }
  if (document.querySelector('main iframe, main object, main embed, main template, main math, main style, main link, main meta, base, main script:not([src^="/assets/"])')) faults.push('an element that no text may bring');
  if (document.querySelectorAll('h1').length !== 1 || document.querySelectorAll('main').length !== 1) faults.push('not one h1 and one main');
  if (document.body.lastElementChild?.className !== 'site-footer') faults.push('the footer is not the last');
  if (document.documentElement.scrollWidth > innerWidth) {
    const widest = all.filter((element) => element.getBoundingClientRect().right > innerWidth && getComputedStyle(element.parentElement!).overflowX !== 'clip').slice(0, 4).map((element) => `${element.tagName}.${element.className} (${element.textContent.trim().slice(0, 40)})`);
    faults.push(`is ${document.documentElement.scrollWidth} wide on a screen of ${innerWidth}: ${widest.join(', ')}`);
  }
  return faults;
}

/** How many of each element there are outside of what people wrote. */
export const built = (page: Page) => page.evaluate(() => {
  const counts: Record<string, number> = {};
  for (const { tagName } of [...document.querySelectorAll('*')].filter((element) => !element.parentElement?.closest('.prose'))) counts[tagName] = (counts[tagName] ?? 0) + 1;
  return counts;
});
