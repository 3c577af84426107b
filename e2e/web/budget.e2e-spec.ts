import { believable } from '../support/believable.js';
import { firstVisit } from '../support/first-visit.js';
import { type Web, web } from './web.fixture.js';

// What a first visit may cost; how long it takes is measured by `npm run bench`
const SCRIPT_BYTES = 40_000;
const STYLE_BYTES = 20_000;
const SHIFT = 0.02;

let site: Web;
let threadPath: string;
beforeAll(async () => {
  site = await web({ language: 'en' });
  const { router } = await believable(site.community);
  threadPath = router.path;
});
afterAll(() => site.close());

it.each(['front', 'list', 'thread', 'ask', 'search'])('keeps to its bytes and does not move while it loads: %s', async (name) => {
  const paths: Record<string, string> = { front: '/', list: '/threads', thread: threadPath, ask: '/ask', search: '/search?q=router' };
  const { sent, shift } = await firstVisit(site.browser, site.site.url + paths[name]!);
  expect(sent.stylesheet).toBeGreaterThan(1_000);
  expect(sent.stylesheet).toBeLessThan(STYLE_BYTES);
  expect(sent.script).toBeLessThan(SCRIPT_BYTES);
  expect(shift).toBeLessThan(SHIFT);
  if (name === 'thread') expect(sent.script).toBeGreaterThan(1_000);
});

it('sends what never changes compressed, as the reader can read it', async () => {
  const html = await (await fetch(site.site.url)).text();
  const address = site.site.url + /\/assets\/[\w-]+\/kundig\.css/.exec(html)![0];
  const plain = await (await fetch(address, { headers: { 'accept-encoding': 'identity' } })).text();
  for (const encoding of ['br', 'gzip']) {
    const response = await fetch(address, { headers: { 'accept-encoding': encoding } });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding']);
    expect(await response.text()).toBe(plain);
  }
});
