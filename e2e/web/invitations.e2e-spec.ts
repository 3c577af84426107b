import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let ida: Person;
beforeAll(async () => {
  site = await web({ language: 'de' });
  ida = await site.community.member('Ida', 'admin');
});
afterAll(() => site.close());

/** What axe finds at an address; it is a script, and the pages of the others run none. */
async function faultsOf(person: Person | null, path: string): Promise<string[]> {
  const options = { ...PHONE, javaScriptEnabled: true };
  const page = person ? await site.signedIn(person, options) : await site.visitor(options);
  await page.goto(path);
  const { violations } = await new AxeBuilder({ page }).analyze();
  await page.context().close();
  return violations.map(({ id }) => id);
}
const wide = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

async function invite(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await press(page.getByRole('button', { name: 'Per E-Mail einladen' }));
}

/** Where no mail leaves, the admin finds the link in the mailbox, and hands it over. */
async function linkFor(page: Page, email: string): Promise<string> {
  await page.goto('/admin/invitations');
  await press(page.getByRole('link', { name: `Die E-Mail mit dem Link öffnen (${email})` }));
  const link = await page.locator('.mail-text a').getAttribute('href');
  await page.goto('/admin/invitations');
  return link!;
}

it('brings somebody new onto the team from the first steps, on a phone and without script', async () => {
  const admin = await site.signedIn(ida, PHONE);
  await admin.goto('/admin/start');
  await admin.getByLabel('E-Mail-Adresse der Person').fill('nele@example.org');
  await press(admin.getByRole('button', { name: 'Diese Rolle geben' }));
  await press(admin.getByRole('button', { name: 'Per E-Mail einladen' }));
  expect(await admin.getByText('Es ist kein Mailserver eingestellt').count()).toBeGreaterThan(0);
  expect(await admin.getByText(/Gilt bis \d+\. \S+,? \d\d:\d\d/).count()).toBe(1);
  expect([await admin.getByText('Offen', { exact: true }).count(), await faultsOf(ida, '/admin/invitations'), await wide(admin)]).toEqual([1, [], 360]);
  const link = await linkFor(admin, 'nele@example.org');

  const scanned = await fetch(site.site.url + link); // as a mail scanner does
  expect([scanned.status, scanned.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const nele = await site.visitor(PHONE);
  await nele.goto(link);
  expect([await nele.getByText('Ida lädt Sie ein, als:').count(), await faultsOf(null, link), await wide(nele)]).toEqual([1, [], 360]);
  await nele.getByLabel('Name').fill('Nele Team');
  await nele.getByLabel('Passwort').fill('short');
  await press(nele.getByRole('button', { name: 'Ins Team eintreten' }));
  expect([await nele.getByLabel('Name').inputValue(), await nele.locator('.field-fault', { hasText: 'Bitte mindestens 8 Zeichen' }).count()]).toEqual(['Nele Team', 1]);
  await nele.getByLabel('Passwort').fill('a long enough password');
  const rules = nele.getByRole('checkbox');
  if ((await rules.count()) > 0) await rules.check();
  await press(nele.getByRole('button', { name: 'Ins Team eintreten' }));
  expect((await nele.goto('/announce'))!.status()).toBe(200); // staff at once

  const late = await site.visitor(PHONE);
  expect((await late.goto(link))!.status()).toBe(410);
  expect(await late.getByText('Diese Einladung wurde schon verwendet.').count()).toBe(1);
  await admin.reload();
  expect([await admin.getByText('Angenommen', { exact: true }).count(), await admin.getByText('nele@example.org').count(), await admin.getByRole('link', { name: 'Nele Team' }).count()]).toEqual([1, 0, 1]);
  for (const page of [admin, nele, late]) await page.context().close();
});

it('offers the role to the account with the address, and tells others why not', async () => {
  const [mina, tom] = [await site.community.member('Mina'), await site.community.member('Tom')];
  const admin = await site.signedIn(ida);
  await admin.goto('/admin/invitations');
  await invite(admin, 'late@example');
  expect([await admin.getByLabel('E-Mail-Adresse').inputValue(), await admin.locator('.field-fault').count()]).toEqual(['late@example', 1]);
  await invite(admin, 'ida@example.org');
  expect(await admin.getByText('diese Rolle oder eine höhere schon hat').count()).toBe(1);
  await invite(admin, 'mina@example.org');
  const link = await linkFor(admin, 'mina@example.org');

  const guest = await site.visitor();
  await guest.goto(`/en${link}`);
  expect(await guest.getByText('There is an account with mina@example.org already.').count()).toBe(1);
  expect(await guest.getByRole('link', { name: 'Sign in' }).last().getAttribute('href')).toBe(`/en/sign-in?next=${encodeURIComponent(`/en${link}`)}`);
  const other = await site.signedIn(tom);
  await other.goto(`/en${link}`);
  expect([await other.getByText('You are signed in as Tom.').count(), await other.getByRole('button', { name: 'Take the role' }).count(), await faultsOf(tom, `/en${link}`)]).toEqual([1, 0, []]);

  const owner = await site.signedIn(mina);
  await owner.goto(`/en${link}`);
  await press(owner.getByRole('button', { name: 'Take the role' }));
  expect((await owner.goto('/announce'))!.status()).toBe(200);

  await invite(admin, 'late@example.org');
  const late = await linkFor(admin, 'late@example.org');
  await press(admin.getByRole('button', { name: 'Zurückziehen (late@example.org)' }));
  expect(await admin.getByText('Die Einladung ist zurückgezogen.').count()).toBe(1);
  await guest.goto(`/en${late}`);
  expect(await guest.getByText('This invitation was withdrawn.').count()).toBe(1);
  await press(admin.getByRole('button', { name: 'Noch einmal senden (late@example.org)' }));
  expect(await linkFor(admin, 'late@example.org')).not.toBe(late);
  for (const page of [admin, guest, other, owner]) await page.context().close();
});
