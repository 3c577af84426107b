import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { believable } from '../support/believable.js';
import type { Person } from '../support/community.js';
import { type Web, web } from './web.fixture.js';

const LANGUAGES = ['de', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const inLanguage = (language: Language, path: string) => (language === 'en' ? path : `/de${path === '/' ? '' : path}`);

let site: Web;
let admin: Person;
let internet: string;
let paths: Record<string, string>;
beforeAll(async () => {
  site = await web({ language: 'en' });
  const { router, answers, admin: ida, categories } = await believable(site.community);
  [admin, internet] = [ida, categories.internet];
  paths = {
    front: '/',
    list: '/threads',
    category: '/c/internet',
    'empty list': '/c/mobilfunk?filter=unanswered',
    tag: '/tag/k%C3%BCndigung',
    tags: '/tags',
    thread: router.path,
    comments: `/p/${answers.second.replace('pst_', '')}/comments`,
    ask: '/ask',
    suggestions: '/ask?title=Router+startet+neu',
    search: '/search?q=router',
    'nothing found': '/search?q=zzzzzz',
    'search start': '/search',
    'sign-in': '/sign-in',
    'sign-up': '/sign-up',
    rules: '/rules',
    'missing imprint': '/imprint',
    faq: '/faq',
    'knowledge base': '/kb',
    member: '/m/2',
    missing: '/t/999999/nothing',
    unknown: '/no/such/page',
  };
});
afterAll(() => site.close());

describe.each(LANGUAGES)('has nothing for axe to find, in both colour schemes, and fits a phone: %s', (language) => {
  const options = { javaScriptEnabled: true, colorScheme: 'light', viewport: { width: 360, height: 640 } } as const;

  it('for guests', async () => {
    expect(await faultsOn(await site.visitor(options), language, Object.values(paths))).toEqual([]);
  }, 60_000);

  it('for guests whom a mail led here', async () => {
    expect(await faultsOn(await site.visitor(options), language, ['/goodbye', '/reset/nothing', '/change-address/nothing', '/unsubscribe/nothing'])).toEqual([]);
  }, 60_000);

  it('for members', async () => {
    const addresses = [paths['thread']!, '/ask', '/following', '/following?kind=tag', '/bookmarks', '/settings', '/drafts', '/work', '/work?list=claimed', '/work?list=knowledge', '/work?list=deflected', '/work/asked', '/kb/new', '/kb/new?kind=faq', '/notifications', '/standing', '/m/2/standing', '/review'];
    expect(await faultsOn(await site.signedIn(admin, options), language, addresses)).toEqual([]);
  }, 60_000);

  it('for those who run it', async () => {
    expect(await faultsOn(await site.signedIn(admin, options), language, ['/admin', `/admin/categories/${internet}/fields`, '/announce', '/m/2'])).toEqual([]);
  }, 60_000);
});

const COLOURS = ['color-contrast', 'link-in-text-block'];
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
/** What a finger has to hit, too, which axe leaves out unless it is asked; disableRules would leave it out again. */
const axeWithout = (page: Page, left: string[]) =>
  axe(page).options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, ...Object.fromEntries(left.map((rule) => [rule, { enabled: false }])) } });

async function faultsOn(page: Page, language: Language, addresses: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of addresses) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(inLanguage(language, path));
    // colours cost axe the most time and are the same in every language: looked at once in each scheme, which changes nothing but them
    const { violations } = await axeWithout(page, language === 'en' ? [] : COLOURS).analyze();
    if (language === 'en') {
      await page.emulateMedia({ colorScheme: 'dark' });
      violations.push(...(await axe(page).withRules(COLOURS).analyze()).violations);
    }
    faults.push(...violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > 360) faults.push(`${path}: ${wide} wide on a phone of 360`);
    if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) faults.push(`${path}: not one h1`);
  }
  return faults;
}

