import { AxeBuilder } from '@axe-core/playwright';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const RUDE = 'Wer so fragt, ist selbst schuld, ihr Trottel.';
const WITH_SCRIPTS = { javaScriptEnabled: true };

let site: Web;
let ada: Person, rude: Person, mina: Person;
let thread: { id: string; path: string };
let post: string;
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  [ada, rude, mina] = [await community.member('Ada'), await community.member('Rudi'), await community.member('Mina', 'super_user', 4)];
  await community.member('Jo', 'staff');
  const category = await community.category('Root', 'Internet');
  thread = await community.asks('Ada', category, 'Warum startet der Router jede Nacht neu?', 'Immer gegen zwei Uhr.');
  post = await community.answers('Rudi', thread.id, RUDE);
});
afterAll(() => site.close());

const db = () => site.site.app.get(Database, { strict: false });

it('is reported from its menu, on a phone, without script, in German; nothing is lost on the way', async () => {
  const guest = await site.visitor();
  await guest.goto(thread.path);
  expect(await guest.getByRole('link', { name: 'Report' }).count()).toBe(0);
  const page = await site.signedIn(ada, { viewport: { width: 360, height: 640 } });
  await page.goto(`/de${thread.path}`);
  const answer = page.locator(`#${post}`);
  await answer.locator('.menu summary').click();
  await press(answer.getByRole('link', { name: 'Melden', exact: true }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Diesen Beitrag melden');
  await page.getByLabel('Was sollten wir wissen?').fill('Er beschimpft alle.');
  await press(page.getByRole('button', { name: 'Melden', exact: true }));
  expect([await page.getByLabel('Was sollten wir wissen?').inputValue(), await page.getByRole('main').innerText()]).toEqual(['Er beschimpft alle.', expect.stringContaining('Wählen Sie, was damit nicht stimmt.')]);
  await page.getByRole('radio', { name: 'Beleidigend' }).check();
  await press(page.getByRole('button', { name: 'Melden', exact: true }));
  expect(await page.getByRole('status').innerText()).toContain('Danke');
  expect((await page.goto('/de/p/999999/flag?done=1'))!.status()).toBe(200); // the last report that it took: it is out of sight by now
  const own = await site.signedIn(rude);
  expect((await own.goto(`/p/${post.replace('pst_', '')}/flag`))!.status()).toBe(404);
  expect((await own.goto('/review'))!.status()).toBe(404);
});

it('waits in the queue with all that is needed, and one key decides and leads to the next', async () => {
  for (let n = 0; n < 2; n += 1) await site.community.does('Ada', 'flagPost', { postId: await site.community.answers('Rudi', thread.id, `${RUDE} (${n})`), reason: 'spam' });
  const page = await site.signedIn(mina, WITH_SCRIPTS);
  await page.goto('/work');
  await press(page.getByRole('link', { name: 'Review queue' }));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page.getByRole('button', { name: 'Begin with the first' }));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const main = await page.getByRole('main').innerText();
  for (const shown of ['Offensive', 'Er beschimpft alle.', RUDE, 'Warum startet der Router jede Nacht neu?', 'Never reported before', '3 wait']) expect(main).toContain(shown);
  await page.locator('review-keys:defined').waitFor();
  await page.getByLabel('What the author should know besides').fill('Bitte h und d lassen');
  await page.keyboard.press('h'); // while one types it is a letter
  expect(await page.getByLabel('What the author should know besides').inputValue()).toBe('Bitte h und d lassenh');
  await page.getByRole('heading', { level: 1 }).click();
  for (const [key, left] of [['h', '2 wait'], ['d', 'one waits'], ['f', 'That was the last one']] as const) {
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
    await page.getByText(left).waitFor();
    if (key !== 'f') await page.locator('review-keys:defined').waitFor();
  }
  expect(await db().query('select decision from review_item order by id')).toEqual([{ decision: 'hidden' }, { decision: 'deleted' }, { decision: 'fine' }]);
});

it('tells the author what and why, and takes the post out of sight', async () => {
  await site.caughtUp();
  const own = await site.signedIn(rude);
  await own.goto('/de/notifications');
  expect(await own.getByRole('main').innerText()).toMatch(/Ihr Beitrag wurde ausgeblendet[\s\S]*It insults or threatens somebody/);
  const guest = await site.visitor();
  await guest.goto(thread.path);
  expect(await guest.getByRole('main').innerText()).not.toContain(`${RUDE}\n`);
});

it('is still there for its author, who mends it, and is then looked at again', async () => {
  const own = await site.signedIn(rude, { viewport: { width: 360, height: 640 } });
  await own.goto('/de/notifications');
  await press(own.getByRole('link', { name: 'Warum startet der Router jede Nacht neu?' }).last());
  const hidden = own.locator(`#${post}`);
  expect(await hidden.innerText()).toContain('Außer Ihnen sehen es nur Super User und das Team. Ändern Sie es, dann wird es bald noch einmal geprüft.');
  await hidden.locator('.menu summary').click();
  await press(hidden.getByRole('link', { name: 'Bearbeiten' }));
  await own.getByLabel('Beitrag', { exact: true }).fill('Das lag bei mir am Netzteil. Und entschuldigen Sie bitte.');
  await press(own.getByRole('button', { name: 'Änderungen speichern' }));
  await site.caughtUp();
  const page = await site.signedIn(mina);
  await page.goto('/review');
  expect(await page.getByRole('main').innerText()).toContain('Changed since');
  await press(page.getByRole('link', { name: 'Look at it' }));
  expect(await page.getByRole('main').innerText()).toMatch(/entschuldigen Sie bitte[\s\S]*Decided before\s+Hidden: Offensive, Mina/);
  await press(page.getByRole('button', { name: 'Fine' }));
  await own.goto(thread.path);
  expect(await own.locator(`#${post}`).innerText()).not.toContain('Hidden.');
});

it('is left to whoever has taken it, and decided without script', async () => {
  const answer = await site.community.answers('Rudi', thread.id, 'Another one that somebody minds.');
  await site.community.does('Ada', 'flagPost', { postId: answer, reason: 'troll' });
  await site.community.does('Jo', 'takeReview', {});
  const page = await site.signedIn(mina);
  await page.goto('/review');
  expect(await page.getByRole('main').innerText()).toContain('Jo is looking at this right now.');
  await press(page.getByRole('link', { name: 'Look at it' }));
  await press(page.getByRole('button', { name: 'Hide' }));
  expect(await page.getByRole('alert').innerText()).toContain('Somebody else is looking at this');
  await db().query(`update review_item set claimed_at = claimed_at - interval '11 minutes'`);
  await page.getByLabel('Why').selectOption('offTopic');
  await press(page.getByRole('button', { name: 'Hide' }));
  expect(await page.getByRole('status').innerText()).toContain('That was the last one');
});
