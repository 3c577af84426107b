import { AxeBuilder } from '@axe-core/playwright';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let question: { id: string; path: string };
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
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
