import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from '../support/community.js';
import { until } from '../start/program.fixture.js';
import { press, type Web, web } from './web.fixture.js';

const WITH_SCRIPTS = { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } } as const;

let site: Web;
let mina: Person;
let question: { id: string; path: string };
let internet: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  mina = await site.community.member('Mina');
  internet = await site.community.category('Ada', 'Internet');
  question = await site.community.asks('Ada', internet, 'Router restarts every night', 'At two, each night.');
});
afterAll(() => site.close());

describe('what is not sent yet', () => {
  it('waits in a guest’s browser, who is told so, until it is discarded', async () => {
    const first = await site.visitor(WITH_SCRIPTS);
    await first.goto('/ask');
    await first.locator('#title').fill('Which lamp is the right one?');
    await first.locator('#body').fill('It is red.');
    await first.locator('#categoryId').selectOption({ label: 'Internet' });
    await first.close();
    const page = await first.context().newPage();
    await page.goto('/de/ask');
    expect([await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['Which lamp is the right one?', 'It is red.']);
    expect(await page.locator('#categoryId option:checked').innerText()).toBe('Internet');
    expect(await page.locator('form.ask-form > .notice').innerText()).toContain('nur in diesem Browser');
    await page.getByRole('button', { name: 'Verwerfen' }).click();
    await page.reload();
    expect([await page.locator('#title').inputValue(), await page.locator('form.ask-form > .notice').count()]).toEqual(['', 0]);
  });

  it('is still there after a look for answers, and after a text that waits for its writer to sign in', async () => {
    const page = await site.visitor(WITH_SCRIPTS);
    await page.goto('/ask');
    await page.locator('#title').fill('Router restarts, but why?');
    await page.locator('#body').fill('Each night.');
    await page.getByRole('button', { name: 'answer' }).first().click();
    await page.locator('.suggestions').waitFor();
    await page.goto('/ask');
    expect([await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['Router restarts, but why?', 'Each night.']);
    await page.locator('#categoryId').selectOption({ label: 'Internet' });
    await press(page.getByRole('button', { name: 'Post question' }));
    await page.locator('.kept-text').waitFor();
    await page.goto('/ask');
    expect([await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['Router restarts, but why?', 'Each night.']);
  });

  it('is newer than the draft that was saved some seconds before', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto(question.path);
    await page.locator('#body').fill('Saved');
    await press(page.getByRole('button', { name: 'Save draft' }));
    await page.locator('#body').fill('Saved, and more');
    await page.route('**/answer', (route) => route.abort()); // what is sent on leaving does not arrive
    await page.goto('/');
    await page.goto(question.path);
    expect(await page.locator('#body').inputValue()).toBe('Saved, and more');
    await page.locator('#body').fill('');
    await page.goto('/drafts');
    await press(page.getByRole('button', { name: 'Discard' }).first());
  });

  it('comes back to a guest who goes back, with scripts and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.visitor({ ...WITH_SCRIPTS, javaScriptEnabled });
      await page.goto('/ask');
      await page.locator('#title').fill('Which lamp is which?');
      await page.locator('#body').fill('All of them are on.');
      await page.locator('#categoryId').selectOption({ label: 'Internet' });
      await press(page.getByRole('button', { name: 'Post question' }));
      await page.locator('#known-email').fill('nobody@example.org');
      await page.locator('#known-password').fill('not the one');
      await press(page.getByRole('button', { name: 'Sign in and post' }));
      expect(await page.getByRole('alert').count()).toBe(1);
      await page.goBack();
      expect(await page.locator('.kept-text').innerText()).toBe('All of them are on.');
    }
  });

  it('is still there in an edit after a reload, until it is given up', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    const { opening } = await site.community.asks('Mina', internet, 'Where is the reset button?', 'I cannot find it.');
    const path = `/p/${opening.id.slice(4)}/edit`;
    await page.goto(path);
    await page.locator('#body').fill('I cannot find it, with the lamp on either.');
    await page.reload();
    expect(await page.locator('#body').inputValue()).toBe('I cannot find it, with the lamp on either.');
    await page.locator('#title').fill('x'.repeat(300));
    await press(page.getByRole('button', { name: 'Save changes' }));
    expect([await page.locator('.field-fault').count(), await page.locator('#body').inputValue()]).toEqual([1, 'I cannot find it, with the lamp on either.']);
    await page.locator('#title').fill('Where is the button that resets it?');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview').waitFor();
    expect(await page.locator('.field-fault, .problem-summary, [aria-invalid]').count()).toBe(0); // of a title that was mended
    await press(page.getByRole('link', { name: 'Cancel' }));
    await page.goto(path);
    expect([await page.locator('#body').inputValue(), await page.locator('#title').inputValue()]).toEqual(['I cannot find it.', 'Where is the reset button?']);
  });

  it('is saved after the session has ended, and its writer has signed in again', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    const { opening } = await site.community.asks('Mina', internet, 'Is there a reset button?', 'I have not found it.');
    await page.goto(`/p/${opening.id.slice(4)}/edit`);
    await page.locator('#body').fill('I have not found it yet.');
    await page.context().clearCookies();
    await press(page.getByRole('button', { name: 'Save changes' }));
    expect([await page.locator('.kept-text').innerText(), await page.locator('main form').count()]).toEqual(['I have not found it yet.', 1]); // who changes a post has an account
    const cookies = [{ name: 'kundig', value: mina.sessionToken, url: site.site.url }];
    await page.context().addCookies(cookies); // signed in elsewhere
    await page.goto(`/p/${opening.id.slice(4)}/edit`);
    expect([await page.locator('#body').inputValue(), await page.locator('main .notice').count()]).toEqual(['I have not found it yet.', 0]);
    await page.context().clearCookies();
    const still = await site.signedIn(mina); // without scripts
    await still.goto(`/p/${opening.id.slice(4)}/edit`);
    await still.locator('#body').fill('I have not found it so far.');
    await still.context().clearCookies();
    await press(still.getByRole('button', { name: 'Preview' }));
    await still.locator('#known-email').fill(mina.email);
    await still.locator('#known-password').fill(mina.password);
    await press(still.getByRole('button', { name: 'Sign in and post' }));
    expect([new URL(still.url()).pathname, await still.locator('#body').inputValue()]).toEqual(['/sign-in', 'I have not found it so far.']); // nobody had pressed the button that saves
    await press(page.getByRole('button', { name: 'Save changes' }));
    await page.locator('#known-email').fill(mina.email);
    await page.locator('#known-password').fill(mina.password);
    await press(page.getByRole('button', { name: 'Sign in and post' }));
    expect(await page.getByRole('article').first().innerText()).toContain('I have not found it yet.');
  });

  it('of a guest who has a draft of another question stands beside it, and neither is lost', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto('/ask');
    await page.locator('#title').fill('The question of the draft');
    await page.locator('#body').fill('Its body.');
    await press(page.getByRole('button', { name: 'Save draft' }));
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.goto('/ask');
    await page.locator('#title').fill('The question of a guest');
    await page.context().addCookies(cookies);
    await page.goto('/de/ask');
    expect([await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['The question of the draft', 'Its body.']);
    await press(page.getByRole('link', { name: 'Mit jener weitermachen' }));
    expect([await page.locator('#title').inputValue(), await page.locator('#body').inputValue()]).toEqual(['The question of a guest', '']);
    await page.goto('/drafts');
    await press(page.getByRole('button', { name: 'Discard' }).first());
  });

  it('is saved before its writer signs out', async () => {
    const otto = await site.community.member('Otto');
    const page = await site.signedIn(otto, WITH_SCRIPTS);
    await page.goto('/ask');
    await page.locator('#title').fill('Typed a moment ago');
    await page.evaluate(`document.querySelector('form[action$="/sign-out"]').requestSubmit()`);
    await page.waitForURL('**/');
    await page.evaluate('sessionStorage.clear()');
    await page.goto('/sign-in?next=/ask');
    await page.getByLabel('E-mail').fill(otto.email);
    await page.getByLabel('Password').fill(otto.password);
    await press(page.getByRole('button', { name: 'Sign in' }));
    expect([await page.locator('#title').inputValue(), await page.locator('main .notice').first().innerText()]).toEqual(['Typed a moment ago', expect.stringContaining('This is your draft')]);
  });

  it('takes no other draft’s place by itself', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto('/ask');
    await page.locator('#title').fill('The first of two questions');
    await press(page.getByRole('button', { name: 'Save draft' }));
    await page.clock.install();
    await page.goto('/ask?title=Another');
    expect(await page.locator('main .notice').first().innerText()).toContain('You have a draft of something else');
    await page.locator('#body').fill('Of which nothing is kept yet');
    await page.clock.runFor(11_000);
    await page.goto('/ask');
    expect(await page.locator('#title').inputValue()).toBe('The first of two questions');
  });

  it('becomes a member’s draft by itself, also when they leave at once, and is gone when it is posted', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.clock.install();
    await page.goto(question.path);
    await page.locator('#body').fill('Written on the way');
    await page.clock.runFor(10_000);
    await page.locator('.draft-state', { hasText: 'Draft saved at' }).waitFor();
    const elsewhere = await site.signedIn(mina);
    await elsewhere.goto(question.path);
    expect(await elsewhere.locator('#body').inputValue()).toBe('Written on the way');
    await page.locator('#body').fill('Written, and left');
    await page.goto('/drafts');
    await until(async () => {
      await elsewhere.goto(question.path);
      return (await elsewhere.locator('#body').inputValue()) === 'Written, and left';
    });
    await page.goto(question.path);
    await page.locator('#body').fill('Done at last, and sent.');
    await press(page.getByRole('button', { name: 'Post answer' }));
    await elsewhere.goto(question.path);
    expect(await elsewhere.locator('#body').inputValue()).toBe('');
  });
});

