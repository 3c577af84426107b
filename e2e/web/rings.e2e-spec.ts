import { AxeBuilder } from '@axe-core/playwright';
import { RingService } from '#reputation';
import { Database } from '#platform/database';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
let jo: Person, ada: Person;
let posts: string[];
beforeAll(async () => {
  site = await web();
  const { community } = site;
  await community.member('Root', 'admin');
  ada = await community.member('Ada');
  jo = await community.member('Jo', 'staff');
  const category = await community.category('Root', 'Internet');
  const ring = ['Rolf', 'Rita', 'Ralf'];
  for (const name of ring) await community.member(name);
  posts = [];
  for (let n = 0; n < 4; n += 1) {
    const thread = await community.asks('Ada', category, `Warum startet der Router jede Nacht neu? (${n})`, 'Immer gegen zwei Uhr.');
    for (const name of ring) {
      const post = await community.answers(name, thread.id, 'Schalten Sie das Energiesparen aus.');
      posts.push(post);
      for (const other of ring) if (other !== name) await community.does(other, 'vote', { postId: post, vote: 'up' });
    }
  }
  await site.caughtUp();
  await site.site.app.get(RingService, { strict: false }).find();
});
afterAll(() => site.close());

const ups = async () => (await site.site.app.get(Database, { strict: false }).one<{ ups: number }>('select sum(up_count)::int as ups from post'))!.ups;

it('are shown to staff with what speaks for it, and set aside and put back with a press each, on a phone, without script, in German', async () => {
  const page = await site.signedIn(jo, { viewport: { width: 360, height: 640 } });
  await page.goto('/de/review');
  await press(page.getByRole('link', { name: 'Stimmen, die abgesprochen wirken' }));
  const main = page.getByRole('main');
  expect(await main.innerText()).toMatch(/Sie stimmen füreinander[\s\S]*Rolf[\s\S]*24 Stimmen, bei 24 möglichen[\s\S]*100 % aller Stimmen[\s\S]*Sie kamen am selben Tag dazu/);
  await press(page.getByRole('button', { name: 'Alle diese Stimmen außer Acht lassen' }));
  expect([await main.innerText(), await ups()]).toEqual([expect.stringMatching(/zählen nicht mehr[\s\S]*Nichts wirkt abgesprochen/), 0]);
  await press(page.getByRole('link', { name: 'Außer Acht gelassen' }));
  await press(page.getByRole('button', { name: 'Die Stimmen wieder zählen' }));
  expect(await ups()).toBe(24);
  await press(page.getByRole('link', { name: 'Nichts daran' }));
  await press(page.getByRole('button', { name: 'Noch einmal ansehen' }));
  const seen = await site.signedIn(jo, { javaScriptEnabled: true });
  await seen.goto('/vote-findings');
  expect((await new AxeBuilder({ page: seen }).analyze()).violations).toEqual([]);
  const other = await site.signedIn(ada);
  expect((await other.goto('/vote-findings'))!.status()).toBe(404);
});
