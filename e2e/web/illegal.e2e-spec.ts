import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const WHY = 'Hier werden gefälschte Ausweise angeboten (§ 275 StGB).';
let site: Web;
let mina: Person;
let thread: { id: string; path: string };
let post: string;
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  await community.member('Ada');
  mina = await community.member('Mina', 'super_user', 4);
  thread = await community.asks('Ada', await community.category('Root', 'Internet'), 'Wo bekomme ich einen Ausweis her?', 'Meiner ist weg, und ich brauche ihn.');
  post = await community.answers('Ada', thread.id, 'Bei mir, ganz billig.');
});
afterAll(() => site.close());

it('is reported without an account, on a phone, in German; nothing is lost on the way, and the receipt tells what became of it', async () => {
  const page = await site.visitor({ viewport: { width: 360, height: 640 } });
  await page.goto(`/de${thread.path}`);
  const answer = page.locator(`#${post}`);
  await answer.locator('.menu summary').click();
  await press(answer.getByRole('link', { name: 'Rechtswidriger Inhalt?' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Einen rechtswidrigen Inhalt anzeigen');
  const why = page.locator('textarea[name=note]');
  const send = page.getByRole('button', { name: 'Zur Entscheidung abschicken' });
  await why.fill(WHY);
  await press(send);
  expect([await why.inputValue(), await page.getByRole('main').innerText()]).toEqual([WHY, expect.stringContaining('Bitte bestätigen Sie')]);
  await page.getByRole('checkbox').check();
  await why.fill('Zu kurz.');
  await press(send);
  expect([await why.inputValue(), await page.getByRole('checkbox').isChecked()]).toEqual(['Zu kurz.', true]);
  await why.fill(WHY);
  await press(send);
  const receipt = new URL(page.url()).pathname;
  expect(receipt).toMatch(/^\/de\/reports\/[\w-]{22}$/);
  expect(await page.getByRole('main').innerText()).toContain('Noch ist nichts entschieden.');

  const keeper = await site.signedIn(mina);
  await keeper.goto('/review?only=illegal');
  await press(keeper.getByRole('button', { name: 'Begin with the first' }));
  expect(await keeper.getByRole('main').innerText()).toContain(WHY);
  await press(keeper.getByRole('button', { name: 'Delete' }));
  const later = await site.visitor({ javaScriptEnabled: true });
  await later.goto(receipt);
  expect(await later.getByRole('main').innerText()).toContain('es ist gelöscht');
  expect((await new AxeBuilder({ page: later }).analyze()).violations).toEqual([]);
  await later.goto(receipt.replace('/de/', '/'));
  expect(await later.getByRole('main').innerText()).toContain('it is deleted');
  expect((await later.goto('/reports/AAAAAAAAAAAAAAAAAAAAAA'))!.status()).toBe(404);
  expect((await later.goto(`/p/${post.replace('pst_', '')}/illegal`))!.status()).toBe(404);
});
