import type { Page } from 'playwright-core';
import { Database } from '#platform/database';
import { press, type Web, web } from './web.fixture.js';

let site: Web;
const TITLE = 'Why does "it" <restart> & stop ]]>?';
const origin = 'http://localhost:3000'; // what the settings of tests call it from outside
let page: Page;
let question: { id: string; path: string };
let helpful: string;
const sql = (text: string, values: unknown[]) => site.site.app.get(Database).query(text, values);
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  await site.community.member('Mina <b>');
  await site.community.member('Jo');
  const category = await site.community.category('Ada', 'Internet & TV');
  question = await site.community.asks('Mina <b>', category, TITLE, 'Every **night** at three.');
  helpful = await site.community.answers('Jo', question.id, 'Renew the lease of its address.');
  await site.community.answers('Jo', question.id, 'Or switch it off and on.');
  await sql('update thread set accepted_post_id = $1 where id = $2', [helpful.slice(4), question.id.slice(4)]);
  page = await site.visitor({ javaScriptEnabled: true });
});
afterAll(() => site.close());

interface Item {
  type: string;
  [name: string]: string | Item | (string | Item)[];
}

/** The microdata of a page as a search engine reads it (https://html.spec.whatwg.org/multipage/microdata.html#values). */
const items = () => page.evaluate<Item[]>(`(() => {
  const value = (element) => element.hasAttribute('itemscope') ? read(element) : element.content ?? element.value ?? element.dateTime ?? element.href ?? element.textContent.trim();
  const read = (root) => {
    const item = { type: root.getAttribute('itemtype').replace('https://schema.org/', '') };
    const walk = (parent) => { for (const element of parent.children) {
      const name = element.getAttribute('itemprop');
      if (name) (item[name] ??= []).push(value(element));
      if (!element.hasAttribute('itemscope')) walk(element);
    } };
    walk(root);
    for (const name in item) if (Array.isArray(item[name]) && item[name].length === 1 && name !== 'suggestedAnswer') [item[name]] = item[name];
    return item;
  };
  return [...document.querySelectorAll('[itemscope]:not([itemprop])')].map(read);
})()`);

it('tells search engines the question, its answers, which is accepted, whose they are, and when', async () => {
  await page.goto(question.path);
  const at = new URL(question.path, page.url()).href;
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
  const person = (name: string) => ({ type: 'Person', name, url: expect.stringMatching(/\/m\/\d+$/) as string });
  const answer = (text: string, id: unknown) => ({ type: 'Answer', text, upvoteCount: '0', dateCreated: day, url: id, author: person('Jo') });
  expect(await items()).toEqual([{
    type: 'QAPage',
    mainEntity: {
      type: 'Question', name: TITLE, text: 'Every night at three.', answerCount: '2', upvoteCount: '0', dateCreated: day, author: person('Mina <b>'), url: expect.stringContaining(`${at}#pst_`),
      acceptedAnswer: answer('Renew the lease of its address.', `${at}#${helpful}`),
      suggestedAnswer: [answer('Or switch it off and on.', expect.stringContaining(`${at}#pst_`))],
    },
  }]);
  const told = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute('content');
  expect([await told('title'), await told('description'), await told('url'), await told('locale')]).toEqual([TITLE, 'Every night at three.', origin + question.path, 'en_GB']);
  expect(await page.locator('meta[name="description"]').getAttribute('content')).toBe('Every night at three.');
});

/** Parsed by the browser, which refuses what is not well-formed: the texts of the elements of that name. */
async function told(path: string, tag: string): Promise<(string | null)[]> {
  const response = await page.request.get(path);
  expect([path, response.status()]).toEqual([path, 200]);
  const blank = await page.context().newPage(); // the site's own pages let no text become a document
  const found = await blank.evaluate<(string | null)[], [string, string]>(([xml, name]) => {
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    if (document.querySelector('parsererror')) return ['not XML'];
    return [...document.getElementsByTagName(name)].map((element) => element.textContent);
  }, [await response.text(), tag]);
  await blank.close();
  return found;
}

