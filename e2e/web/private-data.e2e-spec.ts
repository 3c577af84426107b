import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import { LiveChannel } from '#platform/live';
import type { Person } from '../support/community.js';
import { ledTo, press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person, mina: Person;
let question: { id: string; path: string };
beforeAll(async () => {
  site = await web({ language: 'en' });
  [ada, mina] = [await site.community.member('Ada', 'admin'), await site.community.member('Mina')];
  const bills = await site.community.category('Ada', 'Bills');
  await site.community.tag('Ada', 'invoice');
  question = await site.community.asks('Ada', bills, 'Why was it booked twice?', 'It was booked twice this month.');
});
afterAll(() => site.close());

const IBAN = 'DE89 3704 0044 0532 0130 00';
const phone = { viewport: { width: 360, height: 640 } };
const shots = process.env['KUNDIG_SHOTS'];
const shot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const isChangeOfPatterns = (message: unknown) => (message as { changed?: string }).changed === 'company-patterns';
const notice = (page: Page) => page.getByRole('alert');
const isClean = async (page: Page) => expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([]);
/** It never leads out of the page to the side. */
const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Your question in one line').fill('Why did max@web.de pay twice?');
  await page.getByLabel('All that helps to answer').fill(`\nMy account is ${IBAN},\nbooked on 01.02.2023.`);
  await page.getByLabel('Topic', { exact: true }).selectOption({ label: 'Bills' });
  await page.getByLabel(/^Tags/).fill('invoice');
}

it('says what looks private before a question is public, loses nothing, and lets one choose: dots, another text, or as it is', async () => {
  const page = await site.signedIn(mina, phone);
  await page.goto('/ask');
  await fill(page);
  await page.getByLabel(/^Pictures and files/).setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('a line') });
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await notice(page).innerText()).toMatch(/This looks like private data:\s+E-mail address: m…@web\.de in the title\s+IBAN: DE89 … 3000 in the text\s+What is posted here can be read by everybody/);
  expect(await page.locator(':focus').getAttribute('role')).toBe('alert');
  const kept = async () => [await page.getByLabel('Your question in one line').inputValue(), await page.getByLabel('All that helps to answer').inputValue(), await page.getByLabel(/^Tags/).inputValue()];
  const body = expect.stringMatching(new RegExp(`^\\nMy account is ${IBAN},\\nbooked on 01\\.02\\.2023\\.\\n\\n\\[log\\.txt\\]\\(/files/`));
  expect(await kept()).toEqual(['Why did max@web.de pay twice?', body, 'invoice']);
  await shot(page, 'ask-phone');

  await page.getByLabel('Your question in one line').focus();
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
  expect(await notice(page).innerText()).toContain('DE89 … 3000'); // Enter chooses nothing
  await page.getByRole('link', { name: 'Change it' }).click();
  expect(await page.locator(':focus').getAttribute('name')).toBe('title');
  await press(page.getByRole('button', { name: 'Replace with dots' }));
  expect(await page.getByRole('status').innerText()).toContain('Dots now stand');
  expect((await kept()).slice(0, 2)).toEqual(['Why did •••@•••.•• pay twice?', expect.stringContaining('My account is •••• •••• •••• •••• •••• ••,\nbooked on 01.02.2023.')]);
  await shot(page, 'ask-dots-phone');
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Why did •••@•••.•• pay twice?');
  expect(await page.getByRole('link', { name: 'log.txt' }).count()).toBe(1);

  await page.goto('/ask');
  await fill(page);
  await press(page.getByRole('button', { name: 'Post question' }));
  await press(page.getByRole('button', { name: 'Publish as it is' }));
  expect(await page.getByRole('article').first().innerText()).toContain(IBAN);
  await page.getByRole('article').first().getByText('More', { exact: true }).first().click();
  await press(page.getByRole('article').first().getByRole('link', { name: 'Edit', exact: true }));
  await page.getByLabel('Text', { exact: true }).fill(`${IBAN} or 0171 1234567`);
  await press(page.getByRole('button', { name: 'Save changes' }));
  expect(await notice(page).innerText()).toMatch(/Telephone number: 0171 … 67(?![\s\S]*DE89)/);
  await press(page.getByRole('button', { name: 'Replace with dots' }));
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe(`${IBAN} or •••• •••••••`);
  await press(page.getByRole('button', { name: 'Save changes' }));
  expect(await page.getByRole('article').first().innerText()).toContain('•••• •••••••');
});

