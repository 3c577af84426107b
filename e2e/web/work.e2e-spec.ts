import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import { GapCollector } from '#knowledge';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let ben: Person, jo: Person;
let internet: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  await site.community.member('Mina');
  [ben, jo] = [await site.community.member('Ben'), await site.community.member('Jo Berg', 'staff')];
  internet = await site.community.category('Ada', 'Internet');
  await site.community.category('Ada', 'Mobile');
});
afterAll(() => site.close());

const asked = async (title: string) => (await site.community.does<{ thread: { id: string; path: string } }>('Mina', 'askQuestion thread { id path }', { title, body: 'It does so every night at two.', categoryId: internet })).thread;

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  return [...violations.map(({ id, nodes }) => `${id} ${nodes[0]!.target.join(' ')}`), ...(wide > 360 ? [`${wide} wide`] : [])];
}

it('leads a helper from following a topic to what is unanswered in it, and tells others who is on it', async () => {
  const thread = await asked('Why does the router restart?');
  const page = await site.signedIn(ben, PHONE);
  await page.goto('/');
  await page.locator('.main-menu summary').click();
  await press(page.locator('.main-menu').getByRole('link', { name: 'My work' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('My work');
  await press(page.getByRole('listitem').filter({ hasText: 'Internet' }).getByRole('button', { name: 'Follow' }).first());
  expect(await page.getByRole('heading', { name: 'Follow topics' }).count()).toBe(0);
  await press(page.getByRole('button', { name: 'I am on it' }));
  expect(await page.getByRole('main').innerText()).toContain('You are on it');
  const other = await site.signedIn(jo, PHONE);
  await other.goto(thread.path);
  expect(await other.getByRole('complementary').innerText()).toContain('Ben is on it');
  expect(await other.getByRole('button', { name: 'I am on it' }).count()).toBe(0);
  const guest = await site.visitor();
  await guest.goto(`/de${thread.path}`);
  expect(await guest.getByRole('complementary').innerText()).toContain('Ben kümmert sich');
  await press(page.getByRole('link', { name: 'You are on it 1' }));
  await press(page.getByRole('button', { name: 'Give it back' }));
  expect(await page.getByRole('main').innerText()).toContain('You have not taken on a question right now');
  await other.reload();
  await press(other.getByRole('button', { name: 'I am on it' }));
  expect(await other.locator('.notice-done').innerText()).toBe('You are on it: others see that for ten minutes, and it stands on “My work”.');
  await press(other.getByRole('button', { name: 'Give it back' }));
  expect(await other.locator('.notice-done').innerText()).toBe('Given back: others are asked for help again.');
});

it('shows what waits for a word, and staff what is overdue, on a phone, in German, and nothing to guests', async () => {
  const thread = await asked('Why is the light red?');
  const answer = await site.community.answers('Ben', thread.id, 'It has lost the line.');
  await site.community.does('Mina', 'comment', { postId: answer, body: 'And what do I do then?' });
  const page = await site.signedIn(ben, { ...PHONE, javaScriptEnabled: true });
  await page.goto('/de/work?list=owed');
  expect(await page.getByRole('main').innerText()).toMatch(/Rückfragen an Sie\s*1[\s\S]*Why is the light red\?[\s\S]*Ein Kommentar für Sie/);
  expect(await page.getByRole('link', { name: /Überfällige/ }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  const count = () => page.getByRole('link', { name: /Rückfragen an Sie/ }).innerText();
  await press(page.getByRole('button', { name: 'Braucht kein Wort von mir' }));
  expect([await count(), await page.getByRole('status').innerText(), await page.getByRole('main').innerText(), await faults(page)])
    .toEqual([expect.stringMatching(/0$/), expect.stringContaining('Das wartet nicht mehr auf Sie.'), expect.stringContaining('Niemand wartet'), []]);
  await press(page.getByRole('button', { name: 'Doch antworten' }));
  expect([await count(), await page.getByText('Das wartet nicht mehr').count()]).toEqual([expect.stringMatching(/1$/), 0]);
  const staff = await site.signedIn(jo, { ...PHONE, javaScriptEnabled: true });
  for (const list of ['unanswered', 'claimed', 'owed', 'notices']) {
    await staff.goto(`/de/work?list=${list}`);
    expect([list, await faults(staff)]).toEqual([list, []]);
  }
  expect(await staff.getByRole('main').innerText()).toContain('Keine Meldung ist überfällig.');
  expect([await staff.getByRole('link', { name: 'Störung oder Ankündigung melden' }).count(), await page.getByRole('link', { name: 'Störung oder Ankündigung melden' }).count()]).toEqual([1, 0]);
  await site.community.does('Jo Berg', 'announce', { title: 'Outage in Bonn', body: 'A cable was cut. We are on it.', categoryId: internet, notice: { affected: 'Fixed network', expectedEndAt: new Date(Date.now() + 3_600_000).toISOString() } });
  await site.site.app.get(Database, { strict: false }).query(`update service_notice set expected_end_at = now() - interval '1 minute'`);
  await staff.reload();
  expect(await staff.getByRole('main').innerText()).toMatch(/Überfällige Meldungen\s*1[\s\S]*Outage in Bonn[\s\S]*noch nichts Neues/);
  const guest = await site.visitor();
  await guest.goto('/work');
  expect(guest.url()).toContain('/sign-in?next=');
});

it('lists for staff what people searched for in vain, most missed first, with what comes nearest and what can be done', async () => {
  const words = 'Wie lerne ich mit dem Erdferkel die große Oper zu singen?';
  const guest = await site.visitor(PHONE);
  for (let times = 0; times < 2; times += 1) {
    await guest.goto(`/de/search?q=${encodeURIComponent(words)}`);
    expect(await guest.getByRole('main').innerText()).toContain('Nichts gefunden');
  }
  await site.site.app.get(GapCollector, { strict: false }).flush();
  const staff = await site.signedIn(jo, { ...PHONE, javaScriptEnabled: true });
  await staff.goto('/de/work?list=gaps');
  expect(await staff.getByRole('main').innerText()).toMatch(/Was fehlt\s*1[\s\S]*Erdferkel[\s\S]*2-mal gesucht\s*zuletzt[\s\S]*Nichts kommt dem nahe/);
  expect(await faults(staff)).toEqual([]);
  await press(staff.getByRole('link', { name: 'Die Community fragen' }));
  expect(await staff.locator('#title').inputValue()).toBe(words);
  await staff.goto('/de/work?list=gaps');
  await press(staff.getByRole('button', { name: 'Erledigt' }));
  expect(await staff.getByRole('main').innerText()).toMatch(/Was fehlt\s*0[\s\S]*Wer gesucht hat, hat etwas gefunden/);
  const open = await asked('Why does the doorbell ring silently?');
  await site.site.app.get(Database, { strict: false }).query('insert into gap_question (thread_id, group_id) values ($1, 1)', [open.id.slice(4)]);
  await staff.goto('/de/work?list=gaps');
  expect(await staff.getByRole('main').innerText()).toMatch(/doorbell[\s\S]*1 Person hat diese Frage/);
  expect(await faults(staff)).toEqual([]);
  await press(staff.getByRole('listitem').getByRole('link', { name: 'Why does the doorbell ring silently?' }));
  expect(staff.url()).toContain(open.path);
  await staff.goto('/de/work?list=gaps');
  await press(staff.getByRole('button', { name: 'Erledigt' }));
  expect(await staff.getByRole('main').innerText()).toContain('wer gefragt hat, hat eine Antwort');
  const helper = await site.signedIn(ben, PHONE);
  await helper.goto('/de/work?list=gaps');
  expect([await helper.getByRole('link', { name: /Was fehlt/ }).count(), await helper.getByRole('heading', { level: 1 }).innerText()]).toEqual([0, 'Für Sie zu tun']);
});