it('lists every address, those of hidden threads not, in parts, in both languages', async () => {
  const hidden = await site.community.asks('Jo', await site.community.category('Ada', 'Other'), 'A question to be hidden', 'Nobody shall find this.');
  await sql(`update thread set state = 'hidden' where id = $1`, [hidden.id.slice(4)]);
  await page.goto('/');
  expect(await told('/sitemap.xml', 'loc')).toEqual([`${origin}/sitemap/places.xml`, `${origin}/sitemap/knowledge.xml`, `${origin}/sitemap/1.xml`]);
  expect(await told('/sitemap/places.xml', 'loc')).toEqual(expect.arrayContaining([`${origin}/`, `${origin}/c/internet-tv`]));
  expect(await told('/sitemap/1.xml', 'loc')).toEqual([origin + question.path]);
  expect(await told('/de/sitemap/1.xml', 'loc')).toEqual([`${origin}/de${question.path}`]);
  for (const path of ['/sitemap/0.xml', '/sitemap/2.xml', '/sitemap/x.xml', '/sitemap/-1.xml']) expect((await page.request.get(path)).status()).toBe(404);
  expect(await (await page.request.get('/robots.txt')).text()).toContain(`Sitemap: ${origin}/sitemap.xml`);
});

it('feeds every list, as its pages say', async () => {
  for (const path of ['/threads', '/c/internet-tv', '/de/threads?filter=solved']) {
    await page.goto(path);
    const feed = (await page.locator('link[type="application/atom+xml"]').getAttribute('href'))!;
    expect(await told(feed.replace(origin, ''), 'title')).toEqual([expect.any(String), TITLE]);
    expect(await told(feed.replace(origin, ''), 'name')).toEqual(['Mina <b>']);
    expect(await told(feed.replace(origin, ''), 'content')).toEqual([expect.stringContaining('<strong>night</strong>')]);
  }
  await page.goto(question.path);
  const answers = (await page.locator('link[type="application/atom+xml"]').getAttribute('href'))!.replace(origin, '');
  expect(await told(answers, 'content')).toEqual([expect.stringContaining('Or switch it off'), expect.any(String)]); // the newest first
  await page.locator('.post-answer .post-by a.member-name').last().click();
  const written = (await page.locator('link[type="application/atom+xml"]').getAttribute('href'))!.replace(origin, '');
  expect(await told(written, 'content')).toEqual(await told(answers, 'content'));
  expect(await told('/threads/feed.atom?filter=unanswered', 'entry')).toEqual([]);
  for (const path of ['/c/nothing/feed.atom', '/tag/nothing/feed.atom', '/t/999/feed.atom', '/t/x/feed.atom', '/m/999/feed.atom']) expect((await page.request.get(path)).status()).toBe(404);
});

it('says of what was deleted that it is gone, and of what is hidden that there is nothing', async () => {
  const status = async (path: string) => (await page.request.get(path)).status();
  const asked = await site.community.asks('Jo', await site.community.category('Ada', 'More'), 'A question to be deleted', 'It will not be needed.');
  expect(await status(asked.path)).toBe(200);
  await sql(`update thread set state = 'hidden' where id = $1`, [asked.id.slice(4)]);
  expect(await status(asked.path)).toBe(404);
  await sql(`update thread set state = 'deleted' where id = $1`, [asked.id.slice(4)]);
  expect([await status(asked.path), await status('/t/99999/never-there')]).toEqual([410, 404]);
});

