import { AxeBuilder } from '@axe-core/playwright';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let jo: Person, ada: Person;
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  await community.member('Mina');
  ada = await community.member('Ada', 'customer', 2);
  jo = await community.member('Jo', 'staff');
  const category = await community.category('Root', 'Internet');
  for (let n = 0; n < 3; n += 1) {
    const thread = await community.asks('Mina', category, `Warum startet der Router jede Nacht neu? (${n})`, 'Immer gegen zwei Uhr.');
    await community.does('Mina', 'acceptAnswer', { postId: await community.answers('Ada', thread.id, 'Schalten Sie das Energiesparen aus.') });
    await site.site.app.get(Database, { strict: false }).query('delete from act');
  }
  await site.caughtUp();
});
afterAll(() => site.close());

it('are proposed to staff, invited, and accept from a phone without script, in German; what they do is seen, and the term goes on or ends', async () => {
  const page = await site.signedIn(jo, { javaScriptEnabled: true });
  await page.goto('/review');
  await press(page.getByRole('link', { name: 'Super users' }));
  const main = page.getByRole('main');
  expect(await main.innerText()).toMatch(/There are no super users yet[\s\S]*Who could be one[\s\S]*Ada[\s\S]*3 answers accepted/);
  await page.getByText('Invite', { exact: true }).click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel('What to tell them').fill('Sie helfen so vielen.');
  await press(page.getByRole('button', { name: 'Send the invitation' }));
  expect(await main.innerText()).toMatch(/The invitation is sent[\s\S]*invited, not answered yet/);

  await site.caughtUp();
  const own = await site.signedIn(ada, PHONE);
  await own.goto('/de/notifications');
  expect(await own.getByRole('main').innerText()).toContain('Jo lädt Sie ein, Super User zu werden');
  await press(own.getByRole('link', { name: 'Zu Einladung und Amtszeit' }));
  expect(await own.getByRole('main').innerText()).toMatch(/Sie sind eingeladen[\s\S]*Sie helfen so vielen/);
  await press(own.getByRole('button', { name: 'Ja, gern' }));
  expect(await own.getByRole('main').innerText()).toMatch(/Sie sind Super User\. Danke![\s\S]*Ihre Amtszeit endet am/);
  expect((await own.goto('/review'))!.status()).toBe(200);
  expect((await own.goto('/super-users'))!.status()).toBe(404);

  await site.caughtUp();
  await page.goto('/notifications');
  expect(await main.innerText()).toContain('Ada has accepted your invitation');
  await press(page.getByRole('link', { name: 'To the super users' }));
  expect(await main.innerText()).toMatch(/Ada[\s\S]*3 replies[\s\S]*3 accepted/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page.getByRole('button', { name: 'Another year' }));
  expect(await main.innerText()).toContain('It goes on for another year.');
  await page.getByText('End it', { exact: true }).click();
  await page.getByLabel('Why it ends').fill('x'.repeat(300));
  await press(page.getByRole('button', { name: 'End the term' }));
  expect((await page.getByLabel('Why it ends').inputValue()).length).toBe(300);
  await page.getByLabel('Why it ends').fill('Thank you.');
  await press(page.getByRole('button', { name: 'End the term' }));
  await own.goto('/de/standing/super-user');
  expect(await own.getByRole('main').innerText()).toMatch(/Sie sind jetzt kein Super User[\s\S]*Thank you\./);
});