it('warns in German and of answers and comments, where one stands', async () => {
  const page = await site.signedIn(mina);
  await page.goto(`/de${question.path}`);
  await page.getByLabel('Was hilft, Schritt für Schritt').fill('Rufen Sie mich an: 0171 1234567');
  await press(page.getByRole('button', { name: 'Antwort abschicken' }));
  expect(await notice(page).innerText()).toMatch(/Das sieht nach privaten Angaben aus:\s+Telefonnummer: 0171 … 67 im Text/);
  expect(await page.locator(':focus').getAttribute('id')).toBe('your-answer');
  await shot(page, 'answer-de');
  await press(page.getByRole('button', { name: 'So veröffentlichen' }));
  expect(await page.getByRole('article').last().innerText()).toContain('0171 1234567');

  const [opening] = [page.getByRole('article').first()];
  await opening.getByText('Kommentieren', { exact: true }).click();
  await opening.getByLabel('Ihr Kommentar').fill('Oder an max@web.de.');
  await press(opening.getByRole('button', { name: 'Kommentar abschicken' }));
  expect(await notice(page).innerText()).toContain('E-Mail-Adresse: m…@web.de im Text');
  await shot(page, 'comment-de');
  await press(page.getByRole('button', { name: 'Durch Punkte ersetzen' }));
  expect(await opening.getByLabel('Ihr Kommentar').inputValue()).toBe('Oder an •••@•••.••.');
  await press(opening.getByRole('button', { name: 'Kommentar abschicken' }));
  expect(await page.getByRole('article').first().innerText()).toContain('Oder an •••@•••.••.');
});

