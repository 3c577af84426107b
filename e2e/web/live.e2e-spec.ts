import { AxeBuilder } from '@axe-core/playwright';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let ada: Person;
let question: { id: string; path: string };
beforeAll(async () => {
  site = await web();
  ada = await site.community.member('Ada', 'admin');
  await Promise.all([site.community.member('Mina'), site.community.member('Jo')]);
  question = await site.community.asks('Mina', await site.community.category('Ada', 'Internet'), 'The router restarts', 'Every night at three.');
});
afterAll(() => site.close());

it('says that there are new answers to whoever looks on, where they stand, and leaves what is being typed alone', async () => {
  const [mina, guest, still] = [await site.visitor({ javaScriptEnabled: true }), await site.visitor({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } }), await site.visitor()];
  await mina.goto(question.path);
  await guest.goto(`/de${question.path}`);
  await still.goto(question.path);
  await mina.getByLabel('What helps, step by step').fill('I am not done');
  expect(await mina.locator('thread-live').innerText()).toBe('');
  const first = await site.community.answers('Jo', question.id, 'Renew the lease of its address.');
  await mina.locator('thread-live', { hasText: '1 new answer' }).waitFor();
  await guest.locator('thread-live', { hasText: '1 neue Antwort' }).waitFor();
  expect(await guest.locator('#answers-title').innerText()).toBe('1 Antwort');
  expect(await guest.locator('#answers > .empty').isVisible()).toBe(false);
  expect((await new AxeBuilder({ page: guest }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(await guest.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
  await site.community.answers('Jo', question.id, 'Or switch it off and on.');
  await mina.locator('thread-live', { hasText: '2 new answers' }).waitFor();
  expect(await mina.locator('#answers-title').innerText()).toBe('2 answers');
  expect(await mina.getByLabel('What helps, step by step').inputValue()).toBe('I am not done');
  const [other] = await Promise.all([mina.context().waitForEvent('page'), mina.getByRole('link', { name: 'Show' }).click()]);
  await other.locator(`#${first}`).waitFor();
  expect(await mina.getByLabel('What helps, step by step').inputValue()).toBe('I am not done');
  await press(guest.getByRole('link', { name: 'Anzeigen' }));
  expect([await guest.getByRole('article').count(), new URL(guest.url()).hash]).toEqual([3, `#${first}`]);
  expect(await still.locator('thread-live').innerText()).toBe('');
});

it('counts votes, and those who have the problem too, in their place, says what was accepted, and moves nothing of the page', async () => {
  const { id, path } = await site.community.asks('Mina', await site.community.category('Ada', 'Mobile'), 'No net in the cellar', 'Upstairs it works.');
  const answer = await site.community.answers('Jo', id, 'Let calls go over the wireless network.');
  const [desk, phone] = [await site.visitor({ javaScriptEnabled: true }), await site.visitor({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } })];
  await desk.goto(path);
  await phone.goto(`/de${path}`);
  const writer = await site.signedIn(ada, { javaScriptEnabled: true });
  await writer.goto(path);
  await writer.getByLabel('What helps, step by step').fill('I am not done');
  const placed = () => Promise.all([desk, phone, writer].map((page) => page.evaluate<string>(`JSON.stringify([scrollY, ...[...document.querySelectorAll('main :is(h1, h2, article, form, button, summary, textarea, a.act)')].map((each) => { const { x, y } = each.getBoundingClientRect(); return [x, y]; })])`)));
  const before = await placed();
  await site.community.does('Ada', 'vote post { id }', { postId: answer, vote: 'up' });
  await site.community.does('Jo', 'sameProblem thread { id }', { threadId: id, same: true });
  await site.community.does('Mina', 'acceptAnswer post { id }', { postId: answer });
  for (const page of [desk, phone, writer]) await page.locator(`#${answer} .score[title^="1 "]`).waitFor();
  expect(await desk.locator(`#${answer} .score`).innerText()).toMatch(/^1/);
  await desk.locator('.same-problem-count', { hasText: '1 person has this problem too' }).waitFor();
  await phone.locator('.same-problem-count', { hasText: '1 Person hat dieses Problem auch' }).waitFor();
  await writer.locator('thread-live', { hasText: 'An answer was accepted' }).waitFor();
  await phone.locator('thread-live', { hasText: 'Eine Antwort wurde angenommen' }).waitFor();
  await desk.locator('thread-live', { hasText: 'An answer was accepted' }).waitFor();
  expect(await placed()).toEqual(before);
  expect(await writer.getByLabel('What helps, step by step').inputValue()).toBe('I am not done');
  expect((await new AxeBuilder({ page: phone }).setLegacyMode().analyze()).violations.map((each) => each.id)).toEqual([]);
  if (process.env['SHOTS']) { await desk.screenshot({ path: `${process.env['SHOTS']}/desk.png`, fullPage: true }); await phone.screenshot({ path: `${process.env['SHOTS']}/phone.png`, fullPage: true }); await writer.screenshot({ path: `${process.env['SHOTS']}/writer.png` }); }
  await site.community.does('Jo', 'sameProblem thread { id }', { threadId: id, same: false });
  await desk.locator('.same-problem-count:empty').waitFor({ state: 'attached' });
  await press(desk.getByRole('link', { name: 'Show' }));
  await desk.locator(`#${answer}.post-accepted`).waitFor();
});