it('says of a deleted post that it is gone, and where it stood', async () => {
  const page = await site.visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const status = async (path: string) => (await page.goto(path))!.status();
  const asked = await site.community.asks('Jo', await site.community.category('Ada', 'Posts'), 'A question that loses an answer', 'It was not needed.');
  const answer = await site.community.answers('Mina <b>', asked.id, 'It was not the answer.');
  const [key, there] = [answer.slice(4), `${asked.path}?post=${answer}`];
  const addresses = [`/p/${key}`, `/p/${key}/comments`, there];
  for (const path of addresses) expect(await status(path)).toBe(200);
  await sql(`update post set state = 'deleted', deleted_at = now(), deleted_from = 'visible' where id = $1`, [key]);
  for (const path of addresses) {
    expect(await status(path)).toBe(410);
    expect(await page.getByRole('main').getByRole('link', { name: 'A question that loses an answer' }).getAttribute('href')).toBe(asked.path);
  }
  expect(await status(`/de/p/${key}`)).toBe(410);
  expect(await page.getByRole('main').innerText()).toContain('wurde gelöscht. Er stand hier: A question that loses an answer');
  await sql(`update post set deleted_from = 'held' where id = $1`, [key]); // nobody has seen it
  expect([await status(`/p/${key}`), await status(there)]).toEqual([404, 200]);
  await sql(`update post set deleted_from = 'visible' where id = $1`, [key]);
  await sql(`update thread set state = 'hidden' where id = $1`, [asked.id.slice(4)]);
  expect(await status(`/p/${key}`)).toBe(404);
});

it('shows the same page in the other language, with what was chosen on it, by a link without script', async () => {
  const jo = await site.visitor({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const other = (name: string) => jo.getByRole('contentinfo').getByRole('link', { name, exact: true });
  for (const address of ['/search?q=restart', '/threads?filter=unanswered', `${question.path}?post=${helpful}`, '/sign-in?next=%2Fask', '/ask']) {
    await jo.goto(address);
    await press(other('Deutsch'));
    expect(jo.url()).toBe(`${site.site.url}/de${address}`);
    await press(other('English'));
    expect(jo.url()).toBe(site.site.url + address);
  }
});

it('shows on a member’s page what they asked and what they answered, and leads to the very post', async () => {
  const jo = await site.visitor({ viewport: { width: 360, height: 640 } });
  await jo.goto(question.path);
  await jo.locator(`#${helpful}`).getByRole('link', { name: 'Jo' }).click();
  const address = new URL(jo.url()).pathname;
  await jo.goto(`/de${address}`);
  expect(await jo.getByRole('navigation', { name: 'Beiträge' }).getByRole('link').allInnerTexts()).toEqual(['Fragen und Diskussionen', 'Antworten']);
  await jo.getByRole('link', { name: 'Antworten' }).click();
  expect(await jo.getByRole('main').getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Or switch it off'), expect.stringMatching(/Renew the lease[\s\S]*Angenommene Antwort/)]);
  await jo.getByRole('listitem').filter({ hasText: 'Renew the lease' }).getByRole('link').click();
  expect(new URL(jo.url()).pathname + new URL(jo.url()).hash).toBe(`/de${question.path}#${helpful}`);
  await jo.goto('/de/m/2?show=answers'); // who asked
  expect(await jo.getByRole('main').innerText()).toContain('Noch nichts beantwortet');
});

it('lets a page be shared by its link, by mail, and with scripts by copying and by the system’s own sheet', async () => {
  const still = await site.visitor({ viewport: { width: 360, height: 640 } });
  await still.goto(`/de${question.path}`);
  await still.getByText('Teilen').click();
  const url = `${origin}/de${question.path}`;
  expect(await still.getByLabel('Link zu dieser Seite').inputValue()).toBe(url);
  const mail = new URL((await still.getByRole('link', { name: 'Per E-Mail' }).getAttribute('href'))!);
  expect([mail.searchParams.get('subject'), mail.searchParams.get('body')]).toEqual([TITLE, `${TITLE}\n${url}\n`]);
  expect([await still.locator('share-sheet').innerText(), await still.evaluate<number>('document.documentElement.scrollWidth')]).toEqual(['', 360]);

  const lively = await site.visitor({ javaScriptEnabled: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await lively.addInitScript('navigator.share = async (data) => { window.shared = data; }'); // no sheet opens in a browser without a screen
  await lively.goto(question.path);
  await lively.getByText('Share', { exact: true }).click();
  await lively.getByRole('button', { name: 'Copy the link' }).click();
  await lively.getByText('Copied.').waitFor();
  expect(await lively.evaluate<string>('navigator.clipboard.readText()')).toBe(origin + question.path);
  await lively.getByRole('button', { name: 'Other ways' }).click();
  expect(await lively.evaluate('window.shared')).toEqual({ title: TITLE, url: origin + question.path });
});
