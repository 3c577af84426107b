import { ReadingCollector } from '#forum';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let path: string;
beforeAll(async () => {
  site = await web({ language: 'en' });
  await site.community.member('Ada', 'admin');
  await site.community.tag('Ada', 'firmware');
  const category = await site.community.category('Ada', 'Router');
  const question = await site.community.asks('Ada', category, 'Why does the router restart?', 'It does so at night.', ['firmware']);
  await site.community.answers('Ada', question.id, 'Choose channel 36 by hand.');
  path = question.path;
});
afterAll(() => site.close());

it('follows a question, its topic, its tag and its author, and keeps an answer: on a phone, in German, with scripts off', async () => {
  const page = await site.signedIn(await site.community.member('Mina'), { viewport: { width: 360, height: 640 } });
  await page.goto('/de/following');
  expect(await page.getByText('Sie folgen noch keiner Frage').isVisible()).toBe(true);
  for (const address of [path, '/c/router', '/tag/firmware', '/m/1']) {
    await page.goto(`/de${address}`);
    await press(page.getByRole('button', { name: 'Folgen', exact: true }));
    expect(new URL(page.url()).pathname).toBe(`/de${address}`);
    expect(await page.getByRole('button', { name: 'nicht mehr folgen' }).isVisible()).toBe(true);
  }
  await page.goto('/de/following');
  expect(await page.getByRole('link', { name: 'Why does the router restart?' }).isVisible()).toBe(true);
  for (const [tab, name] of [['Themen', 'Router'], ['Schlagwörter', 'firmware'], ['Personen', 'Ada']] as const) {
    await press(page.getByRole('navigation', { name: 'Anzeigen' }).getByRole('link', { name: tab }));
    expect(await page.getByRole('main').getByRole('link', { name, exact: true }).isVisible()).toBe(true);
    await press(page.getByRole('button', { name: 'nicht mehr folgen' }));
    expect(await page.getByText('Sie folgen noch').isVisible()).toBe(true);
  }
  await page.goto(`/de${path}`);
  await press(page.getByRole('article').last().getByRole('button', { name: 'Merken' }));
  await page.goto('/de/bookmarks');
  expect(await page.getByText('Choose channel 36').isVisible()).toBe(true);
  await press(page.getByRole('button', { name: 'Lesezeichen entfernen' }));
  expect(await page.getByText('Hier ist noch nichts').isVisible()).toBe(true);
}, 60_000);

it('leads guests to sign in and back, and shows them no button', async () => {
  const page = await site.visitor();
  await page.goto('/bookmarks');
  expect(page.url()).toContain('/sign-in?next=%2Fbookmarks');
  await page.goto(path);
  expect(await page.getByRole('button', { name: 'Follow' }).count()).toBe(0);
});

it('says what is unread, and leads to the first of it', async () => {
  const page = await site.signedIn(await site.community.member('Tom'));
  await page.goto(path);
  await site.site.app.get(ReadingCollector, { strict: false }).flush();
  await page.goto('/threads');
  expect(await page.locator('.badge-unread').count()).toBe(0);
  const threadId = `thr_${path.split('/')[2]}`;
  await site.community.answers('Ada', threadId, 'Or restart it by hand.');
  await page.reload();
  expect(await page.locator('.badge-unread').innerText()).toBe('1 unread');
  await page.goto(path);
  await press(page.getByRole('link', { name: 'To the first unread post' }));
  expect(await page.locator(':target').innerText()).toContain('Or restart it by hand.');
  await site.site.app.get(ReadingCollector, { strict: false }).flush();
  await page.goto('/threads');
  expect(await page.locator('.badge-unread').count()).toBe(0);
});
