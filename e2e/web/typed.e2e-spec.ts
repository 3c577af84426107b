import { Database } from '#platform/database';
import { Operations } from '#platform/graphql';
import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { ledTo, press, type Web, web } from './web.fixture.js';

let site: Web;
let mina: Person;
let question: { id: string; path: string };
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  mina = await site.community.member('Mina');
  const category = await site.community.category('Ada', 'Internet');
  await site.community.tag('Ada', 'wlan');
  await site.community.tag('Ada', 'rechnung');
  question = await site.community.asks('Ada', category, 'What does the red light mean?', 'It is on since this morning.');
});
afterAll(() => site.close());

const TEXT = '\nA first line, then\n\n  - <b>signs</b> & "quotes"\n\nand the end. äöü';

async function fillAsk(page: Page, title: string, body: string): Promise<void> {
  await page.getByLabel('Your question in one line').fill(title);
  await page.getByLabel('All that helps to answer').fill(body);
  await page.getByLabel('Topic').selectOption({ label: 'Internet' });
  await page.getByLabel('Tags').fill('wlan');
}

it('keeps a question that was refused, and leads to the field that is wrong', async () => {
  const page = await site.signedIn(mina);
  await page.goto('/ask');
  await fillAsk(page, 'Short', TEXT);
  await press(page.getByRole('button', { name: 'Post question' }));
  const title = page.getByLabel('Your question in one line');
  expect(await title.inputValue()).toBe('Short');
  expect(await title.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator(`#${(await title.getAttribute('aria-describedby'))!.split(' ').at(-1)}`).innerText()).toContain('at least 8');
  expect(await ledTo(page)).toBe('title');
  expect(await page.getByLabel('All that helps to answer').inputValue()).toBe(TEXT);
  expect(await page.getByLabel('Tags').inputValue()).toBe('wlan');
  expect(await page.locator('select option:checked').innerText()).toBe('Internet');
});

it('names tags that are like one that there is not, in either language, and leads to all of them', async () => {
  const page = await site.signedIn(mina);
  for (const [path, button, meant] of [['/ask', 'Post question', '“wlann, rechnugn” does not exist. Did you mean: wlan, rechnung?'], ['/de/ask', 'Frage abschicken', '„wlann, rechnugn“ gibt es nicht. Meinten Sie: wlan, rechnung?']] as const) {
    await page.goto(path);
    await page.locator('#title').fill('Which lamp is the right one?');
    await page.locator('#body').fill(TEXT);
    await page.locator('#categoryId').selectOption({ label: 'Internet' });
    await page.locator('#tags').fill('wlann, Rechnugn');
    await press(page.getByRole('button', { name: button }));
    expect([await ledTo(page), await page.locator('#tags').inputValue(), await page.locator('#tags-fault').innerText()]).toEqual(['tags', 'wlann, Rechnugn', meant]);
    expect(await page.locator('#body').inputValue()).toBe(TEXT);
  }
  await page.goto((await page.getByRole('link', { name: 'Alle Schlagwörter' }).getAttribute('href'))!);
  expect(await page.locator('a.tag').allInnerTexts()).toEqual(['rechnung', 'wlan']);
  await page.getByLabel('Beginnt mit').fill('WL');
  await press(page.getByRole('button', { name: 'Diese zeigen' }));
  expect(await page.locator('a.tag').allInnerTexts()).toEqual(['wlan']);
});

