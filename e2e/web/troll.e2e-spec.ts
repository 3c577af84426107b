import type { Page } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const RUDE = 'Wer so fragt, ist selbst schuld, ihr Trottel.';
const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let rudi: Person, mina: Person, jo: Person, kim: Person;
let thread: { id: string; path: string };
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  await community.member('Ada');
  rudi = await community.member('Rudi');
  await db().query(`update member set language = 'de' where name = 'Rudi'`);
  mina = await community.member('Mina', 'super_user', 4);
  [jo, kim] = [await community.member('Jo', 'staff'), await community.member('Kim', 'staff')];
  const category = await community.category('Root', 'Internet');
  thread = await community.asks('Ada', category, 'Warum startet der Router jede Nacht neu?', 'Immer gegen zwei Uhr.');
});
afterAll(() => site.close());

const text = (page: Page) => page.getByRole('main').innerText();
/** A mutation by a program that has their session; what it is refused with. */
const refused = async (page: Page, mutation: string, input: string) => {
  const reply = await page.request.post('/graphql', { data: { query: `mutation { done: ${mutation}(input: { ${input} }) { problem { code message ... on NotAllowed { reason } } } }` } });
  return ((await reply.json()) as { data: { done: { problem: { code: string; reason: string } } } }).data.done.problem;
};
const rudisKey = async () => (await db().one<{ id: string }>(`select id from member where name = 'Rudi'`))!.id;

it('comes to a notice and a silence, each of which says what, why, until when, and how to appeal', async () => {
  const post = await site.community.answers('Rudi', thread.id, RUDE);
  await site.community.does('Ada', 'flagPost', { postId: post, reason: 'offensive' });
  const page = await site.signedIn(mina, { javaScriptEnabled: true });
  await page.goto('/review');
  await press(page.getByRole('button', { name: 'Begin with the first' }));
  await press(page.getByRole('link', { name: 'Notice or pause for the author' }));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.getByText('Suspension for').count()).toBe(0); // that is for the team
  expect(await page.getByRole('radio', { name: 'Notice: they are told not to go on next step' }).isChecked()).toBe(true);
  await page.getByLabel('What they should know besides').fill('Bitte sachlich bleiben.');
  await press(page.getByRole('button', { name: 'Decide' }));
  expect([await text(page), await page.getByLabel('What they should know besides').inputValue()]).toEqual([expect.stringContaining('Choose what is wrong with it.'), 'Bitte sachlich bleiben.']);
  await page.getByLabel('Why', { exact: true }).selectOption('Offensive');
  await press(page.getByRole('button', { name: 'Decide' }));
  expect(await text(page)).toMatch(/It is decided, and they are told[\s\S]*Offensive: Bitte sachlich bleiben/);
  await page.getByRole('radio', { name: /Silence for 24 hours.*next step/ }).check();
  await page.getByLabel('Why', { exact: true }).selectOption('Offensive');
  await press(page.getByRole('button', { name: 'Decide' }));
  expect(await text(page)).toContain('holds now');

  await site.caughtUp();
  const own = await site.signedIn(rudi, PHONE);
  await own.goto('/de/notifications');
  expect(await text(own)).toMatch(/Sie dürfen 24 Stunden lang nicht öffentlich schreiben[\s\S]*Sie werden gebeten, so nicht weiterzumachen/);
  await press(own.getByRole('link', { name: 'Lesen und widersprechen' }).first());
  expect(await text(own)).toMatch(/Nicht öffentlich schreiben für 24 Stunden[\s\S]*bis[\s\S]*Wegen Beleidigungen oder Drohungen/);
});

it('keeps what the silenced member types, and says why it is not posted', async () => {
  const own = await site.signedIn(rudi, PHONE);
  await own.goto(`/de${thread.path}`);
  expect(await own.locator('body').innerText()).toContain('Sie dürfen zurzeit nicht öffentlich schreiben. Das endet von selbst:');
  expect(await own.getByLabel('Ihre Antwort').count()).toBe(0);
  expect(await refused(own, 'answer', `threadId: "${thread.id}", body: "Und noch einmal: selbst schuld."`)).toMatchObject({ code: 'NotAllowed', reason: 'silenced' });
  expect(await refused(own, 'sameProblem', `threadId: "${thread.id}", same: true`)).toBeNull(); // that is no text
  await own.goto('/de/ask');
  expect(await own.locator('body').innerText()).toContain('Warum, und wie Sie widersprechen');
});

