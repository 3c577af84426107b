import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { ledTo, press, type Web, web } from './web.fixture.js';

let site: Web;
let mina: Page, ada: Page, keeper: Page, guest: Page;
let thread: { id: string; path: string; opening: { id: string } };
let answer: string;
let internet: string;
const faults: string[] = [];
beforeAll(async () => {
  site = await web();
  const phone = { viewport: { width: 360, height: 640 } };
  await site.community.member('Root', 'admin');
  internet = await site.community.category('Root', 'Internet');
  await site.community.category('Root', 'Telephone');
  const [m, a, k] = [await site.community.member('Mina'), await site.community.member('Ada'), await site.community.member('Kim', 'super_user')];
  const looked = { ...phone, javaScriptEnabled: true }; // axe is a script; the pages of the others run none
  [mina, ada, keeper, guest] = [await site.signedIn(m, phone), await site.signedIn(a, looked), await site.signedIn(k, looked), await site.visitor(phone)];
  thread = await site.community.asks('Mina', internet, 'What does the red light mean?', 'It is on since this morning.');
  answer = await site.community.answers('Ada', thread.id, 'It means that the line is down.');
  await site.community.does('Mina', 'vote', { postId: answer, vote: 'up' });
});
afterAll(() => site.close());

const post = (page: Page) => page.locator(`[id="${answer}"]`);
const open = (page: Page) => page.goto(thread.path);

async function choose(within: Locator, menu: 'More' | 'Manage', act: string): Promise<void> {
  await within.getByText(menu, { exact: true }).last().click();
  await press(within.getByRole(act === 'Reopen' ? 'button' : 'link', { name: act, exact: true }));
}