it('keeps a question that a guest sends, over a wrong password, until it is posted', async () => {
  const page = await site.visitor();
  await page.goto('/ask');
  await fillAsk(page, 'Which lamp is the right one?', TEXT);
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(page.url()).not.toContain('lamp');
  await page.locator('#known-email').fill(mina.email);
  await page.locator('#known-password').fill('not this one');
  await press(page.getByRole('button', { name: 'Sign in and post' }));
  expect(await page.getByRole('alert').innerText()).toContain('do not match');
  await page.locator('#known-password').fill(mina.password);
  await press(page.getByRole('button', { name: 'Sign in and post' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Which lamp is the right one?');
  expect(await page.getByRole('article').first().innerText()).toContain('<b>signs</b> & "quotes"');
  expect(await page.getByRole('list', { name: 'Tags' }).innerText()).toBe('wlan');
});

it('tells a guest what is wrong before they sign in, with all that they typed, and sends them on with what is sound', async () => {
  const page = await site.visitor();
  await page.goto('/ask');
  await fillAsk(page, 'Short', TEXT);
  await page.locator('#tags').fill('wlann');
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.locator('.problem-summary').getByRole('link').allInnerTexts()).toEqual([expect.stringContaining('at least 8'), expect.stringContaining('“wlann” does not exist')]);
  expect([await ledTo(page), await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['title', 'Short', TEXT]);
  await page.locator('#title').fill('Which lamp is the left one?');
  await page.locator('#tags').fill('wlan');
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.locator('#new-name').count()).toBe(1);
  await page.goto(question.path);
  await page.getByLabel('What helps').fill('No');
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect([await page.locator('#your-answer .problem-summary').getByRole('link').getAttribute('href'), await page.getByLabel('What helps').inputValue()]).toEqual(['#body', 'No']);
});

it('makes a draft of what is refused when its writer signs up, for there is only that page; and of nothing where they have one', async () => {
  const page = await site.visitor();
  const send = async (title: string) => {
    await page.goto('/ask');
    await fillAsk(page, title, TEXT);
    await page.locator('#tags').fill('cable');
    await press(page.getByRole('button', { name: 'Post question' }));
    await db().query(`delete from tag where name = 'cable'`); // gone while they sign in
  };
  const db = () => site.site.app.get(Database, { strict: false });
  const tag = () => db().query(`insert into tag (name) values ('cable')`);
  await tag();
  await send('Which cable is the right one?');
  await page.locator('#new-name').fill('Vera');
  await page.locator('#new-email').fill('vera@example.org');
  await page.locator('#new-password').fill('a few words in a row');
  await page.getByRole('checkbox', { name: 'I agree to the house rules' }).check();
  await press(page.getByRole('button', { name: 'Create account and post' }));
  expect(await page.locator('#tags-fault').count()).toBe(1);
  await page.goto('/ask');
  expect([await page.locator('#title').inputValue(), await page.locator('#tags').inputValue(), await page.locator('#categoryId').inputValue()]).toEqual(['Which cable is the right one?', 'cable', expect.stringMatching(/^cat_/)]);

  await page.context().clearCookies();
  await tag();
  await send('Which socket is the right one?');
  await page.locator('#known-email').fill('vera@example.org');
  await page.locator('#known-password').fill('a few words in a row');
  await press(page.getByRole('button', { name: 'Sign in and post' }));
  expect(await page.locator('#title').inputValue()).toBe('Which socket is the right one?');
  await page.goto('/ask');
  expect(await page.locator('#title').inputValue()).toBe('Which cable is the right one?');
});

it('posts the answer of a guest who signs up for it', async () => {
  const page = await site.visitor();
  await page.goto(question.path);
  await page.getByLabel('What helps').fill('It means that the line is down.');
  await press(page.getByRole('button', { name: 'Post answer' }));
  await page.locator('#new-name').fill('Mina'); // taken
  await page.locator('#new-email').fill('new@example.org');
  await page.locator('#new-password').fill('a few words in a row');
  await page.getByRole('checkbox', { name: 'I agree to the house rules' }).check();
  await press(page.getByRole('button', { name: 'Create account and post' }));
  expect(await page.locator('#new-name-fault').innerText()).toContain('taken');
  await page.locator('#new-name').fill('Nora');
  await page.locator('#new-password').fill('a few words in a row');
  await press(page.getByRole('button', { name: 'Create account and post' }));
  expect(page.url()).toMatch(/\/t\/\d+\/.*#pst_\d+$/);
  expect(await page.getByRole('article').last().innerText()).toContain('Nora');
});

it('keeps an answer whose writer was signed out meanwhile', async () => {
  const page = await site.signedIn(mina);
  await page.goto(question.path);
  await page.getByLabel('What helps').fill('Turn it off and on again.');
  await page.context().clearCookies();
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await page.locator('.kept-text').innerText()).toBe('Turn it off and on again.');
});

it('gives back what was typed when the server fails, and takes it when it is sent again', async () => {
  const page = await site.signedIn(mina);
  await page.goto(question.path);
  await page.getByLabel('What helps').fill(TEXT);
  const operations = site.site.app.get(Operations, { strict: false });
  const broken = jest.spyOn(operations, 'run').mockRejectedValueOnce(new Error('this one fails'));
  await press(page.getByRole('button', { name: 'Post answer' }));
  broken.mockRestore();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('went wrong on our side');
  expect(await page.getByRole('main').innerText()).not.toContain('this one fails');
  expect(await page.getByLabel('Text').inputValue()).toBe(TEXT);
  await press(page.getByRole('button', { name: 'Send again' }));
  expect(page.url()).toMatch(/#pst_\d+$/);
});

it('keeps a comment that is too short open under its post', async () => {
  const page = await site.signedIn(mina);
  await page.goto(question.path);
  await page.getByText('Comment', { exact: true }).first().click();
  await page.getByLabel('Your comment').first().fill('x');
  await press(page.getByRole('button', { name: 'Post comment' }).first());
  const field = page.getByRole('article').first().getByLabel('Your comment');
  expect(await field.isVisible()).toBe(true);
  expect(await field.inputValue()).toBe('x');
  expect(await page.getByRole('alert').count()).toBe(1);
});

it('leads back to where one was, and to no other site', async () => {
  const page = await site.visitor();
  await page.goto(question.path);
  await press(page.getByRole('link', { name: 'Sign in', exact: true }));
  await signIn(page);
  expect(page.url()).toBe(site.site.url + question.path);
  const other = await site.visitor();
  await other.goto('/sign-in?next=%2F%2Fevil.example');
  await signIn(other);
  expect(other.url()).toBe(`${site.site.url}/`);
});

it('gives back on an error page what was typed, and never a password', async () => {
  const typed = { body: 'What was typed', password: 'hunter2-old', newPassword: 'hunter2-new' };
  const response = await fetch(`${site.site.url}/no/such/page`, { method: 'POST', body: new URLSearchParams(typed) });
  expect(response.status).toBe(404);
  const html = await response.text();
  expect(html).toContain('What was typed');
  expect(html).not.toContain('hunter2');
});

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill(mina.email);
  await page.getByLabel('Password').fill(mina.password);
  await press(page.getByRole('button', { name: 'Sign in' }));
}

it('keeps what is typed and not sent over a vote, another page and signing in, until it is sent', async () => {
  const page = await site.visitor({ javaScriptEnabled: true });
  await page.goto(question.path);
  await page.getByLabel('What helps, step by step').fill('Begun, and not sent');
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await signIn(page);
  expect(await page.getByLabel('What helps, step by step').inputValue()).toBe('Begun, and not sent');
  await page.getByRole('button', { name: 'Helpful' }).first().click();
  await page.locator('button.act-pressed').waitFor();
  await page.reload();
  expect(await page.getByLabel('What helps, step by step').inputValue()).toBe('Begun, and not sent');
  await press(page.getByRole('button', { name: 'Post answer' }));
  await page.goto(question.path);
  expect(await page.getByLabel('What helps, step by step').inputValue()).toBe('');
});

it('keeps nothing typed in a browser that is signed out', async () => {
  const page = await site.signedIn(await site.community.member('Nils'), { javaScriptEnabled: true });
  await page.goto(question.path);
  await page.getByLabel('What helps, step by step').fill('Mine alone');
  await page.evaluate(() => (document.querySelector('form[action$="/sign-out"]') as HTMLFormElement).submit());
  await page.waitForURL(`${site.site.url}/`);
  await page.goto(question.path);
  expect(await page.getByLabel('What helps, step by step').inputValue()).toBe('');
});

it('gives back an answer whose question was closed meanwhile', async () => {
  const page = await site.signedIn(mina);
  await page.goto(question.path);
  await page.getByLabel('What helps, step by step').fill('Typed while it was open');
  await site.community.does('Ada', 'closeThread', { threadId: question.id, reason: 'settled' });
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await page.getByLabel('What helps, step by step').inputValue()).toBe('Typed while it was open');
  expect(await page.getByRole('alert').first().isVisible()).toBe(true);
});
