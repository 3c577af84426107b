import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person, rudi: Person;
let thread: { id: string; path: string };
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  [ada, rudi] = [await community.member('Ada'), await community.member('Rudi')];
  await community.member('Jo', 'staff');
  const category = await community.category('Root', 'Internet');
  thread = await community.asks('Ada', category, 'Warum startet der Router jede Nacht neu?', 'Immer gegen zwei Uhr.');
  await community.answers('Rudi', thread.id, 'Wer so fragt, ist selbst schuld.');
  await community.answers('Jo', thread.id, 'Schalten Sie das Energiesparen aus.');
  await site.caughtUp();
});
afterAll(() => site.close());

it('folds what a muted member writes, tells nothing of it any more, and lets one read them again: on a phone, without script, in German', async () => {
  const page = await site.signedIn(ada, { viewport: { width: 360, height: 640 } });
  const main = page.getByRole('main');
  await page.goto(`/de${thread.path}`);
  const theirs = page.getByText('Wer so fragt, ist selbst schuld.');
  expect(await theirs.isVisible()).toBe(true);
  await main.getByRole('link', { name: 'Rudi', exact: true }).first().click();
  await press(page.getByRole('button', { name: 'Stumm schalten' }));
  expect(await main.innerText()).toContain('Sie haben diese Person stumm geschaltet: Was sie schreibt, ist für Sie eingeklappt');
  await page.goto(`/de${thread.path}`);
  expect([await theirs.isVisible(), await page.getByText('Schalten Sie das Energiesparen aus.').isVisible()]).toEqual([false, true]);
  await page.getByText('Sie haben diese Person stumm geschaltet. Trotzdem zeigen').click();
  expect(await theirs.isVisible()).toBe(true);

  await site.community.answers('Rudi', thread.id, 'Und noch etwas dazu, das niemand braucht.');
  await site.community.answers('Jo', thread.id, 'Hat es geholfen?');
  await site.caughtUp();
  await page.goto('/de/notifications');
  const told = await main.innerText();
  expect([told.includes('Und noch etwas dazu'), told.includes('Hat es geholfen?')]).toEqual([false, true]);

  await page.goto('/de/settings');
  await press(page.getByRole('link', { name: 'Stumm geschaltet' }));
  await press(page.getByRole('button', { name: 'Wieder lesen' }));
  expect(await main.innerText()).toContain('Sie haben niemanden stumm geschaltet.');
  await page.goto(`/de${thread.path}`);
  expect(await theirs.isVisible()).toBe(true);
});

it('is nobody else’s to know, and not for what the team says', async () => {
  const page = await site.signedIn(ada, { javaScriptEnabled: true });
  await page.goto(thread.path);
  await page.getByRole('main').getByRole('link', { name: 'Rudi', exact: true }).first().click();
  await press(page.getByRole('button', { name: 'Mute' }));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const other = await site.signedIn(rudi);
  await other.goto(thread.path);
  expect(await other.getByText('Wer so fragt, ist selbst schuld.').isVisible()).toBe(true);
  await other.goto('/notifications');
  expect(await other.getByRole('main').innerText()).not.toContain('Ada');
  await page.goto(thread.path);
  await page.getByRole('main').getByRole('link', { name: 'Jo', exact: true }).first().click();
  expect(await page.getByRole('button', { name: 'Mute' }).count()).toBe(0);
});
