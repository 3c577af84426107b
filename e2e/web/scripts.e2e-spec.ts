import type { Page } from 'playwright-core';
import type { Person } from '../support/community.js';
import { until } from '../start/program.fixture.js';
import { press, type Web, web } from './web.fixture.js';

const WITH_SCRIPTS = { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } } as const;
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let site: Web;
let mina: Person, ada: Person;
let question: { id: string; path: string };
let answer: string;
beforeAll(async () => {
  site = await web();
  ada = await site.community.member('Ada', 'admin');
  mina = await site.community.member('Mina');
  const category = await site.community.category('Ada', 'Internet');
  question = await site.community.asks('Ada', category, 'Router restarts every night', 'At two, each night.');
  answer = await site.community.answers('Ada', question.id, 'Switch the energy saving off.');
});
afterAll(() => site.close());

/** Whether the page is still the one that was opened: a mark on its window goes with it. */
async function marked(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate('window.stillHere = true');
  return () => page.evaluate<boolean>('window.stillHere === true');
}

describe('acts in place', () => {
  it('counts a vote and takes it back without loading the page, and leaves the focus where it was', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    const stays = await marked(page);
    const post = page.locator(`#${answer}`);
    await page.locator('#body').fill('Half an answer');
    const button = post.getByRole('button', { name: 'Helpful' });
    await button.focus();
    await page.keyboard.press('Enter');
    await post.locator('.score', { hasText: '1' }).waitFor();
    expect(await page.locator(':focus').getAttribute('class')).toBe('act act-pressed');
    expect(await page.locator('#told').innerText()).toContain('1');
    await page.keyboard.press('Enter');
    await post.locator('.score', { hasText: '0' }).waitFor();
    await post.getByRole('button', { name: 'Bookmark' }).click();
    await post.locator('button.act-pressed').waitFor();
    await page.locator('.thread-acts').getByRole('button', { name: 'Follow' }).click();
    await page.locator('.thread-acts button.act-pressed').waitFor();
    expect(await page.locator('#body').inputValue()).toBe('Half an answer');
    expect(await stays()).toBe(true);
    await page.reload();
    expect(await post.locator('button.act-pressed').count()).toBe(1);
  });

  it('takes over the row that was pressed, where a page has others like it: a notice brings its own', async () => {
    const outage = await site.community.does<{ thread: { path: string } }>('Ada', 'announce thread { path }', { title: 'Invoices arrive late', body: 'We are on it.', categoryId: await site.community.category('Ada', 'Billing'), notice: { affected: 'Invoices' } });
    const page = await site.signedIn(await site.community.member('Otto', 'admin'), WITH_SCRIPTS);
    await page.goto(outage.thread.path);
    const buttons = () => page.locator('.thread-acts').allInnerTexts();
    const before = await buttons();
    expect(before.length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Follow' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#thread-acts button.act-pressed').waitFor();
    expect((await buttons()).map((row) => row.replace('You follow this', 'Follow'))).toEqual(before);
    expect(await page.locator(':focus').innerText()).toBe('You follow this');
  });

  it('goes the way without script where something is not as expected', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    await page.context().clearCookies(); // signed out in another tab
    await press(page.locator(`#${answer}`).getByRole('button', { name: 'Helpful' }));
    expect(page.url()).toContain('/sign-in');
  });
});