it('gives guests the same bytes each time, with a validator, and tells caches so', async () => {
  for (const path of Object.values(paths)) {
    const [first, second] = await Promise.all([fetch(site.site.url + path), fetch(site.site.url + path)]);
    expect([path, await second.text()]).toEqual([path, await first.text()]);
    if (first.status !== 200) continue;
    expect(first.headers.get('cache-control')).toContain('public');
    expect(first.headers.get('vary')).toContain('Cookie');
    const again = await fetch(site.site.url + path, { headers: { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' } });
    expect([path, again.status]).toEqual([path, 304]);
  }
});

it('keeps signed-in pages out of caches', async () => {
  const page = await site.signedIn(admin);
  const response = (await page.goto(paths['thread']!))!;
  expect(response.headers()['cache-control']).toBe('private, no-store');
});

it('speaks the language of the address, and shows no key and no hole in a sentence', async () => {
  for (const language of LANGUAGES) {
    for (const path of Object.values(paths)) {
      const response = await fetch(site.site.url + inLanguage(language, path));
      const html = await response.text();
      expect([path, /<html lang="(\w+)"/.exec(html)?.[1]]).toEqual([path, language]);
      expect(html).not.toMatch(/undefined|\[object |NaN|\{\{|>#</);
      if (response.status === 200 && !html.includes('noindex')) expect(html).toContain(`hreflang="${language === 'de' ? 'en' : 'de'}"`);
    }
  }
});

it('leads from the front door to the language of the browser, or of the member, until they choose another', async () => {
  const visitor = await site.visitor({ locale: 'de-AT' });
  await visitor.goto('/');
  expect(new URL(visitor.url()).pathname).toBe('/de');
  await visitor.locator('.main-menu-language').click();
  await visitor.waitForURL(`${site.site.url}/`);
  expect(await visitor.locator('html').getAttribute('lang')).toBe('en');
  await visitor.getByRole('contentinfo').getByRole('link', { name: 'Questions and discussions' }).click();
  await visitor.waitForURL('**/threads');
  await visitor.locator('.wordmark').click();
  await visitor.waitForURL(`${site.site.url}/`);

  const member = await site.signedIn(admin, { locale: 'de-DE' }); // reads in English by choice
  await member.goto('/');
  expect(new URL(member.url()).pathname).toBe('/');

  const head = async (headers: Record<string, string>) => {
    const { status, headers: { location, vary } } = await visitor.request.get('/', { maxRedirects: 0, headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none', ...headers } }).then((response) => ({ status: response.status(), headers: response.headers() }));
    return [status, location, vary];
  };
  const vary = 'Cookie, Accept-Language, Sec-Fetch-Mode, Sec-Fetch-Site';
  expect(await head({ 'accept-language': 'de;q=0.8, fr' })).toEqual([302, '/de', vary]);
  expect(await head({ 'accept-language': 'de;q=0.8, en' })).toEqual([200, undefined, vary]);
  expect(await head({ 'accept-language': 'fr, *;q=0.5' })).toEqual([200, undefined, vary]);
  expect(await head({ 'accept-language': 'de', 'sec-fetch-site': 'same-origin' })).toEqual([200, undefined, vary]);
});

it('answers what is not there with 404, another spelling with 301, and an address that cannot be read with 400', async () => {
  const status = async (path: string) => {
    const response = await fetch(site.site.url + path, { redirect: 'manual' });
    return [response.status, response.headers.get('location')];
  };
  expect(await status('/t/1/wrong-title')).toEqual([301, paths['thread']]);
  expect(await status('/de/t/1')).toEqual([301, `/de${paths['thread']}`]);
  expect(await status('/en/threads')).toEqual([301, '/threads']);
  expect((await status('/t/1x/y'))[0]).toBe(404);
  expect((await status('/c/none'))[0]).toBe(404);
  expect((await status('/admin'))[0]).toBe(404);
  expect((await status('/threads?after=nonsense'))[0]).toBe(404);
  expect((await status('/t/%E0%A4%A/x'))[0]).toBe(400);
  expect((await status('/en//evil.example'))[1] ?? '').not.toMatch(/^\/\//);
  const tooLong = await fetch(`${site.site.url}/ask`, { method: 'POST', body: new URLSearchParams({ body: 'x'.repeat(1_200_000) }) });
  expect(tooLong.status).toBe(413);
  expect(await tooLong.text()).toContain('That is too long');
});

it('serves its style under an address that names the content, for good', async () => {
  const html = await (await fetch(site.site.url)).text();
  const path = /href="(\/assets\/[^"]+\.css)"/.exec(html)![1]!;
  const response = await fetch(site.site.url + path);
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('content-type')).toContain('text/css');
  const unknown = await fetch(`${site.site.url}/assets/other/kundig.css`); // of a look that another process knows, and this one not yet
  expect([unknown.status, unknown.headers.get('cache-control'), await unknown.text()]).toEqual([200, 'no-cache', await response.text()]);
  expect((await fetch(`${site.site.url}/assets/other/other.css`)).status).toBe(404);
});