describe('what is discarded', () => {
  it('goes with what the browser kept of it, and is not saved again by leaving', async () => {
    const page = await site.signedIn(mina, WITH_SCRIPTS);
    await page.goto('/ask');
    await page.locator('#title').fill('Which lamp is it?');
    await press(page.getByRole('button', { name: 'Save draft' }));
    await page.goto('/de/ask');
    await page.locator('#title').fill('Which lamp is it, then?');
    await press(page.getByRole('button', { name: 'Verwerfen' }));
    expect([new URL(page.url()).pathname, await page.locator('#title').inputValue()]).toEqual(['/de/ask', '']);
    await page.goto(question.path);
    await page.locator('#body').fill('Half an answer');
    await press(page.getByRole('button', { name: 'Save draft' }));
    await page.locator('#body').fill('Half an answer, and more');
    await page.goto('/drafts');
    await press(page.getByRole('button', { name: 'Discard' }));
    expect(await page.getByRole('main').innerText()).toContain('You have no drafts');
    await page.goto(question.path);
    expect(await page.locator('#body').inputValue()).toBe('');
  });
});

describe('looking while one asks', () => {
  it('shows what may answer it beside the form', async () => {
    const page = await site.visitor(WITH_SCRIPTS);
    await page.goto('/ask');
    await page.locator('#title').fill('router restarts at night');
    const found = page.locator('.suggestions').getByRole('link');
    const looked = page.waitForRequest('**/ask/suggestions**');
    expect((await looked).url()).not.toContain('router'); // what is not sent yet stands in no address
    await found.waitFor();
    expect(await found.innerText()).toBe('Router restarts every night');
    const [form, list] = await Promise.all([page.locator('.ask-form').boundingBox(), page.locator('.suggestions').boundingBox()]);
    expect(list!.x).toBeGreaterThan(form!.x + form!.width);
    await page.locator('#title').fill('');
    await found.waitFor({ state: 'detached' });
  });

  it('loads the page anew where the list cannot be fetched and somebody asks for it', async () => {
    const page = await site.visitor(WITH_SCRIPTS);
    await page.goto('/ask');
    await page.route('**/ask/suggestions*', (route) => route.abort());
    await page.locator('#title').fill('router restarts at night');
    await press(page.getByRole('button', { name: 'Look for answers first' }));
    expect(await page.locator('.suggestions').getByRole('link').first().innerText()).toBe('Router restarts every night');
    expect(await page.locator('#title').inputValue()).toBe('router restarts at night');
  });

  it('shows them for what was there from the start: a draft, or a text that came back', async () => {
    const page = await site.signedIn(mina, { ...WITH_SCRIPTS, viewport: { width: 360, height: 640 } });
    await page.goto('/ask');
    await page.locator('#title').fill('router restarts at night');
    await press(page.getByRole('button', { name: 'Save draft' }));
    await page.goto('/ask');
    await page.getByRole('button', { name: 'Look for answers first' }).click();
    expect(await page.locator('.suggestions').getByRole('link').first().innerText()).toBe('Router restarts every night');
    await press(page.getByRole('button', { name: 'Discard' }).first());
  });

  it('says on a phone how many there are, moves nothing, and shows them when asked to', async () => {
    const page = await site.visitor({ ...WITH_SCRIPTS, viewport: { width: 360, height: 640 } });
    await page.goto('/de/ask');
    const place = () => page.locator('#body').evaluate((field) => (field as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect().top);
    await page.locator('#title').fill('router restarts at night');
    const before = await place();
    const button = page.getByRole('button', { name: 'Eine mögliche Antwort ansehen' });
    await button.waitFor();
    expect(await place()).toBe(before);
    await button.click();
    await page.locator('.suggestions').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('Router restarts every night');
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  });
});
