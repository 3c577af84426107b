import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ben: Person, jo: Person;
let path: string;
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  jo = await community.member('Jo', 'staff');
  ben = await community.member('Ben');
  const category = await community.category('Root', 'Internet');
  for (const name of ['Mina', 'Ada', 'Tom']) await community.member(name);
  const question = await community.asks('Mina', category, 'Router restarts every night', 'It does so at two o’clock.');
  const answer = await community.answers('Ben', question.id, 'Switch the energy saving off.');
  for (const voter of ['Mina', 'Ada', 'Tom']) await community.does(voter, 'vote', { postId: answer, vote: 'up' });
  await site.caughtUp(); // what is taken back before it is booked is never booked
  await community.does('Tom', 'vote', { postId: answer, vote: 'none' });
  await community.does('Mina', 'acceptAnswer', { postId: answer });
  await site.caughtUp();
  path = `/m/${(await site.site.app.get(Database, { strict: false }).one<{ id: string }>(`select id from member where name = 'Ben'`))!.id}`;
});
afterAll(() => site.close());

it('tells a helper where each point came from, on a phone, without script, in German; others only how many', async () => {
  const page = await site.signedIn(ben, { viewport: { width: 360, height: 640 } });
  await page.goto(`/de${path}`);
  expect(await page.locator('.profile').innerText()).toContain('40 Punkte');
  await press(page.getByRole('link', { name: 'Mein Stand' }));
  expect(await page.locator('.standing-total').innerText()).toBe('40 Punkte');
  expect(await page.locator('.standing-rules tr', { hasText: 'Stimme für eine Antwort' }).locator('td').allInnerTexts()).toEqual(['+10', '+20']);
  const entries = page.locator('.ledger-entry');
  expect(await entries.locator('.ledger-points').allInnerTexts()).toEqual(expect.arrayContaining(['+15', '−10', '+10', '+5']));
  expect(await entries.filter({ hasText: '−10' }).innerText()).toContain('Zurückgenommen: Stimme für eine Antwort');
  await press(entries.filter({ hasText: '+15' }).getByRole('link', { name: 'Router restarts every night' }));
  expect(await page.locator('h1').innerText()).toBe('Router restarts every night');

  const guest = await site.visitor();
  await guest.goto(path);
  expect(await guest.locator('.profile').innerText()).toContain('40 points');
  expect((await guest.goto(`${path}/standing`))!.status()).toBe(404);
  await guest.goto('/standing');
  expect(new URL(guest.url()).pathname).toBe('/sign-in');
  const team = await site.signedIn(jo);
  await team.goto(path);
  await press(team.getByRole('link', { name: 'Where they stand' }));
  expect(await team.locator('h1').innerText()).toBe('Where Ben stands');
});

it('says what is missing for the next rank; the team gives another with a reason, which the member reads', async () => {
  const page = await site.signedIn(ben);
  await page.goto('/standing');
  expect(await page.getByRole('region', { name: 'Rank 0: New' }).innerText()).toMatch(/What is missing for rank 1, Member[\s\S]*Threads opened\s+0 \/ 5/);
  const team = await site.signedIn(jo, { viewport: { width: 360, height: 640 } });
  await team.goto(`/de${path}/standing`);
  await team.getByLabel('Welchen Rang').selectOption('2');
  await press(team.getByRole('button', { name: 'Diesen Rang geben' }));
  expect(await team.getByLabel('Welchen Rang').inputValue()).toBe('2'); // without a reason: what was chosen is still there
  await team.getByLabel('Warum').fill('Leitet den Stammtisch in Leer.');
  await press(team.getByRole('button', { name: 'Diesen Rang geben' }));
  expect([await team.getByRole('status').innerText(), await team.locator('#rank-title').innerText()]).toEqual(['Der Rang ist gegeben.', 'Rang 2: Erfahren']);
  await site.caughtUp();
  await page.goto('/notifications');
  await press(page.getByRole('link', { name: 'To where you stand' }));
  await page.locator('summary', { hasText: 'How the rank came about' }).click();
  expect(await page.getByRole('region', { name: 'Rank 2: Regular' }).innerText()).toMatch(/From 0 to 2, by the team[\s\S]*Leitet den Stammtisch in Leer\./);
  await press(team.getByRole('button', { name: 'Wieder nach der Regel' }));
  expect(await team.getByRole('button', { name: 'Wieder nach der Regel' }).count()).toBe(0);
});