describe('writing', () => {
  it('formats with buttons and keys, and Ctrl+Z takes it back', async () => {
    const page = await site.visitor(WITH_SCRIPTS);
    await page.goto('/ask');
    const body = page.locator('#body');
    const tools = page.getByRole('toolbar', { name: 'Formatting' });
    await body.fill('red light');
    await body.selectText();
    await tools.getByRole('button', { name: 'Bold' }).click();
    expect(await body.inputValue()).toBe('**red light**');
    await page.keyboard.press('Control+z');
    expect(await body.inputValue()).toBe('red light');
    await body.selectText();
    await page.keyboard.press('Control+i');
    expect(await body.inputValue()).toBe('_red light_');
    await body.focus();
    await page.keyboard.press('Shift+Tab'); // one stop for the whole row
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Bold');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Italic');
  });

  it('shows the preview in place, as the page will show it, and nothing typed is lost by it', async () => {
    const page = await site.visitor(WITH_SCRIPTS);
    await page.goto('/ask');
    const stays = await marked(page);
    await page.locator('#title').fill('Which lamp is the right one?');
    await page.locator('#body').fill('It is **red**.');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('.preview strong').innerText()).toBe('red');
    await page.locator('#body').fill('It is _red_.');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('.preview em').innerText()).toBe('red');
    expect(await page.locator('.preview').count()).toBe(1);
    expect(await stays()).toBe(true);
    await page.goto('/ask');
    expect(await page.locator('#body').inputValue()).toBe('It is _red_.');
  });

  it('posts nothing by a preview: not where a draft is kept, and not where the preview cannot be fetched', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    const answers = await page.getByRole('article').count();
    await page.locator('#body').fill('It is **not** done yet.');
    const stays = await marked(page);
    await page.locator('#your-answer').getByRole('button', { name: 'Preview' }).click();
    await page.locator('#your-answer .preview strong').waitFor();
    expect(await stays()).toBe(true);
    await page.route('**/answer', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
    await page.locator('#body').fill('It is *not* done yet.');
    await press(page.locator('#your-answer').getByRole('button', { name: 'Preview' }));
    expect([await page.locator('.preview em').innerText(), await page.locator('#body').inputValue()]).toEqual(['not', 'It is *not* done yet.']);
    await page.goto(question.path);
    expect(await page.getByRole('article').count()).toBe(answers);
    await page.locator('#body').fill('');
  });

  it('sends a text with the picture that was still under way', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/files', async (route) => { await held; await route.continue(); });
    await page.locator('#body').fill('It looks like this, look: ');
    await dropInto(page, 'paste', 'lamp.png', PNG);
    await page.locator('progress').waitFor();
    const posted = page.waitForEvent('domcontentloaded');
    await page.getByRole('button', { name: 'Post answer' }).click();
    letGo();
    await posted;
    expect(await page.locator('article', { hasText: 'It looks like this, look' }).locator('.prose img').getAttribute('src')).toMatch(/\/files\/[0-9a-f]{32}\/lamp\.png$/);
  });

  it('stays where the picture of a text could not be sent', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    const stays = await marked(page);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/files', async (route) => { await held; await route.abort(); });
    await page.locator('#body').fill('It looks like this, then: ');
    await dropInto(page, 'paste', 'lamp.png', PNG);
    await page.locator('progress').waitFor();
    await page.getByRole('button', { name: 'Post answer' }).click();
    letGo();
    await page.locator('[id$=files-state].field-fault').waitFor();
    expect([await page.locator('#body').inputValue(), await stays()]).toEqual(['It looks like this, then: ', true]);
    expect(await page.locator('article', { hasText: 'It looks like this, then' }).count()).toBe(0);
    await page.locator('#body').fill('');
  });

  it('puts a pasted picture where the cursor is, says why a file is refused, and keeps a guest’s for the form', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    const body = page.locator('#body');
    await body.fill('It looks like this: ');
    await dropInto(page, 'paste', 'lamp.png', PNG);
    await page.locator('[id$=files-state]', { hasText: 'lamp.png is in your text now.' }).waitFor();
    expect(await body.inputValue()).toMatch(/^It looks like this: \n\n!\[[^\]]*\]\(\/files\/[0-9a-f]{32}\/lamp\.png\)\n\n$/);
    await dropInto(page, 'drop', 'program.exe', 'TVqQAAMAAAAEAAAA');
    await page.locator('[id$=files-state].field-fault').waitFor();
    expect(await page.locator('[id$=files-state]').innerText()).toContain('program.exe');
    expect(await body.inputValue()).toMatch(/lamp\.png\)\n\n$/); // and nothing of what was refused

    const guest = await site.visitor(WITH_SCRIPTS);
    await guest.goto('/ask');
    await dropInto(guest, 'drop', 'lamp.png', PNG);
    expect(await guest.locator('[id$=files-state]').innerText()).toContain('you are asked for them again');
    await dropInto(guest, 'drop', 'second.png', PNG);
    expect(await guest.evaluate<string>('[...document.querySelector("input[type=file]").files].map(({ name }) => name).join()')).toBe('lamp.png,second.png');
  });
});