it('appeals from a phone without script while suspended; somebody else of the team decides with one key, and undoes it', async () => {
  const page = await site.signedIn(jo);
  await page.goto(`/m/${await rudisKey()}/sanction`);
  await page.getByRole('radio', { name: /Suspension for 30 days/ }).check();
  await page.getByLabel('Why', { exact: true }).selectOption('Provocation');
  await press(page.getByRole('button', { name: 'Decide' }));

  const own = await site.signedIn(rudi, PHONE);
  await own.goto('/de/standing/decisions');
  expect(await own.locator('body').innerText()).toContain('Sie dürfen zurzeit nicht mitmachen. Lesen, Ihre Daten abrufen oder löschen und widersprechen können Sie weiterhin.');
  await press(own.getByRole('link', { name: 'Widersprechen', exact: true }).first());
  await own.getByLabel('Was an der Entscheidung nicht richtig ist').fill('Nein.');
  await press(own.getByRole('button', { name: 'Widerspruch abschicken' }));
  expect(await own.getByLabel('Was an der Entscheidung nicht richtig ist').inputValue()).toBe('Nein.');
  await own.getByLabel('Was an der Entscheidung nicht richtig ist').fill('Ich habe seit der Ermahnung nichts mehr geschrieben.');
  await press(own.getByRole('button', { name: 'Widerspruch abschicken' }));
  expect(await text(own)).toMatch(/Danke\. Jemand anderes sieht es sich an[\s\S]*Jemand anderes entscheidet bis/);
  expect(await refused(own, 'sameProblem', `threadId: "${thread.id}", same: false`)).toMatchObject({ code: 'NotAllowed', reason: 'suspended' });

  expect(await refused(own, 'changeName', 'name: "Rudi the Great"')).toMatchObject({ code: 'NotAllowed', reason: 'suspended' });
  expect(await refused(own, 'changeLanguage', 'language: "de"')).toBeNull();

  await page.goto('/review?only=appeal');
  expect(await text(page)).not.toContain('Ich habe seit der Ermahnung'); // who decided first is not asked again
  const other = await site.signedIn(kim, { javaScriptEnabled: true });
  await other.goto('/review?only=appeal');
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await press(other.getByRole('button', { name: 'Begin with the first' }));
  expect(await text(other)).toMatch(/An appeal[\s\S]*Rudi[\s\S]*Suspension for 30 days[\s\S]*Ich habe seit der Ermahnung/);
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await other.locator('review-keys:defined').waitFor();
  await Promise.all([other.waitForEvent('domcontentloaded'), other.keyboard.press('u')]);
  await other.getByText('That was the last one').waitFor();

  await site.caughtUp();
  await own.goto('/de/notifications');
  expect(await text(own)).toContain('Jemand anderes hat Ihren Widerspruch geprüft: Die Entscheidung wurde aufgehoben');
  expect(await own.locator('body').innerText()).not.toContain('Sie dürfen zurzeit nicht mitmachen');
});

it('stands in the public log without a name', async () => {
  const guest = await site.visitor({ ...PHONE, javaScriptEnabled: true });
  await guest.goto('/');
  await press(guest.getByRole('link', { name: 'Moderation log' }));
  const log = await text(guest);
  expect(log).toMatch(/Looked at again: it was undone[\s\S]*Not to take part for 30 days: Provocation[\s\S]*Appealed against; it was undone[\s\S]*Not to write in public for 24 hours: Offensive[\s\S]*A notice was given: Offensive/);
  for (const name of ['Rudi', 'Jo', 'Mina', 'sachlich']) expect(log).not.toContain(name);
  expect((await new AxeBuilder({ page: guest }).analyze()).violations).toEqual([]);
});

const db = () => site.site.app.get(Database, { strict: false });
