import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { ledTo, press, type Web, web } from './web.fixture.js';

const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let mina: Person, jo: Person;
let internet: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  [mina, jo] = [await site.community.member('Mina'), await site.community.member('Jo Berg', 'staff')];
  internet = await site.community.category('Ada', 'Internet');
  await site.community.category('Ada', 'Mobile');
});
afterAll(() => site.close());

async function announced(title: string, notice: object = {}): Promise<{ id: string; path: string }> {
  const { thread } = await site.community.does<{ thread: { id: string; path: string } }>('Jo Berg', 'announce thread { id path }', { title, body: 'A cable was cut. We are working on it.', categoryId: internet, notice: { affected: 'Fixed network', ...notice } });
  return thread;
}
const ends = (threadId: string) => site.community.does('Jo Berg', 'endNotice', { threadId });
const sound = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]!.target.join(' ')}`);

it('asks whether it is this before a question about it is sent, and one press follows it instead', async () => {
  const outage = await announced('Outage of the fixed network in Bonn', { regions: ['Bonn'], expectedEndAt: new Date(Date.now() + 7_200_000).toISOString() });
  const page = await site.signedIn(mina, PHONE);
  await page.goto('/ask');
  expect(await page.getByRole('region', { name: 'Known problems right now' }).innerText()).toMatch(/Outage[\s\S]*It is being looked into, since[\s\S]*expected until/);
  const asks = async (title: string) => {
    await page.getByLabel('Your question in one line').fill(title);
    await page.locator('textarea[name=body]').fill('Since this morning nothing works.');
    await page.locator('select[name=categoryId]').selectOption({ label: 'Internet' });
    await press(page.getByRole('button', { name: 'Post question' }));
  };
  await asks('Nothing works at all since today');
  const match = page.getByRole('alert');
  expect(await match.innerText()).toMatch(/Is it this\?[\s\S]*has not been sent[\s\S]*Fixed network/);
  expect(await page.locator('textarea[name=body]').inputValue()).toContain('Since this morning');
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  await page.getByLabel('Your question in one line').fill('How do I cook potatoes?');
  await page.locator('textarea[name=body]').fill('They stay hard.');
  await page.locator('select[name=categoryId]').selectOption({ label: 'Please choose' });
  await press(page.getByRole('button', { name: 'Preview' }));
  expect(await page.getByRole('main').innerText()).not.toContain('Is it this?');
  await asks('Nothing works at all since today'); // it was shown once: now it is sent
  expect([await page.getByRole('heading', { level: 1 }).innerText(), await page.locator('.notice-done').innerText()]).toEqual(['Nothing works at all since today', 'It is published. As soon as somebody answers, you are told here and, if you get mails, by mail.']);
  expect([await page.locator('.act-off').count(), await page.getByLabel('What helps, step by step').isVisible()]).toEqual([0, false]); // nothing that is not theirs to press
  await page.getByText('Answer it yourself').click();
  expect(await page.getByLabel('What helps, step by step').isVisible()).toBe(true);
  const typing = await (await fetch(`${site.site.url}/ask/suggestions`, { method: 'POST', body: new URLSearchParams({ text: 'No telephone in Bonn' }) })).text(); // what a script shows while somebody types
  expect(/<section class="suggestions"[\s\S]*<\/section>/.exec(typing)![0]).toMatch(/Outage of the fixed network in Bonn[\s\S]*It is being looked into/);
  await page.goto('/ask?title=No+telephone+in+Bonn');
  await press(page.getByRole('button', { name: 'This is my problem' }));
  expect(page.url()).toContain(outage.path);
  expect(await page.locator('.notice-done').innerText()).toBe('You follow this now: you are told what is new.');
  expect(await page.getByRole('complementary').innerText()).toMatch(/Affected: Fixed network[\s\S]*Regions: Bonn/);
  expect(await page.locator('#thread-acts').getByRole('button', { name: 'You follow this' }).count()).toBe(1);
  for (const path of ['/c/internet', '/search?q=bonn']) {
    await page.goto(path);
    expect([path, await page.getByRole('main').innerText()]).toEqual([path, expect.stringContaining('Outage of the fixed network in Bonn')]);
  }
  const another = await announced('Letters come late');
  await page.goto('/de/ask?title=No+telephone+in+Bonn');
  expect([await page.getByRole('heading', { level: 2 }).first().innerText(), await page.locator('.service-notices details').innerText()]).toEqual(['Ist es das?', 'Eine Meldung auf Englisch']);
  await page.goto('/ask');
  await page.getByLabel('Your question in one line').fill('No telephone in Bonn');
  await page.locator('textarea[name=body]').fill('Call me: 0171 2345678');
  await page.locator('select[name=categoryId]').selectOption({ label: 'Internet' });
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining('Is it this?'), expect.stringContaining('0171')]); // in one go
  await ends(another.id);
  await page.goto('/c/mobile');
  expect(await page.getByRole('main').innerText()).not.toContain('Outage');
  await ends(outage.id);
  await page.goto('/ask?title=No+telephone+in+Bonn');
  expect(await page.getByRole('main').innerText()).not.toContain('Is it this?');
});

it('tells how far it has come, until it is over and each says whether it works again', async () => {
  const outage = await announced('Television without sound');
  const staff = await site.signedIn(jo);
  await staff.goto(outage.path);
  await press(staff.getByRole('link', { name: 'Post an update' }));
  await staff.getByLabel('How far it has come').selectOption({ label: 'The cause is found' });
  await press(staff.getByRole('button', { name: 'Post it' }));
  expect(await ledTo(staff)).toBe('text');
  await staff.getByLabel('What there is to say').fill('A server lost its sound.');
  await staff.getByLabel('Regions').fill('Bonn, Köln');
  expect(await sound(await checked(staff))).toEqual([]);
  await press(staff.getByRole('button', { name: 'Post it' }));
  expect(await staff.locator('.notice-done').innerText()).toBe('Posted: whoever follows it is told now.');
  expect(await staff.getByRole('complementary').innerText()).toMatch(/The cause is found[\s\S]*Regions: Bonn, Köln[\s\S]*A server lost its sound\.[\s\S]*It is being looked into/);
  await site.community.does('Mina', 'sameProblem', { threadId: outage.id, same: true });
  await press(staff.getByRole('link', { name: 'It is over' }));
  expect(await staff.getByRole('main').innerText()).toMatch(/Is it over\?[\s\S]*One person is told at once[\s\S]*It is over: Television without sound/);
  expect(await sound(await checked(staff))).toEqual([]);
  await press(staff.getByRole('button', { name: 'Yes, tell one person' }));
  expect(await staff.locator('.notice-done').innerText()).toBe('It is over: whoever follows it is told now.');
  expect(await staff.getByRole('complementary').innerText()).toMatch(/This is over\s+from \d+ Nov, [\d:]+ until \d+ Nov, [\d:]+/);
  const page = await site.signedIn(mina, PHONE);
  await page.goto(`/de${outage.path}`);
  await press(page.getByRole('button', { name: 'Es geht wieder' }));
  expect(await page.getByRole('complementary').innerText()).toContain('Bei einer Person geht es wieder.');
  await press(page.getByRole('button', { name: 'Bei mir noch nicht' }));
  expect(await page.locator('input[name=title]').inputValue()).toBe('Noch nicht behoben: Television without sound');
  expect(await page.locator('textarea[name=body]').inputValue()).toContain(outage.path);
  expect(await page.locator('select[name=categoryId]').inputValue()).toBe(internet);
  await page.goto(`/de${outage.path}`);
  expect(await page.getByRole('complementary').innerText()).toContain('Bei einer Person geht es noch nicht.');
  const guest = await site.visitor({ ...PHONE, javaScriptEnabled: true });
  await guest.goto(`/de${outage.path}`);
  expect(await guest.getByRole('link', { name: 'Es geht wieder' }).getAttribute('href')).toContain('/sign-in?next=');
  expect(await sound(guest)).toEqual([]);
  expect(await guest.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
});

it('lists the questions that are duplicates of it, the newest few on its own page, all of them page by page, in the language of the reader', async () => {
  const outage = await announced('Lines to the south are down');
  const titles = Array.from({ length: 22 }, (_, n) => `Why is my line number ${n + 1} down?`);
  const duplicates = async (asked: readonly string[]) => {
    for (const title of asked) await site.community.does('Jo Berg', 'markDuplicate', { threadId: (await site.community.asks('Mina', internet, title, 'Nothing works here since today.')).id, ofId: outage.id });
  };
  const guest = await site.visitor(PHONE);
  const shown = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  await guest.goto(`/de${outage.path}?attached=1`);
  expect(await guest.getByRole('main').innerText()).toContain('Zu dieser Meldung gibt es keine Fragen.');
  await duplicates(titles.slice(0, 2));
  await guest.goto(`/de${outage.path}`);
  const few = guest.getByRole('region', { name: 'Fragen dazu' });
  expect([await few.getByRole('listitem').allInnerTexts(), await few.getByRole('link', { name: 'Alle Fragen dazu' }).count()]).toEqual([[titles[1], titles[0]], 0]);
  await duplicates(titles.slice(2));
  const newest = titles.toReversed();
  await guest.reload();
  expect(await few.getByRole('listitem').allInnerTexts()).toEqual(newest.slice(0, 3));
  await press(few.getByRole('link', { name: 'Alle Fragen dazu' }));
  expect([await guest.getByRole('heading', { level: 1 }).innerText(), await shown(guest)]).toEqual(['Fragen zu dieser Meldung', newest.slice(0, 20)]);
  expect(await guest.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  await press(guest.getByRole('link', { name: 'Weiter' }));
  expect(await shown(guest)).toEqual(newest.slice(20));
  await press(guest.getByRole('link', { name: 'Zurück', exact: true }));
  expect(await shown(guest)).toEqual(newest.slice(0, 20));
  await press(guest.getByRole('link', { name: 'Letzte' }));
  await press(guest.getByRole('link', { name: 'Erste' }));
  expect(await shown(guest)).toEqual(newest.slice(0, 20));
  const scripts = await site.visitor({ ...PHONE, javaScriptEnabled: true });
  await scripts.goto(`/de${outage.path}?attached=1`);
  expect(await sound(scripts)).toEqual([]);
  const answer = await fetch(`${site.site.url}${outage.path}?attached=1`);
  expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([expect.any(String), expect.stringContaining('public')]);
  const plain = await site.community.asks('Mina', internet, 'Is there a page for what is no notice?', 'I would not think so.');
  await guest.goto(`/t/${plain.id.slice(4)}?attached=1`);
  expect(await guest.getByRole('heading', { level: 1 }).innerText()).toBe('Is there a page for what is no notice?');
  await ends(outage.id);
});

it('is offered to whoever marks a question as a duplicate', async () => {
  const outage = await announced('No calls from Kiel');
  const { id } = await site.community.asks('Mina', internet, 'Why can nobody call me?', 'It does not even ring.');
  const staff = await site.signedIn(jo, PHONE);
  await staff.goto(`/de/t/${id.slice(4)}/duplicate`);
  await press(staff.getByRole('region', { name: 'Oder gehört sie zu einer dieser Meldungen?' }).getByRole('link', { name: 'No calls from Kiel' }));
  expect(await staff.getByRole('region', { name: 'Das wird geschehen' }).innerText()).toContain('folgt auch der Meldung und erfährt, wenn es vorbei ist');
  expect(await sound(await checked(staff))).toEqual([]);
  await press(staff.getByRole('button', { name: 'Als Duplikat kennzeichnen' }));
  await staff.goto(outage.path);
  expect(await staff.getByRole('region', { name: 'Questions about it' }).innerText()).toContain('Why can nobody call me?');
  await ends(outage.id);
  const later = await site.community.asks('Mina', internet, 'Why could nobody call me?', 'It did not even ring.');
  await staff.goto(`/de/t/${later.id.slice(4)}/duplicate?target=${outage.id.slice(4)}`);
  expect(await staff.getByRole('region', { name: 'Das wird geschehen' }).innerText()).toContain('Wer hier folgt, folgt auch der anderen.');
});

it('changes nothing from an older form until whoever sends it has heard that there is an update, and keeps what they typed', async () => {
  const outage = await announced('Voicemail answers late');
  const page = await site.signedIn(jo, PHONE);
  await page.goto(`/de/t/${outage.id.slice(4)}/notice`);
  await site.community.does('Jo Berg', 'updateNotice', { threadId: outage.id, state: 'found', text: 'A disk is full.', affected: 'Voicemail and fax' });
  await page.locator('input[name=text]').fill('Wir sehen nach.');
  await press(page.locator('main form button[type=submit]'));
  expect(await page.getByRole('alert').innerText()).toContain('Während Sie schrieben, wurde das geändert.');
  expect(await page.locator('input[name=text]').inputValue()).toBe('Wir sehen nach.');
  const told = async () => (await (await fetch(site.site.url + outage.path)).text()).includes('Voicemail and fax');
  expect(await told()).toBe(true);
  await press(page.locator('main form button[type=submit]'));
  expect([new URL(page.url()).pathname.endsWith(outage.path), await told()]).toEqual([true, false]);
  await ends(outage.id);
});

it('waits for staff whose session has ended while they wrote', async () => {
  const outage = await announced('Mails arrive twice');
  const page = await site.signedIn(jo, { ...PHONE, javaScriptEnabled: true });
  await page.goto(`/de/t/${outage.id.slice(4)}/notice`);
  await page.locator('input[name=text]').fill('Ein Zähler lief doppelt.');
  await page.context().clearCookies();
  await press(page.locator('main form button[type=submit]').first());
  expect([await page.getByRole('heading', { level: 1 }).innerText(), await page.getByRole('link', { name: 'In einem anderen Tab anmelden' }).getAttribute('target')]).toEqual(['Sie sind nicht mehr angemeldet', '_blank']);
  expect(await sound(page)).toEqual([]);
  await page.context().addCookies([{ name: 'kundig', value: jo.sessionToken, url: site.site.url }]);
  await press(page.getByRole('button', { name: 'Noch einmal abschicken' }));
  expect(await page.getByRole('complementary').innerText()).toContain('Ein Zähler lief doppelt.');
  await ends(outage.id);
});

it('keeps the page for updates from everybody but staff, and from what is no notice', async () => {
  const outage = await announced('Portal is slow in the evening');
  const path = `/t/${outage.id.slice(4)}/notice`;
  const page = await site.signedIn(mina);
  expect((await page.goto(path))!.status()).toBe(404);
  expect((await fetch(site.site.url + path)).status).toBe(404);
  const plain = await site.community.asks('Mina', internet, 'Is the portal slow for you, too?', 'Every evening since Monday.');
  const staff = await site.signedIn(jo);
  expect([(await staff.goto(path))!.status(), (await staff.goto(`/t/${plain.id.slice(4)}/notice`))!.status()]).toEqual([200, 404]);
  await ends(outage.id);
});

/** The same page with scripts, which axe needs. */
async function checked(page: Page): Promise<Page> {
  const other = await site.signedIn(jo, { javaScriptEnabled: true, ...PHONE });
  await other.goto(page.url());
  return other;
}
