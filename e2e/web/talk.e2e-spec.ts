import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from '../support/community.js';
import { ledTo, press, type Web, web } from './web.fixture.js';

let site: Web;
let mina: Person, jo: Person;
let categoryId: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  [mina, jo] = [await site.community.member('Mina'), await site.community.member('Jo Berg', 'staff')];
  categoryId = await site.community.category('Ada', 'Internet');
  await site.community.tag('Ada', 'wlan');
});
afterAll(() => site.close());

it('starts a discussion on a phone, in words of its own, and lists the replies as they came', async () => {
  const page = await site.signedIn(mina, { viewport: { width: 360, height: 640 } });
  await page.goto('/ask');
  await page.getByLabel('Start a discussion').check();
  await page.getByLabel('What you would like to talk about').fill('How do you use the guest network?');
  await page.getByLabel('What you have to say about it').fill('We give it to the neighbours, too.');
  await page.getByLabel('Topic').selectOption({ label: 'Internet' });
  expect(await page.getByRole('button', { name: 'Post question' }).count()).toBe(0);
  await press(page.getByRole('button', { name: 'Start discussion' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('How do you use the guest network?');
  expect(await page.getByRole('main').innerText()).toContain('No reply yet');
  for (const body of ['We use it for guests alone.', 'We never use it at all.']) {
    await page.getByLabel('What you have to say about it').fill(body);
    await press(page.getByRole('button', { name: 'Post reply' }));
  }
  expect(await page.getByRole('heading', { name: '2 replies' }).count()).toBe(1);
  expect(await page.getByRole('article').allInnerTexts()).toEqual([expect.stringContaining('neighbours'), expect.stringContaining('guests alone'), expect.stringContaining('never use')]);
  expect(await page.getByRole('button', { name: 'This solved it' }).count()).toBe(0);
  await page.goto('/de/threads?filter=discussions');
  expect(await page.getByRole('listitem').filter({ hasText: 'guest network' }).innerText()).toMatch(/Diskussion[\s\S]*begann/);
});

it('shows an outage on the front page and to those who ask, until staff say that it is over', async () => {
  const page = await site.signedIn(jo);
  await page.goto('/ask');
  await press(page.getByRole('link', { name: 'Write an announcement' }));
  await page.getByLabel('The announcement in one line').fill('Outage in Bonn');
  await page.getByLabel('All there is to say').fill('A cable was cut. We are working on it.');
  await page.getByLabel('Topic').selectOption({ label: 'Internet' });
  await page.getByLabel('What it is').selectOption({ index: 2 }); // a recall that says of no product is none, and is not sent as a mere announcement
  await press(page.getByRole('button', { name: 'Announce' }));
  expect(await ledTo(page)).toBe('notice.affected');
  await page.getByLabel('Which products').fill('x');
  await page.getByLabel('Expected to be over').fill('1999-01-01T10:00');
  await press(page.getByRole('button', { name: 'Announce' }));
  expect(await ledTo(page)).toBe('notice.affected');
  await page.getByLabel('Which products').fill('Fixed network, Bonn');
  await page.getByLabel('Expected to be over').fill('');
  await press(page.getByRole('button', { name: 'Announce' }));
  const announcement = page.url();
  const guest = await site.visitor({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
  for (const path of ['/', '/de/ask']) {
    await guest.goto(path);
    expect(await guest.getByRole('region', { name: path === '/' ? 'Known problems right now' : 'Zurzeit gestört' }).innerText()).toContain('Fixed network, Bonn');
    expect((await new AxeBuilder({ page: guest }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    expect(await guest.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  }
  await guest.goto(announcement);
  expect(await guest.getByRole('link', { name: 'It is over' }).count()).toBe(0);
  await page.goto(announcement);
  await press(page.getByRole('link', { name: 'It is over' }));
  await press(page.getByRole('button', { name: 'Yes, it is over' }));
  expect(await page.getByRole('complementary').innerText()).toContain('This is over');
  await guest.goto('/');
  expect(await guest.getByRole('main').innerText()).not.toContain('Out of order');
});

it('shows outages in the language of the page, and those in the other one behind a click', async () => {
  const notice = { affected: 'Köln' };
  await site.community.does('Jo Berg', 'announce thread { id }', { categoryId, notice, title: 'Störung in Köln: kein Telefon', body: 'Seit heute Morgen ist ein Kabel durchtrennt, wir arbeiten daran.' });
  const page = await site.visitor();
  await page.goto('/');
  const region = page.getByRole('region', { name: 'Known problems right now' });
  expect(await region.getByRole('link', { name: 'Störung in Köln' }).isVisible()).toBe(true); // nothing is told in English
  await site.community.does('Jo Berg', 'announce thread { id }', { categoryId, notice, title: 'Outage in Cologne: no telephone', body: 'A cable was cut this morning, and we are working on it.' });
  await page.goto('/');
  expect(await region.getByRole('link').allInnerTexts()).toEqual(['Outage in Cologne: no telephone']);
  await region.getByText('One notice in German').click();
  expect(await region.getByRole('link', { name: 'Störung in Köln' }).getAttribute('lang')).toBe('de');
  await page.goto('/de');
  expect(await page.getByRole('region', { name: 'Zurzeit gestört' }).getByRole('link').allInnerTexts()).toEqual(['Störung in Köln: kein Telefon']);
});

it('knows no page for a tag that is none, nor for an announcement by those who are no staff', async () => {
  expect((await fetch(`${site.site.url}/tag/nix`)).status).toBe(404);
  expect((await fetch(`${site.site.url}/tag/wlan`)).status).toBe(200);
  const page = await site.signedIn(mina);
  expect((await page.goto('/announce'))!.status()).toBe(404);
});

it('begins the lists of the front page with what is in the language of the page', async () => {
  await site.community.does('Jo Berg', 'askQuestion thread { id }', { categoryId, title: 'Warum ist das Internet abends so langsam?', body: 'Seit einer Woche ist es jeden Abend so, am Morgen geht es wieder.' });
  await site.community.does('Jo Berg', 'askQuestion thread { id }', { categoryId, title: 'Why is the connection slow in the evening?', body: 'It has been like this every evening for a week, and is fine again in the morning.' });
  const page = await site.visitor();
  for (const [path, list, first] of [['/', 'Waiting for an answer', 'Why is the connection slow'], ['/', 'Latest activity', 'Why is the connection slow'], ['/de', 'Noch ohne Antwort', 'Warum ist das Internet'], ['/de', 'Zuletzt aktiv', 'Warum ist das Internet']] as const) {
    await page.goto(path);
    const shown = await page.getByRole('region', { name: list }).getByRole('heading', { level: 3 }).allInnerTexts();
    expect([path, list, shown[0], shown.length > 1]).toEqual([path, list, expect.stringContaining(first), true]);
  }
});