async function look(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  faults.push(...violations.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (wide > 360) faults.push(`${page.url()}: ${wide} wide`);
}

it('edits: what is refused or was changed meanwhile comes back with what was typed, and the history shows each word', async () => {
  await open(ada);
  await choose(post(ada), 'More', 'Edit');
  await look(ada);
  await ada.getByLabel('Text').fill('No');
  await press(ada.getByRole('button', { name: 'Save changes' }));
  expect([await ledTo(ada), await ada.getByLabel('Text').inputValue()]).toEqual(['body', 'No']);
  await ada.getByLabel('Text').fill('It means that the *fibre* is down.');
  await ada.getByRole('button', { name: 'Preview' }).click();
  expect(await ada.getByRole('status').locator('em').innerText()).toBe('fibre');

  await open(keeper); // meanwhile
  await choose(post(keeper), 'More', 'Edit');
  await keeper.getByLabel('Text').fill('It means that the line is broken.');
  await keeper.getByLabel('Why you change it').fill('Clearer');
  await press(keeper.getByRole('button', { name: 'Save changes' }));

  await press(ada.getByRole('button', { name: 'Save changes' }));
  expect(await ada.getByRole('alert').innerText()).toContain('changed while you were writing');
  expect(await ada.getByRole('region', { name: 'This is what stands there now' }).innerText()).toMatch(/Changed by Kim\s*Super user \S+[\s\S]*the line is broken/);
  expect(await ada.getByLabel('Text').inputValue()).toBe('It means that the *fibre* is down.');
  await look(ada);
  await press(ada.getByRole('button', { name: 'Save changes' }));
  expect(new URL(ada.url()).pathname).toBe(thread.path);
  expect(await post(ada).locator('.prose').first().innerText()).toBe('It means that the fibre is down.');

  await open(guest);
  await press(post(guest).getByRole('link', { name: 'edited' }));
  expect(await guest.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Change 2', 'Change 1']);
  expect(await guest.getByRole('article').last().innerText()).toMatch(/Kim[\s\S]*Why: Clearer/);
  expect(await guest.getByRole('article').last().locator('ins').innerText()).toContain('broken');
  expect(await guest.getByRole('article').last().locator('del').innerText()).toContain('down');
  await ada.goto(guest.url());
  await look(ada);
});

it('says of a slip of the pen, too, whose change came in between', async () => {
  const other = await site.community.asks('Mina', internet, 'What does the blue light mean?', 'It is on as well.');
  const fresh = await site.community.answers('Ada', other.id, 'It means that the lne is down.');
  await keeper.goto(`/de/p/${fresh.slice(4)}/edit`);
  await ada.goto(`/p/${fresh.slice(4)}/edit`);
  await ada.getByLabel('Text').fill('It means that the line is down.');
  await press(ada.getByRole('button', { name: 'Save changes' }));
  await keeper.getByLabel('Beitrag').fill('It means: the line is down.');
  await press(keeper.getByRole('button', { name: 'Änderungen speichern' }));
  expect(await keeper.getByRole('region', { name: 'Das steht jetzt dort' }).innerText()).toMatch(/Geändert von Ada in den ersten Minuten/);
  await press(keeper.getByRole('link', { name: 'Abbrechen' }));
  expect(keeper.url()).toContain(`${other.path}#${fresh}`);
});

it('hides an earlier text from all but staff, in the changes beside it, too, and shows it again', async () => {
  const sam = await site.signedIn(await site.community.member('Sam', 'staff'), { viewport: { width: 360, height: 640 }, javaScriptEnabled: true });
  const { id } = (await site.community.asks('Mina', internet, 'What does the green light mean?', 'Do call me: 0171 5550.')).opening;
  for (const [n, body] of ['Do call me, please: 0171 5550.', 'Do write to me, please.', 'Do tell me, please.'].entries()) await site.community.does('Kim', 'editPost', { postId: id, basedOn: n, body, reason: `Reason ${n}` });
  const history = `/p/${id.slice(4)}/history`;
  await sam.goto(history);
  const changes = (page: Page) => page.getByRole('article').allInnerTexts();
  await press(sam.getByRole('article', { name: 'Change 2' }).getByRole('link', { name: 'Hide the text before this change' }));
  await look(sam);
  await press(sam.getByRole('button', { name: 'Hide now' }));
  expect(await ledTo(sam)).toBe('reason');
  await sam.getByLabel('Why it is hidden').fill('A telephone number');
  await press(sam.getByRole('button', { name: 'Hide now' }));
  expect(new URL(sam.url()).pathname).toBe(history);
  expect(await sam.getByRole('article', { name: 'Change 2' }).innerText()).toMatch(/text before this change is hidden. Only staff still see[\s\S]*0171/);
  await look(sam);
  for (const page of [guest, mina, keeper]) {
    await page.goto(history);
    expect(await changes(page)).toEqual([expect.stringContaining('Reason 2'), expect.stringContaining('before this change is hidden'), expect.stringMatching(/after this change is hidden[\s\S]*Reason 0/)]);
    for (const gone of ['0171', 'Reason 1', 'Hide the text']) expect(await page.getByRole('main').innerHTML()).not.toContain(gone);
  }
  await keeper.goto(`${history}/2/hide`);
  expect(await keeper.getByRole('alert').innerText()).toContain('Only staff can do this.');
  await sam.goto(`/de${history}`);
  await press(sam.getByRole('button', { name: 'Wieder allen zeigen' }));
  await guest.goto(`/de${history}`);
  expect(await guest.getByRole('main').innerText()).toMatch(/0171[\s\S]*Reason 1|Reason 1[\s\S]*0171/);
});

it('changes title and tags with the opening, and tells who comes too late why', async () => {
  await open(mina);
  await choose(mina.locator(`[id="${thread.opening.id}"]`), 'More', 'Edit');
  await mina.getByLabel('Title').fill('What does the red lamp mean?');
  await press(mina.getByRole('button', { name: 'Save changes' }));
  expect(await mina.getByRole('heading', { level: 1 }).innerText()).toBe('What does the red lamp mean?');
  expect(mina.url()).toContain('red-lamp');
  await site.community.age({ [thread.id]: 60 });
  await open(ada);
  await post(ada).getByText('More', { exact: true }).click();
  expect(await post(ada).locator('.menu-off').innerText()).toContain('24 hours');
  await ada.goto(`/p/${answer.slice(4)}/edit`);
  expect(await ada.getByRole('alert').innerText()).toContain('24 hours');
});

it('deletes one’s own, marked as such to those who still see it, and restores it', async () => {
  await open(ada);
  await choose(post(ada), 'More', 'Delete');
  expect(await ada.getByLabel('Why').count()).toBe(0);
  await look(ada);
  await press(ada.getByRole('button', { name: 'Delete now' }));
  expect(await post(ada).innerText()).toContain('You deleted this.');
  await look(ada);
  await open(guest);
  expect(await post(guest).count()).toBe(0);
  await open(keeper);
  expect(await post(keeper).innerText()).toContain('Only whoever deleted it');
  expect(await post(keeper).getByText('fibre').isVisible()).toBe(false);
  await press(post(ada).getByRole('button', { name: 'Restore' }));
  expect(await post(ada).innerText()).not.toContain('deleted');
});

it('asks a super user why, and marks a whole page that is deleted at its head', async () => {
  await open(keeper);
  await choose(keeper.locator(`[id="${thread.opening.id}"]`), 'More', 'Delete');
  expect(await keeper.getByRole('main').innerText()).toContain('1 answer goes with it.');
  await press(keeper.getByRole('button', { name: 'Delete now' }));
  expect(await ledTo(keeper)).toBe('reason');
  await keeper.getByLabel('Why it is deleted').fill('Advertising');
  await press(keeper.getByRole('button', { name: 'Delete now' }));
  expect(await keeper.locator('.state-notice').allInnerTexts()).toEqual([expect.stringContaining('You deleted this question with all its answers')]);
  await look(keeper);
  expect((await open(guest))!.status()).toBe(410);
  await press(keeper.getByRole('button', { name: 'Restore' }));
  expect((await open(guest))!.status()).toBe(200);
});

it('tells the author of a deleted answer by whom and why, and those who keep order in its history', async () => {
  await open(keeper);
  await choose(post(keeper), 'More', 'Delete');
  await keeper.getByLabel('Why it is deleted').fill('Advertising for <b>fibre</b>');
  await press(keeper.getByRole('button', { name: 'Delete now' }));
  const told = ada.getByRole('listitem').filter({ hasText: 'Die Begründung: Advertising for <b>fibre</b>' });
  while ((await told.count()) === 0) await ada.goto('/de/notifications');
  expect(await told.innerText()).toMatch(/Ihr Beitrag wurde gelöscht: Kim\s+Super User/);
  await look(ada);
  await press(post(keeper).getByRole('link', { name: 'History' }));
  expect(await keeper.getByRole('region', { name: 'Deleted and restored' }).innerText()).toMatch(/^Deleted and restored\s+Deleted: Kim\s*Super user[^]*Why: Advertising for <b>fibre<\/b>$/);
  await look(keeper);
  await open(keeper);
  await press(post(keeper).getByRole('button', { name: 'Restore' }));
  await ada.goto(`/p/${answer.slice(4)}/history`);
  expect(await ada.getByText('Deleted and restored').count()).toBe(0);
});

it('closes, reopens and moves', async () => {
  const side = (page: Page) => page.getByRole('complementary');
  await open(mina);
  await choose(side(mina), 'Manage', 'Close');
  expect(await mina.getByRole('radio').count()).toBe(0);
  await press(mina.getByRole('button', { name: 'Close now' }));
  expect(await side(mina).innerText()).toContain('closed because it is settled');
  expect(await mina.locator('.notice-done').innerText()).toBe('It is closed now and takes no more answers. Reopening it undoes this.');
  const address = mina.url();
  await choose(side(mina), 'Manage', 'Reopen');
  expect(await mina.locator('.notice-done').innerText()).toBe('It is open again and takes answers.');
  await mina.goto(address); // a link that is passed on says nothing that is not so
  expect(await mina.locator('.notice-done').count()).toBe(0);
  await open(keeper);
  await choose(side(keeper), 'Manage', 'Close');
  await keeper.getByLabel('More about why').fill('Quite another thing.');
  await press(keeper.getByRole('button', { name: 'Close now' })); // nothing was chosen, and nothing is closed
  expect(await keeper.getByRole('group', { name: 'Why is it closed?' }).innerText()).toContain('Please choose why.');
  expect(await keeper.getByLabel('More about why').inputValue()).toBe('Quite another thing.');
  await keeper.getByLabel('It does not belong here').check();
  await look(keeper);
  await press(keeper.getByRole('button', { name: 'Close now' }));
  await open(guest);
  expect(await guest.getByRole('textbox', { name: /What helps|Your comment/ }).count()).toBe(0); // what they wrote would be refused in the end
  await open(mina);
  await side(mina).getByText('Manage').click();
  expect(await side(mina).innerText()).toContain('Only super users and staff can reopen it');
  await choose(side(keeper), 'Manage', 'Reopen');
  await choose(side(keeper), 'Manage', 'Move');
  await keeper.getByLabel('Topic').selectOption('Telephone');
  await press(keeper.getByRole('button', { name: 'Move there' }));
  expect(await keeper.getByRole('navigation', { name: 'You are here' }).innerText()).toContain('Telephone');
  expect(await keeper.locator('.notice-done').innerText()).toBe('It stands in this topic now. Old links still lead here.');
  await look(keeper);
  await choose(side(keeper), 'Manage', 'Move');
  await press(keeper.getByRole('button', { name: 'Move there' }));
  expect(await keeper.locator('.notice-done').innerText()).toBe('It stands in this topic already: nothing was changed.');

});

it('calls a thread what it is, and says to those who keep order what others cannot do', async () => {
  const { id, opening } = await site.community.asks('Mina', internet, 'Is there a yellow light?', 'I have not seen one.');
  const place = (act: string) => `/t/${id.slice(4)}/${act}`;
  for (const [page, path, title] of [[mina, place('close'), 'Close this question'], [mina, `/p/${opening.id.slice(4)}/delete`, 'Delete the whole question?'], [mina, `/de${place('close')}`, 'Diese Frage schließen']] as const) {
    await page.goto(path);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  }
  await site.community.does('Kim', 'closeThread', { threadId: id, reason: 'off_topic' });
  await keeper.goto(`/t/${id.slice(4)}`);
  expect(await keeper.locator('.answer-form').innerText()).toContain('Others can no longer write here.');
  await site.community.does('Kim', 'deletePost', { postId: opening.id, reason: 'Advertising' });
  await keeper.goto(`/p/${opening.id.slice(4)}/history`);
  expect(await keeper.locator('.empty').innerText()).toContain('This post is deleted. There are no earlier texts of it');
});

it('lets askers put their question where it belongs until somebody has answered', async () => {
  const { id } = await site.community.asks('Mina', internet, 'Is there a violet light?', 'I have not seen one.');
  const side = mina.getByRole('complementary');
  await mina.goto(`/t/${id.slice(4)}`);
  await choose(side, 'Manage', 'Move');
  expect(await mina.getByLabel('Why').count()).toBe(0);
  await mina.getByLabel('Topic').selectOption('Telephone');
  await press(mina.getByRole('button', { name: 'Move there' }));
  expect(await mina.getByRole('navigation', { name: 'You are here' }).innerText()).toContain('Telephone');
  await site.community.answers('Ada', id, 'There is none, believe me.');
  await mina.goto(`/de/t/${id.slice(4)}/move`);
  expect(await mina.getByRole('main').innerText()).toContain('Andere haben schon geantwortet.');
});

it('says before a move what has no place there, and asks for what is needed there', async () => {
  const [routers, televisions] = [await site.community.category('Root', 'Routers'), await site.community.category('Root', 'Televisions')];
  const field = (categoryId: string, key: string, labelEn: string, required: boolean) => site.community.does('Root', 'createCategoryField', { categoryId, key, labelDe: `${labelEn} (de)`, labelEn, required });
  await field(routers, 'firmware', 'Firmware', false);
  await field(televisions, 'screen', 'Screen', true);
  const asked = { title: 'Why is the picture black?', body: 'Only the sound is there.', categoryId: routers, tags: [], fields: [{ key: 'firmware', value: '7.1 <b>' }] };
  const { thread: { id } } = await site.community.does<{ thread: { id: string } }>('Ada', 'askQuestion thread { id }', asked);
  await ada.goto(`/t/${id.slice(4)}/move`);
  await ada.getByLabel('Topic').selectOption('Televisions');
  await press(ada.getByRole('button', { name: 'Move there' }));
  expect(await ada.getByRole('alert').innerText()).toMatch(/no place for this[\s\S]*Firmware: 7\.1 <b>/);
  await look(ada);
  await press(ada.getByRole('button', { name: 'Move there' }));
  expect([await ledTo(ada), await ada.getByLabel('Topic').locator('option:checked').innerText()]).toEqual(['fields.screen', 'Televisions']);
  await ada.getByLabel('Screen').fill('erika.muster@web.de');
  await press(ada.getByRole('button', { name: 'Move there' }));
  await press(ada.getByRole('button', { name: 'Replace with dots' }));
  expect(await ada.getByLabel('Screen').inputValue()).not.toContain('muster');
  await ada.getByLabel('Screen').fill('OLED');
  await press(ada.getByRole('button', { name: 'Move there' }));
  expect(await ada.getByRole('main').innerText()).toMatch(/Screen:?\s+OLED/);
  await keeper.goto(`/t/${id.slice(4)}`);
  await keeper.locator('.post').first().getByRole('link', { name: 'edited' }).click();
  expect(await keeper.getByRole('article').first().innerText()).toMatch(/Firmware[\s\S]*7\.1 <b>/);
});

it('says that an answer solved it for another, too, and counts', async () => {
  await open(keeper);
  await post(keeper).getByRole('button', { name: 'Solved it for me, too' }).click();
  await post(keeper).getByText('Solved it for 1 other person').waitFor();
  await open(keeper);
  await post(keeper).getByText('This solved it').click();
  expect(await post(keeper).innerText()).toMatch(/Super users can in \d+ days/);
  await open(mina);
  expect(await post(mina).getByRole('button', { name: 'Solved it for me, too' }).count()).toBe(0);
});

it('has no fault for a screen reader and fits a phone', () => {
  expect(faults).toEqual([]);
});
