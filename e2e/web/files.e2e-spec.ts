import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { UploadReader } from '#platform/files';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let mina: Person, kim: Person;
let question: { id: string; path: string };
let picture: Buffer;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  mina = await site.community.member('Mina');
  kim = await site.community.member('Kim', 'super_user');
  const category = await site.community.category('Ada', 'Internet');
  question = await site.community.asks('Ada', category, 'What does the red light mean?', 'It is on since this morning.');
  picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#2a6' } }).png().toBuffer();
});
afterAll(() => site.close());

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const isShown = (page: Page, name: string) => page.getByRole('img', { name }).evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0);

it('asks with a picture and a file, through a preview and a refusal', async () => {
  const page = await site.signedIn(mina);
  await page.goto('/ask');
  await page.getByLabel('Your question in one line').fill('Short');
  await page.getByLabel('All that helps to answer').fill('It looks like this:');
  await page.getByLabel('Topic').selectOption({ label: 'Internet' });
  await page.getByLabel('Pictures and files').setInputFiles([file('lamp.png', picture), file('router.log', Buffer.from('all is well'))]);
  await press(page.getByRole('button', { name: 'Preview' }));
  expect(await isShown(page, 'lamp.png')).toBe(true);
  expect(await page.getByLabel('All that helps to answer').inputValue()).toMatch(/^It looks like this:\n\n!\[lamp\.png\]\(\/files\/[0-9a-f]{32}\/lamp\.png\)\n\n\[router\.log\]\(.*\)$/);
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.getByLabel('Your question in one line').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Your question in one line').fill('What does the green light mean?');
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(page.url()).toContain('/t/');
  expect(await isShown(page, 'lamp.png')).toBe(true);
  const guest = await site.visitor({ viewport: { width: 360, height: 640 } });
  await guest.goto(page.url());
  await guest.getByRole('img', { name: 'lamp.png' }).scrollIntoViewIfNeeded();
  await guest.waitForFunction(() => [...(globalThis as unknown as { document: { images: Iterable<{ naturalWidth: number }> } }).document.images].every((image) => image.naturalWidth > 0));
  expect(await guest.evaluate('document.documentElement.scrollWidth')).toBe(360);
});

it('keeps an answer and the good file where the other one is refused, and says why at the field', async () => {
  const page = await site.signedIn(mina);
  await page.goto(`/de${question.path}`);
  await page.getByLabel('Was hilft').fill('Es heißt, dass die Leitung tot ist.');
  await page.locator('#answer-files').setInputFiles([file('lampe.png', picture), file('böse.png', Buffer.from('<svg onload="out()">'))]);
  await press(page.getByRole('button', { name: 'Antwort abschicken' }));
  const field = page.locator('#answer-files');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('#answer-files-fault').innerText()).toContain('„böse“ kann nicht angenommen werden');
  expect(await page.getByLabel('Was hilft').inputValue()).toMatch(/^Es heißt, dass die Leitung tot ist\.\n\n!\[lampe\.png\]/);
  await press(page.getByRole('button', { name: 'Antwort abschicken' }));
  expect(page.url()).toMatch(/#pst_\d+$/);
  expect(await page.getByRole('article').last().getByRole('img').count()).toBe(1);
});

it('keeps the text where a file is far too large', async () => {
  const page = await site.signedIn(mina);
  await page.goto(question.path);
  await page.getByText('Comment', { exact: true }).first().click();
  const form = page.locator('.comment-form').first();
  await form.getByLabel('Your comment').fill('The log is attached.');
  const folder = await mkdtemp(join(tmpdir(), 'kundig-large-'));
  await writeFile(join(folder, 'all.log'), Buffer.alloc(26_000_000, 'a'));
  await form.getByLabel('Pictures and files').setInputFiles(join(folder, 'all.log'));
  await press(form.getByRole('button', { name: 'Post comment' }));
  await rm(folder, { recursive: true });
  expect(await form.getByLabel('Your comment').inputValue()).toBe('The log is attached.');
  expect(await form.locator('.field-fault').innerText()).toContain('“all” is too large: at most 25 MB');
});