it('warns a guest before they sign in, and not once more when they have', async () => {
  const page = await site.visitor(phone);
  await page.goto('/ask');
  await fill(page);
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await notice(page).innerText()).toContain('IBAN: DE89 … 3000 in the text');
  await press(page.getByRole('button', { name: 'Publish as it is' }));
  await page.getByLabel('Your name here').fill('Nora');
  await page.locator('#new-email').fill('nora@example.org');
  await page.locator('#new-password').fill('a few words in a row');
  await page.getByRole('checkbox', { name: 'I agree to the house rules' }).check();
  await press(page.getByRole('button', { name: /Create account/ }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Why did max@web.de pay twice?');
});

it('can be used by everybody, on a phone and a desk, in the light and in the dark', async () => {
  for (const [name, options] of [['phone', phone], ['desk', { colorScheme: 'dark' as const }]] as const) {
    const page = await site.signedIn(ada, { ...options, javaScriptEnabled: true });
    await page.goto('/de/announce');
    await page.locator('#body').fill(`Konto ${IBAN}, ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)}.vorstand@web.de`);
    await press(page.getByRole('button', { name: 'Ankündigen' }));
    await page.locator('#title').fill('Störung im Festnetz in Bonn');
    await page.locator('#categoryId').selectOption({ index: 1 });
    await press(page.getByRole('button', { name: 'Ankündigen' }));
    expect(await notice(page).innerText()).toContain('IBAN: DE89 … 3000 im Text');
    await isClean(page);
    expect(await overflows(page)).toBe(false);
    await shot(page, `announce-de-${name}`);
    await page.goto('/de/admin/private-data');
    await isClean(page);
    expect(await overflows(page)).toBe(false);
  }
});

it('lets an admin say what the company’s own numbers look like', async () => {
  const page = await site.signedIn(ada, phone);
  await page.goto('/de/admin');
  await press(page.getByRole('link', { name: 'Nummern, die privat aussehen' }));
  expect(await page.getByText('Es gibt noch keine Muster.').count()).toBe(1);
  const first = page.getByRole('group', { name: 'Neues Muster' }).first();
  await first.getByLabel('Name auf Deutsch').fill('Kundennummer');
  await first.getByLabel('Name auf Englisch').fill('Customer number');
  await first.getByLabel('Muster', { exact: true }).fill('KD-###');
  await first.getByLabel('Beispiel').fill('KD-12345678');
  await press(page.getByRole('button', { name: 'Alle speichern' }));
  expect(await ledTo(page)).toBe('patterns.0.example'); // two fixed letters and three digits are enough to be one
  expect(await page.locator('.field-fault', { hasText: 'Das Beispiel passt nicht zum Muster.' }).count()).toBe(1);
  await shot(page, 'patterns-refused-de-phone');
  await page.getByRole('group', { name: 'Muster 1' }).getByLabel('Muster', { exact: true }).fill('KD-########');
  const inForce = new Promise<void>((resolve) => site.site.app.get(LiveChannel, { strict: false }).hear({ hear: (message) => isChangeOfPatterns(message) && resolve(), resync: () => undefined })); // told to each process at the commit
  await press(page.getByRole('button', { name: 'Alle speichern' }));
  expect(await page.getByRole('status').innerText()).toBe('Gespeichert.');
  await shot(page, 'patterns-de-phone');

  const customer = await site.signedIn(mina);
  await customer.goto('/admin/private-data');
  expect(await customer.getByRole('heading', { level: 1 }).innerText()).not.toContain('Numbers that look private');
  await inForce;
  await customer.goto(question.path);
  await customer.getByLabel('What helps, step by step').fill('Look for KD 12345678 please.');
  await press(customer.getByRole('button', { name: 'Post answer' }));
  expect(await notice(customer).innerText()).toContain('Customer number: KD … 78');
});

it('shows an admin who came second what another has made of it meanwhile, and keeps what was typed', async () => {
  const db = site.site.app.get(Database, { strict: false });
  const [{ id }] = (await db.query<{ id: string }>(`select 'cat_' || id as id from category limit 1`)) as [{ id: string }];
  const forms = [
    { path: '/de/admin/private-data', open: null, field: '[name="patterns.0.nameDe"]', button: 'Alle speichern' },
    { path: '/de/admin', open: 'Bills', field: `[id="${id}-name"]`, button: 'Speichern' },
    { path: `/de/admin/categories/${id}/fields`, open: 'device', field: '[id^="fld_"][id$="-labelDe"]', button: 'Speichern' },
  ];
  await db.query(`insert into category_field (category_id, key, label_de, label_en) values ($1, 'device', 'Gerät', 'Device')`, [id.slice(4)]);
  await db.query(`insert into company_pattern (position, name_de, name_en, pattern, example) values (1, 'Vertrag', 'Contract', 'V-########', 'V-12345678') on conflict do nothing`);
  const [one, other] = [await site.signedIn(ada), await site.signedIn(ada, { ...phone, javaScriptEnabled: true })];
  for (const { path, open, field, button } of forms) {
    for (const page of [one, other]) {
      await page.goto(path);
      if (open) await page.locator('summary', { hasText: open }).click();
    }
    await one.locator(field).fill('Vom einen');
    await press(one.locator('form', { has: one.locator(field) }).getByRole('button', { name: button }));
    await other.locator(field).fill('Vom anderen');
    const form = other.locator('form', { has: other.locator(field) });
    await press(form.getByRole('button', { name: button }));
    expect(await other.getByRole('alert').innerText()).toContain('Während Sie schrieben, wurde das geändert.');
    expect(await other.getByRole('region', { name: 'Das steht jetzt dort' }).innerText()).toContain('Vom einen');
    expect(await other.locator(field).inputValue()).toBe('Vom anderen');
    if (open === null) await isClean(other);
    expect(await overflows(other)).toBe(false);
    await shot(other, `second${path.replaceAll('/', '-')}`);
    await press(form.getByRole('button', { name: button })); // having seen it
    await one.goto(path);
    expect(await one.locator(field).inputValue()).toBe('Vom anderen');
  }
});

it('asks once more where a text waited for its writer’s address, and what looks private was not known when it was sent', async () => {
  const db = site.site.app.get(Database, { strict: false });
  const [{ id }] = (await db.query<{ id: string }>(`select id from member where name = 'Mina'`)) as [{ id: string }];
  const [{ category }] = (await db.query<{ category: string }>(`select 'cat_' || id as category from category limit 1`)) as [{ category: string }];
  const input = JSON.stringify({ title: 'Is this mine or not?', body: `I mean ${IBAN} here.`, categoryId: category, tags: [], fields: [] });
  for (const key of ['a', 'b']) await db.query(`insert into saved_submission (member_id, form, input, client_mutation_id) values ($1, 'ask', $2, $3)`, [id, input, key]);
  const page = await site.signedIn(mina, phone);
  await page.goto('/saved');
  await press(page.getByRole('button', { name: 'Publish now' }));
  expect(await page.getByRole('alert').first().innerText()).toMatch(/IBAN: DE89 … 3000 in the text/);
  expect(await page.getByRole('link', { name: 'Change it' }).count()).toBe(0);
  await shot(page, 'saved-phone');
  await press(page.getByRole('button', { name: 'Replace with dots' }).first());
  expect(await page.getByRole('main').innerText()).toContain('I mean •••• •••• •••• •••• •••• •• here.');
  await press(page.getByRole('button', { name: 'Publish as it is' }));
  expect((await db.query<{ source: string }>(`select source from post where source like 'I mean%' order by id`)).map(({ source }) => source)).toEqual(['I mean •••• •••• •••• •••• •••• •• here.', `I mean ${IBAN} here.`]);
});
