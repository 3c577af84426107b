import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let keeper: Page;
let first: string, second: string, third: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  await site.community.member('Mina');
  const categoryId = await site.community.category('Ada', 'Internet');
  const ask = (title: string) => site.community.asks('Mina', categoryId, title, 'It is so every evening.');
  first = (await ask('Why is it slow in the evening?')).path;
  second = (await ask('Slow every evening')).path;
  third = (await ask('The evenings are slow')).path;
  keeper = await site.signedIn(await site.community.member('Kim', 'super_user'), { viewport: { width: 360, height: 640 } });
});
afterAll(() => site.close());

async function menu(page: Page, act: string): Promise<void> {
  await page.getByRole('complementary').getByText('Manage').click();
  await press(page.getByRole('link', { name: act }));
}

const keyOf = (path: string) => path.split('/')[2]!;
const faults = async (page: Page) => ({ axe: (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id), width: await page.evaluate<number>('document.documentElement.scrollWidth') });

it('marks a duplicate: the page closes and leads to the original', async () => {
  await keeper.goto(third);
  await menu(keeper, 'Mark as duplicate');
  await press(keeper.getByRole('link', { name: 'Cancel' }));
  expect(new URL(keeper.url()).pathname).toBe(third);
  await menu(keeper, 'Mark as duplicate');
  await keeper.getByLabel('What it repeats').fill('999999');
  await press(keeper.getByRole('button', { name: 'Find it' }));
  expect(await keeper.getByRole('main').innerText()).toContain('There is no such question.');
  await keeper.getByLabel('What it repeats').fill(`${site.site.url}/de${first}`);
  await press(keeper.getByRole('button', { name: 'Find it' }));
  await press(keeper.getByRole('button', { name: 'Mark as duplicate' }));
  expect(await keeper.locator('.notice-done').innerText()).toBe('It is closed as a duplicate. Whoever follows it follows the other one, too.');
  expect(await keeper.getByRole('complementary').innerText()).toMatch(/asked before[\s\S]*Why is it slow in the evening/);
});

it('merges what words find, and the old address and its posts lead to the other', async () => {
  const answer = await site.community.answers('Ada', `thr_${keyOf(second)}`, 'Change the channel.');
  await keeper.goto(second);
  await menu(keeper, 'Merge into another');
  const field = keeper.getByLabel('What it becomes part of');
  for (const [typed, fault] of [['', 'Please say which one.'], [keyOf(second), 'That is this very question. Please choose another.']] as const) {
    await field.fill(typed);
    await press(keeper.getByRole('button', { name: 'Find it' }));
    expect([await keeper.locator('#target-fault').innerText(), await field.inputValue()]).toEqual([fault, typed]);
    expect(await keeper.getByRole('button', { name: 'Merge' }).count()).toBe(0);
  }
  await field.fill(keyOf(first));
  await press(keeper.getByRole('button', { name: 'Find it' }));
  expect(await keeper.getByRole('region', { name: 'This is what will happen' }).innerText()).toContain('1 answer moves');
  expect(await keeper.getByRole('link', { name: 'Cancel' }).getAttribute('href')).toBe(second);
  await keeper.getByLabel('Why').fill('The same line.');
  await press(keeper.getByRole('button', { name: 'Merge' }));
  expect(new URL(keeper.url()).pathname).toBe(first);
  expect(await keeper.locator('.notice-done').innerText()).toBe('Both are one now: what was written there stands here.');
  expect(await keeper.getByRole('main').innerText()).toMatch(/Was asked as “Slow every evening”[\s\S]*Change the channel/);
  const opening = await keeper.locator('.comment', { hasText: 'Was asked as' }).getAttribute('id');
  await keeper.goto(`/de/p/${opening!.slice(4)}/history`);
  expect(await keeper.getByRole('main').innerText()).toContain('Gefragt als „Slow every evening“');
  const moved = await fetch(`${site.site.url}${second}?post=${answer}`, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `${first}?post=${answer}&merged=${keyOf(second)}`]);
  expect(await (await fetch(`${site.site.url}/threads`)).text()).not.toContain('Slow every evening');
});

it('leads from the old address to what stood there and says why, unless it names another place', async () => {
  const guest = await site.visitor({ viewport: { width: 360, height: 640 } });
  await guest.goto(`/de${second}`);
  expect(await guest.locator(':focus').innerText()).toMatch(/Sie sind hier, weil „Slow every evening“ mit dieser Seite zusammengeführt wurde[\s\S]*It is so every evening/);
  expect(await guest.evaluate<number>('scrollY')).toBeGreaterThan(0);
  const answer = (await guest.getByRole('article').last().getAttribute('id'))!;
  await guest.goto(`${second}#${answer}`); // a link from before to an answer
  expect(guest.url()).toMatch(new RegExp(`merged=\\d+#${answer}$`));
  expect(await guest.locator(':focus').count()).toBe(0);
  await guest.goto(first);
  expect(await guest.getByText('You are here').count()).toBe(0);

  const opening = (await guest.locator('.comment').first().getAttribute('id'))!;
  await site.community.does('Kim', 'deletePost', { postId: opening, reason: 'Names somebody.' });
  await guest.goto(second); // nothing of it is told, the title neither
  expect(await guest.getByRole('main').innerText()).toMatch(/You are here because the page you were looking for was merged/);
  expect(await guest.content()).not.toContain('Slow every evening');
  await site.community.does('Kim', 'restorePost', { postId: opening });
});

it('splits answers off, and says so in both', async () => {
  await keeper.goto(first);
  await menu(keeper, 'Split off answers');
  expect(await keeper.getByRole('link', { name: 'Cancel' }).getAttribute('href')).toBe(first);
  await keeper.getByLabel('Title of the new question').fill('Which channel is best?');
  await press(keeper.getByRole('button', { name: 'Split off' }));
  expect(await keeper.locator('#posts-fault').innerText()).not.toBe('');
  await keeper.getByLabel('Change the channel.').check();
  await press(keeper.getByRole('button', { name: 'Split off' }));
  expect(await keeper.getByRole('heading', { level: 1 }).innerText()).toBe('Which channel is best?');
  expect(await keeper.locator('.notice-done').innerText()).toBe('What you chose stands here now, as a question of its own.');
  // the note leads by PUBLIC_URL, which is not where this site runs
  expect(new URL((await keeper.getByRole('link', { name: 'Why is it slow in the evening?' }).getAttribute('href'))!).pathname).toBe(first);
  await keeper.goto(first);
  expect(await keeper.getByRole('link', { name: 'Which channel is best?' }).count()).toBe(1);
});

it('has nothing for axe to find and fits a phone, and is not there for others', async () => {
  const page = await site.signedIn(await site.community.member('Lou', 'super_user'), { javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
  for (const path of [`/t/${keyOf(first)}/merge?target=${keyOf(third)}`, `/de/t/${keyOf(first)}/duplicate?target=slow`, `/t/${keyOf(first)}/split`]) {
    await page.goto(path);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${path.replace(/\W/g, '-')}.png`, fullPage: true });
    expect([path, await faults(page)]).toEqual([path, { axe: [], width: 360 }]);
  }
  const stranger = await site.signedIn(await site.community.member('Tom'));
  expect((await stranger.goto(`/t/${keyOf(first)}/merge`))!.status()).toBe(404);
});
