import { AxeBuilder } from '@axe-core/playwright';
import { BadgeService, LeaderService } from '#reputation';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person;
let internet: string, television: string;
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  await community.member('Mina');
  ada = await community.member('Ada');
  internet = await community.category('Root', 'Internet');
  television = await community.category('Root', 'Fernsehen');
  const thread = await community.asks('Mina', internet, 'Warum startet der Router jede Nacht neu?', 'Immer gegen zwei Uhr.');
  await community.does('Mina', 'acceptAnswer', { postId: await community.answers('Ada', thread.id, 'Schalten Sie das Energiesparen aus.') });
  await site.caughtUp();
  await site.site.app.get(LeaderService, { strict: false }).countLately();
  await site.site.app.get(BadgeService, { strict: false }).award();
  await site.caughtUp();
});
afterAll(() => site.close());

it('shows guests who helps most, by period and topic, without script on a phone', async () => {
  const guest = await site.visitor({ viewport: { width: 360, height: 640 } });
  await guest.goto('/de/helpers');
  const main = guest.getByRole('main');
  expect(await main.innerText()).toMatch(/Wer am meisten hilft[\s\S]*1\s+Ada[\s\S]*15[\s\S]*2\s+Mina/);
  expect(await guest.getByRole('button', { name: 'Mich nicht zeigen' }).count()).toBe(0);
  await guest.getByLabel('Thema').selectOption('Fernsehen');
  await press(guest.getByRole('button', { name: 'Zeigen' }));
  expect(await main.innerText()).toContain('In dieser Zeit hat hier noch niemand geholfen.');
  await guest.getByLabel('Thema').selectOption('Internet');
  await press(guest.getByRole('button', { name: 'Zeigen' }));
  await press(guest.getByRole('link', { name: 'Letzte 7 Tage' }));
  expect([new URL(guest.url()).search, await main.innerText()]).toEqual([`?period=week&category=${internet}`, expect.stringMatching(/1\s+Ada/)]);
  expect(television).not.toBe(internet);
});

it('takes one’s name off at once, and tells of a new badge, which stands on one’s own page and on the profile', async () => {
  const page = await site.signedIn(ada, { javaScriptEnabled: true });
  await page.goto('/notifications');
  await press(page.getByRole('link', { name: 'To where you stand' }));
  expect(await page.getByRole('main').innerText()).toMatch(/First solution An answer of yours was accepted\. since[\s\S]*Problem solver 10 of your answers were accepted\. not yet/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page.getByRole('link', { name: 'Who helps most' }));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page.getByRole('button', { name: 'Do not show me' }));
  expect(await page.getByRole('main').innerText()).toMatch(/You are not shown here/);
  expect(await page.getByRole('table').innerText()).not.toContain('Ada');
  await page.getByRole('link', { name: 'Mina' }).click();
  await page.goBack();
  await press(page.getByRole('button', { name: 'Show me' }));
  await page.getByRole('table').getByRole('link', { name: 'Ada' }).click();
  await page.getByRole('list', { name: 'Badges' }).getByText('First solution').waitFor();
});
