import { type Web, web } from '../web/web.fixture.js';
import { type Filled, filled, POSTS, TEXTS } from './filled.js';
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
  for (const path of ['/admin', `/admin/categories/${full.categories[0]}/fields`, '/announce', '/work', '/work?list=claimed', '/work?list=owed', '/work?list=notices', '/ask', '/settings', '/notifications', '/following', `/t/${thread}/close`, `/t/${thread}/move`, `/t/${thread}/split`, `/t/${thread}/merge`, `/t/${thread}/duplicate`, `/p/${post}/edit`, `/p/${post}/delete`, `/p/${post}/history`, `/m/${full.members[1]}`]) await open(path);
  expect(faults).toEqual([]);
}, 60_000);

it('allows no script but our own, should one get through', async () => {
  const policy = (await fetch(site.site.url)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});