it('says on each step that a guest’s file was not kept, until it is chosen again', async () => {
  const page = await site.visitor();
  await page.goto('/ask');
  await page.locator('#title').fill('What is this lamp?');
  await page.locator('#body').fill('Look at this picture of mine.');
  await page.locator('#files').setInputFiles(file('lamp.png', picture));
  for (const name of ['Look for answers first', 'Preview']) {
    await press(page.getByRole('button', { name }));
    expect([name, await page.getByRole('status').filter({ hasText: 'Your file was not kept' }).count()]).toEqual([name, 1]);
  }
  await page.locator('#categoryId').selectOption({ index: 1 });
  await press(page.getByRole('button', { name: 'Post question' }));
  expect(await page.getByRole('alert').innerText()).toContain('Your file was not kept');
});

it('asks a guest for the file again once they have signed in', async () => {
  const page = await site.visitor();
  await page.goto(question.path);
  await page.getByLabel('What helps').fill('Look at this picture of mine.');
  await page.locator('#answer-files').setInputFiles(file('lamp.png', picture));
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await page.getByRole('alert').innerText()).toContain('Your file was not kept');
  await page.locator('#known-email').fill(mina.email);
  await page.locator('#known-password').fill(mina.password);
  await press(page.getByRole('button', { name: 'Sign in and post' }));
  expect(await page.locator('#answer-files-fault').innerText()).toContain('choose your file once more');
  expect(await page.getByLabel('What helps').inputValue()).toBe('Look at this picture of mine.');
  await page.locator('#answer-files').setInputFiles(file('lamp.png', picture));
  await press(page.getByRole('button', { name: 'Post answer' }));
  expect(await page.getByRole('article').last().getByRole('img', { name: 'lamp.png' }).count()).toBe(1);
});

it('adds files in an edit, one’s own and another’s, for all to see; a refused one costs nothing that was typed', async () => {
  const key = (await site.community.answers('Mina', question.id, 'The lamp tells it.')).slice(4);
  const page = await site.signedIn(mina, { viewport: { width: 360, height: 640 } });
  await page.goto(`/p/${key}/edit`);
  await page.getByLabel('Text').fill('The lamp tells it, look here:');
  await page.getByLabel('Pictures and files').setInputFiles([file('lamp.png', picture), file('bad.png', Buffer.from('<svg onload="out()">'))]);
  await press(page.getByRole('button', { name: 'Save changes' }));
  expect(await page.locator('#files-fault').innerText()).toContain('“bad” is not a file that can be taken');
  expect(await page.getByLabel('Text').inputValue()).toMatch(/^The lamp tells it, look here:\n\n!\[lamp\.png\]\(\/files\/[0-9a-f]{32}\/lamp\.png\)$/);
  await press(page.getByRole('button', { name: 'Preview' }));
  expect(await isShown(page, 'lamp.png')).toBe(true);
  await press(page.getByRole('button', { name: 'Save changes' }));

  const keeper = await site.signedIn(kim);
  await keeper.goto(`/p/${key}/edit`);
  await keeper.getByLabel('Pictures and files').setInputFiles(file('arrow.png', picture));
  await press(keeper.getByRole('button', { name: 'Save changes' }));
  const guest = await site.visitor();
  await guest.goto(keeper.url());
  for (const name of ['lamp.png', 'arrow.png']) {
    await guest.getByRole('img', { name }).last().scrollIntoViewIfNeeded();
    expect(await (await guest.request.get((await guest.getByRole('img', { name }).last().getAttribute('src'))!)).body()).toHaveLength((await sharp(picture).png({ compressionLevel: 9 }).toBuffer()).length);
  }
});

it('says in words that files came too slowly', async () => {
  const reader = site.site.app.get(UploadReader, { strict: false });
  const usual = reader.pace;
  reader.pace = { ...usual, silentMs: 200 };
  try {
    const asked = httpRequest(`${site.site.url}/de/ask`, { method: 'POST', headers: { cookie: `kundig=${mina.sessionToken}`, 'content-type': 'multipart/form-data; boundary=x' } });
    asked.on('error', () => undefined);
    asked.write('--x\r\ncontent-disposition: form-data; name="title"\r\n\r\n');
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    let body = '';
    for await (const chunk of response) body += String(chunk);
    asked.destroy();
    expect([response.statusCode, response.headers.connection]).toEqual([408, 'close']);
    expect(body).toContain('Das kam zu langsam an');
  } finally {
    reader.pace = usual;
  }
});
