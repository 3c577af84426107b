import sharp from 'sharp';
import { freePort } from '../start/program.fixture.js';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

// pages at 127.0.0.1, files at localhost: two origins on one port, since a name is enough to tell them apart
let site: Web;
let origin: string;
let mina: Person;
let question: { id: string; path: string };
let picture: Buffer;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  site = await web({ port, filesOrigin: origin });
  await site.community.member('Ada', 'admin');
  mina = await site.community.member('Mina');
  question = await site.community.asks('Ada', await site.community.category('Ada', 'Internet'), 'What does the red light mean?', 'It is on since this morning.');
  picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#2a6' } }).png().toBuffer();
});
afterAll(() => site.close());

const isLoaded = (image: unknown) => (image as { naturalWidth: number }).naturalWidth > 0;

it('shows pictures and saves files from their own origin, to which no session goes', async () => {
  const page = await site.signedIn(mina);
  const sent: { url: string; cookie: string | undefined }[] = [];
  page.context().on('requestfinished', (request) => void request.allHeaders().then(({ cookie }) => sent.push({ url: request.url(), cookie })));
  await page.goto(question.path);
  await page.getByLabel('What helps').fill('Look at this lamp:');
  await page.locator('#answer-files').setInputFiles([{ name: 'lamp.png', mimeType: 'image/png', buffer: picture }, { name: 'router.log', mimeType: 'text/plain', buffer: Buffer.from('all is well') }]);
  await press(page.getByRole('button', { name: 'Preview' }));
  await page.waitForLoadState('load');
  expect(await page.getByRole('img', { name: 'lamp.png' }).evaluate(isLoaded)).toBe(true); // nobody else sees it yet: by a ticket
  await press(page.getByRole('button', { name: 'Post answer' }));

  const guest = await site.visitor();
  const image = guest.getByRole('img', { name: 'lamp.png' });
  const [loaded] = await Promise.all([guest.waitForResponse((response) => response.url().startsWith(origin)), guest.goto(question.path).then(() => image.scrollIntoViewIfNeeded())]);
  expect([loaded.status(), loaded.headers()['content-disposition']?.split(';')[0], loaded.headers()['set-cookie']]).toEqual([200, 'inline', undefined]);
  await loaded.finished();
  await image.evaluate((shown) => (shown as unknown as { decode(): Promise<void> }).decode()); // fails where the page's own rules kept it out
  const [download] = await Promise.all([guest.waitForEvent('download'), guest.getByRole('link', { name: 'router.log' }).click()]);
  expect([new URL(download.url()).origin, download.suggestedFilename()]).toEqual([origin, 'router.log']);

  const there = sent.filter(({ url }) => url.startsWith(origin));
  expect(there.length).toBeGreaterThan(0);
  expect(there.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
  expect(sent.some(({ url, cookie }) => !url.startsWith(origin) && cookie?.includes('kundig='))).toBe(true);
});

it('serves nothing but files there, and those that are not everybody’s to a ticket alone', async () => {
  const cookie = `kundig=${mina.sessionToken}`;
  const form = new FormData();
  form.set('file', new Blob([picture as never]), 'own.png');
  const taken = (await (await fetch(`${site.site.url}/files`, { method: 'POST', body: form, headers: { cookie } })).json()) as { path: string };
  const led = await fetch(site.site.url + taken.path, { headers: { cookie }, redirect: 'manual' });
  expect([led.status, led.headers.get('cache-control')]).toEqual([302, 'private, no-store']);
  const ticket = new URL(led.headers.get('location')!);
  expect(ticket.origin).toBe(origin);
  const answered = await fetch(ticket);
  expect([answered.status, answered.headers.get('cross-origin-resource-policy'), answered.headers.get('set-cookie')]).toEqual([200, 'cross-origin', null]);
  expect((await fetch(origin + taken.path, { headers: { cookie } })).status).toBe(404); // a session counts for nothing there
  ticket.searchParams.set('ticket', ticket.searchParams.get('ticket')!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
  expect((await fetch(ticket)).status).toBe(404);

  for (const path of ['/', question.path, '/en/sign-in', '/health', '/assets/site.css', '/auth/session', '/files', '/admin']) {
    const response = await fetch(origin + path, { headers: { cookie } });
    expect([path, response.status, await response.text()]).toEqual([path, 404, 'There are only files here.']);
  }
  for (const [path, body] of [['/graphql', '{"query":"{ viewer { role } }"}'], ['/auth/sign-in', '{}'], ['/files', ''], [taken.path, '']] as const) {
    const response = await fetch(origin + path, { method: 'POST', body, headers: { cookie, 'content-type': 'application/json' } });
    expect([path, response.status]).toEqual([path, 404]);
  }
});
