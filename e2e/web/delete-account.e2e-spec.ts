import { AxeBuilder } from '@axe-core/playwright';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let topic: string;
beforeAll(async () => {
  site = await web({ language: 'de' });
  await site.community.member('Ida Brandt', 'admin');
  topic = await site.community.category('Ida Brandt', 'Internet');
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 640 } };

/** What Meilisearch holds, once all that waits for it has been told. */
async function indexed(): Promise<string> {
  const { meili } = site.site.app.get<Runtime>(RUNTIME);
  const ask = (path: string) => fetch(`${meili!.url}${path}`, { headers: meili!.key ? { authorization: `Bearer ${meili!.key}` } : {} }).then((reply) => reply.json() as Promise<{ results: { uid: string }[] }>);
  const { results } = await ask('/indexes?limit=1000');
  return JSON.stringify(await Promise.all(results.map(({ uid }) => ask(`/indexes/${uid}/documents?limit=1000`))));
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i += 1) if (await what()) return;
  throw new Error('waited in vain');
}

it('deletes an account on a phone without script: asked for the password, told what goes, gone for everybody at once and from search', async () => {
  const vera = await site.community.member('Verarella Stolz');
  const ben = await site.community.member('Ben');
  const thread = await site.community.asks('Verarella Stolz', topic, 'Warum startet der Router neu?', 'Jede Nacht um zwei. Gruß, Verarella Stolz');
  await site.community.answers('Ben', thread.id, 'Guten Tag @Verarella Stolz, bitte das Netzteil tauschen.');
  await until(async () => (await indexed()).includes('Verarella Stolz'));

  const page = await site.signedIn(vera, phone);
  await page.goto('/settings');
  await press(page.getByRole('link', { name: 'Mein Konto löschen' }));
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.getByLabel('Ihr jetziges Passwort').fill('geraten');
  await page.getByLabel('werden entfernt').check();
  await press(page.getByRole('button', { name: 'Mein Konto endgültig löschen' }));
  expect(await page.getByLabel('Ihr jetziges Passwort').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('werden entfernt').isChecked()).toBe(true); // what was chosen stays
  await page.getByLabel('bleiben').check();
  await page.getByLabel('Ihr jetziges Passwort').fill(vera.password);
  await press(page.getByRole('button', { name: 'Mein Konto endgültig löschen' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Ihr Konto ist gelöscht');
  await page.goto('/settings');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect((await site.site.app.get(Database).query(`select from session s join member m on m.id = s.member_id where m.name ilike '%Verarella%'`)).length).toBe(0);

  const bens = await site.signedIn(ben);
  await until(async () => (await bens.goto(thread.path))!.ok() && !(await bens.content()).includes('Verarella'));
  await until(async () => (await bens.goto(thread.path))!.ok() && (await bens.getByText('Guten Tag ehemaliges Mitglied').count()) === 1 && (await bens.locator('.member-name', { hasText: 'ehemaliges Mitglied' }).count()) > 0);
  await until(async () => !(await indexed()).includes('Verarella'));
});

it('refuses the last admin in a sentence, and has nothing for axe to find in either language', async () => {
  const admin = await site.community.member('Otto Letzter', 'admin');
  await site.site.app.get(Database).query(`update member set role = 'customer' where name = 'Ida Brandt'`);
  const page = await site.signedIn(admin, { ...phone, javaScriptEnabled: true });
  for (const path of ['/settings/delete', '/en/settings/delete']) {
    await page.goto(path);
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  }
  await page.getByLabel('Your present password').fill(admin.password);
  await press(page.getByRole('button', { name: 'Delete my account for good' }));
  expect(await page.getByRole('alert').innerText()).toContain('You are the only admin');
});
