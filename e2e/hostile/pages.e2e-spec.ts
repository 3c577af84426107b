import { Database } from '#platform/database';
import { type Web, web } from '../web/web.fixture.js';
import { type Filled, filled, POSTS, TEXTS } from './filled.js';
import { HOSTILE } from './strings.js';
import { built, watched } from './watched.js';

let site: Web;
let full: Filled;
let adaCookie: string;
beforeAll(async () => {
  site = await web({ roles: ['api', 'web'] });
  full = await filled(site);
  adaCookie = (await site.community.member('Otto', 'admin')).sessionToken;
}, 60_000);
afterAll(() => site.close());

it('shows a hundred hostile posts a page as a page of a hundred plain ones is built', async () => {
  for (const token of [undefined, adaCookie]) {
    const { page, faults, open } = await watched(site, token);
    await open(full.twin.path);
    const plain = await built(page);
    expect(await page.locator('main .prose').count()).toBe(POSTS);
    for (const { path } of full.long) {
      await open(path);
      expect(await built(page)).toEqual(plain);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  }
}, 60_000);

it('shows hostile titles, names, tags, topics, fields and notices as what they are: text', async () => {
  const { page, faults, open } = await watched(site);
  await open('/');
  await open('/threads');
  for (let next = page.locator('a[rel="next"]'); (await next.count()) > 0; next = page.locator('a[rel="next"]')) await open((await next.first().getAttribute('href'))!);
  for (const n of full.categories.keys()) await open(`/c/topic-${n}`);
  for (const tag of full.tags) await open(`/tag/${encodeURIComponent(tag)}`);
  for (const key of full.members.slice(0, 4)) await open(`/m/${key}`);
  for (const { path } of full.threads.filter((_, n) => n % 12 === 0)) await open(path);
  expect(faults).toEqual([]);
}, 60_000);

it('gives back what was searched for, asked and wished as text', async () => {
  const { faults, open } = await watched(site);
  for (const [n, text] of TEXTS.entries()) {
    const value = encodeURIComponent(text);
    if (n % 12 === 0) await open(`/search?q=${value}&tag=${value}&category=${value}`);
    if (n % 16 === 1) await open(`/ask?title=${value}`);
    if (n % 20 === 2) await open(`/sign-in?next=${encodeURIComponent(`/${text}`)}`);
    if (n % 20 === 3) await open(`/threads?filter=${value}&fields.field-0=${value}`);
  }
  expect(faults).toEqual([]);
}, 60_000);

it('shows them to those who keep order as text, too', async () => {
  const { faults, open } = await watched(site, adaCookie);
  const thread = full.long[0]!.path.split('/')[2]!;
  const post = full.aComment.slice(4);
  for (const path of ['/admin', `/admin/categories/${full.categories[0]}/fields`, '/announce', '/work', '/work?list=claimed', '/work?list=owed', '/work?list=notices', '/work?list=gaps', '/work?list=knowledge', '/faq', '/kb', '/kb/new', ...full.entries.flatMap((entry) => [entry, `${entry}/edit`]), '/ask', '/settings', '/notifications', '/following', `/t/${thread}/close`, `/t/${thread}/move`, `/t/${thread}/split`, `/t/${thread}/merge`, `/t/${thread}/duplicate`, `/p/${post}/edit`, `/p/${post}/delete`, `/p/${post}/history`, `/m/${full.members[1]}`]) await open(path);
  expect(faults).toEqual([]);
}, 60_000);

it('runs nothing of them by the content security policy alone, where no sanitiser stood before it', async () => {
  const swallowing = /<(!--|script\/|(title|textarea|style|noscript|plaintext|xmp|template|select|meta)\b)/i; // what follows it on a page would not be there
  const raw = [...HOSTILE.script, ...HOSTILE.handlers].filter((text) => !swallowing.test(text)).join('\n');
  await site.site.app.get(Database, { strict: false }).query('update post set html = $2 where thread_id = $1 and kind = $3', [full.long[0]!.id.slice(4), raw, 'answer']);
  const { page, faults } = await watched(site, undefined, { bypassCSP: false });
  await page.goto(full.long[0]!.path, { waitUntil: 'domcontentloaded' });
  const there = await page.evaluate(() => {
    const armed = document.querySelectorAll<HTMLElement>('main [onerror], main [onload], main [onfocus], main [ontoggle]');
    for (const element of document.querySelectorAll('main *')) for (const kind of ['mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load', 'cancel', 'loadstart']) element.dispatchEvent(new Event(kind));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main [href^="javascript:"]')) link.click();
    return { armed: armed.length, scripts: document.querySelectorAll('main .prose script').length };
  });
  expect([there.armed > 100, there.scripts > 100]).toEqual([true, true]);
  expect(faults.filter((fault) => !fault.endsWith('a frame: about:srcdoc'))).toEqual([]); // such a frame inherits the policy: it shows, and runs nothing
}, 60_000);