describe('quoting', () => {
  it('puts what is selected, or else the whole post, behind what is being written', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    await page.locator('#body').fill('First of all');
    await page.locator(`#${answer} .prose p`).selectText();
    await page.evaluate('getSelection().setBaseAndExtent(getSelection().anchorNode.firstChild ?? getSelection().anchorNode, 7, getSelection().anchorNode.firstChild ?? getSelection().anchorNode, 24)');
    await page.locator(`#${answer} a.quote`).click();
    expect(await page.locator('#body').inputValue()).toBe('First of all\n\n@Ada\n\n> the energy saving\n\n');
    await page.locator('#body').fill('');
    await page.locator(`#${answer} a.quote`).click();
    await until(async () => (await page.locator('#body').inputValue()) !== '');
    expect(await page.locator('#body').inputValue()).toBe('@Ada\n\n> Switch the energy saving off.\n\n');
    expect(await page.locator(':focus').getAttribute('id')).toBe('body');
    const long = await site.community.answers('Ada', question.id, `It is [here](https://example.org).\n${'line\n'.repeat(30)}`);
    await page.reload();
    await page.locator('#body').fill('');
    await page.locator(`#${long} a.quote`).click();
    await until(async () => (await page.locator('#body').inputValue()).endsWith('> …\n\n'));
    expect(await page.locator('#body').inputValue()).toMatch(/^@Ada\n\n> It is \[here\]\(https:\/\/example\.org\)\.\n> line\n/);
    await page.locator('#body').fill('');
    await site.community.does('Ada', 'deletePost', { postId: long, reason: 'not-needed' });
    const keeper = await site.signedIn(ada, WITH_SCRIPTS);
    await keeper.goto(question.path);
    expect([await keeper.locator(`#${answer} a.quote`).count(), await keeper.locator(`#${long} a.quote`).count()]).toEqual([1, 0]);
  });

  it('begins the answer with it without scripts, behind the draft', async () => {
    const page = await site.signedIn(mina);
    await page.goto(question.path);
    await page.locator('#body').fill('First of all');
    await press(page.getByRole('button', { name: 'Save draft' }));
    await press(page.locator(`#${answer} a.quote`));
    expect(await page.locator('#body').inputValue()).toBe('First of all\n\n@Ada\n\n> Switch the energy saving off.\n\n');
    await page.goto(`${question.path}?quote=999999`);
    expect(await page.locator('#body').inputValue()).toBe('First of all');
    await page.goto('/drafts');
    await press(page.getByRole('button', { name: 'Discard' }).first());
  });
});

it('lets no text become HTML but by the policy of its own scripts', async () => {
  const page = await site.visitor(WITH_SCRIPTS);
  await page.goto(question.path);
  await expect(page.evaluate('document.body.innerHTML = "<b>x</b>"')).rejects.toThrow('TrustedHTML');
  await expect(page.evaluate('trustedTypes.createPolicy("another", {})')).rejects.toThrow('Policy');
});

/** What a browser does when somebody pastes or drops a file. */
function dropInto(page: Page, how: 'paste' | 'drop', name: string, base64: string): Promise<void> {
  return page.locator('#body').evaluate((field, [event, file, content]) => {
    const scope = globalThis as unknown as Record<'DataTransfer' | 'File' | 'ClipboardEvent' | 'DragEvent', new (...made: unknown[]) => { items: { add(file: unknown): void } }>;
    const data = new scope.DataTransfer();
    data.items.add(new scope.File([Uint8Array.from(atob(content!), (letter) => letter.charCodeAt(0))], file));
    const made = event === 'paste' ? new scope.ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }) : new scope.DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    (field as unknown as { focus(): void; dispatchEvent(event: unknown): void }).focus();
    (field as unknown as { dispatchEvent(event: unknown): void }).dispatchEvent(made);
  }, [how, name, base64]);
}
