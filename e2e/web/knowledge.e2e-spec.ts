import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { RelatingService, ReviewTeller } from '#knowledge';
import type { Person } from '../support/community.js';
import { press, type Web, web } from './web.fixture.js';

const PHONE = { viewport: { width: 360, height: 640 } };

let site: Web;
let jo: Person, mo: Person;
let internet: string;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  await site.community.member('Mina');
  await site.community.member('Ben');
  [jo, mo] = [await site.community.member('Jo Berg', 'staff'), await site.community.member('Mo', 'super_user')];
  internet = await site.community.category('Ada', 'Internet');
  await site.community.tag('Ada', 'nordbox');
});
afterAll(() => site.close());

/** A question of Mina's with Ben's answer, which she has accepted. */
async function solved(title: string) {
  const thread = await site.community.asks('Mina', internet, title, 'It does so every night at two.');
  const post = await site.community.answers('Ben', thread.id, 'Hello Mina,\n\nswitch the *energy saving* off.\n\nKind regards, Ben');
  await site.community.does('Mina', 'acceptAnswer', { postId: post });
  return { thread, post };
}

/** An FAQ entry made of it. */
const promoted = (postId: string) => site.community.does<{ entry: { id: string } }>('Jo Berg', 'promoteToFaq entry { id }', { postId });

/** The same page with scripts, which axe needs. */
async function faults(page: Page, person?: Person): Promise<string[]> {
  const options = { ...PHONE, javaScriptEnabled: true };
  const looking = person ? await site.signedIn(person, options) : await site.visitor(options);
  await looking.goto(page.url());
  return faultsOf(looking);
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  return [...violations.map(({ id, nodes }) => `${id} ${nodes[0]!.target.join(' ')}`), ...(wide > 360 ? [`${wide} wide`] : [])];
}

it('makes an FAQ entry of an answer that helped, shows it to everyone, and takes it away when the answer is taken back', async () => {
  const { thread, post } = await solved('Why does the router restart at night?');
  const staff = await site.signedIn(jo, PHONE); // without a script
  await staff.goto('/faq');
  expect(await staff.getByRole('main').innerText()).toContain('There is no entry here yet.');
  await staff.goto(thread.path);
  await press(staff.getByRole('button', { name: 'Makes a draft of an FAQ entry' }));
  expect(await staff.getByLabel('Question', { exact: true }).inputValue()).toBe('Why does the router restart at night?');
  expect(await staff.getByLabel('Answer', { exact: true }).inputValue()).toBe('Switch the *energy saving* off.');
  await staff.getByLabel('Answer', { exact: true }).fill('x');
  await press(staff.getByRole('button', { name: 'Save the draft' }));
  expect(await staff.getByRole('main').innerText()).toContain('at least 5');
  await staff.getByLabel('Answer', { exact: true }).fill('Switch the *energy saving* off, then restart.');
  await press(staff.getByRole('button', { name: 'Preview' }));
  expect(await staff.getByRole('status').innerText()).toContain('Switch the energy saving off, then restart.');
  await press(staff.getByRole('button', { name: 'Save the draft' }));
  const address = staff.url().replace(/\?.*/, '');
  const guest = await site.visitor(PHONE);
  expect((await guest.goto(address))!.status()).toBe(404);
  await staff.goto('/work?list=knowledge');
  await press(staff.getByRole('link', { name: 'Why does the router restart at night?' }));
  await press(staff.getByRole('button', { name: 'Publish' }));
  expect(await staff.getByRole('status').innerText()).toBe('It is published: everyone reads it.');

  await guest.goto('/faq');
  await guest.locator('summary').filter({ hasText: 'Why does the router' }).click();
  expect(await guest.getByText('then restart').isVisible()).toBe(true);
  expect(await guest.locator('[itemtype="https://schema.org/FAQPage"] [itemprop=mainEntity] [itemprop=acceptedAnswer] [itemprop=text]').innerText()).toBe('Switch the energy saving off, then restart.');
  expect(await faults(guest)).toEqual([]);
  await press(guest.getByRole('link', { name: 'On its own page' }));
  expect(await guest.getByRole('link', { name: 'Ben' }).count()).toBe(1);
  expect(await faults(guest)).toEqual([]);
  await press(guest.getByRole('button', { name: 'No' }));
  expect(await guest.getByRole('status').innerText()).toContain('A pity');
  await press(guest.getByRole('link', { name: 'Ask the community' }));
  expect(await guest.locator('#title').inputValue()).toBe('Why does the router restart at night?');
  await guest.goto(thread.path);
  await press(guest.getByRole('complementary').getByRole('link', { name: 'Why does the router restart at night?' }));
  expect(guest.url()).toBe(address);
  await guest.goto('/de/faq?language=en');
  expect(await guest.getByRole('heading', { level: 1 }).innerText()).toBe('Häufige Fragen');
  expect(await guest.locator('summary').filter({ hasText: 'Why does the router' }).count()).toBe(1);

  await site.community.does('Mina', 'unacceptAnswer', { postId: post });
  expect((await guest.goto(address))!.status()).toBe(404);
  await site.site.app.get(ReviewTeller, { strict: false }).tell();
  const told = staff.getByText('An entry that you look after needs review');
  while ((await told.count()) === 0) await staff.goto('/notifications');
  await press(staff.getByRole('link', { name: 'To what needs review' }));
  expect(staff.url()).toBe(address);
  await staff.goto('/work?list=knowledge');
  expect(await staff.getByRole('main').innerText()).toContain('neither accepted nor official any more');
  await press(staff.getByRole('link', { name: 'Why does the router restart at night?' }));
  expect(await faults(staff, jo)).toEqual([]);
  await press(staff.getByRole('button', { name: 'Publish again' }));
  expect((await guest.goto(address))!.status()).toBe(200);
}, 60_000);

it('lets a super user write an article, staff publish it, and a change of it wait', async () => {
  const writer = await site.signedIn(mo, PHONE);
  await writer.goto('/kb');
  await press(writer.getByRole('link', { name: 'Write an article' }));
  await writer.getByLabel('Title', { exact: true }).fill('How to set up the box');
  await writer.getByLabel('Text', { exact: true }).fill('Ask ada@web.de about it.');
  await writer.locator('[name=categoryId]').selectOption({ label: 'Internet' });
  await press(writer.getByRole('button', { name: 'Save the draft' }));
  expect(await writer.getByRole('alert').innerText()).toContain('E-mail address');
  await writer.getByLabel('Text', { exact: true }).fill('# First\n\nPlug it in.');
  expect(await faults(writer, mo)).toEqual([]);
  await press(writer.getByRole('button', { name: 'Save the draft' }));
  expect(await writer.getByRole('heading', { level: 2, name: 'First' }).count()).toBe(1);
  expect(await writer.getByRole('button', { name: 'Publish' }).count()).toBe(0);
  const address = writer.url().replace(/\?.*/, '');

  const staff = await site.signedIn(jo);
  await staff.goto('/work?list=knowledge');
  await press(staff.getByRole('link', { name: 'How to set up the box' }));
  await press(staff.getByRole('button', { name: 'Publish' }));
  const told = writer.getByText('Jo Berg published what you wrote for the knowledge base');
  while ((await told.count()) === 0) await writer.goto('/notifications');
  await press(writer.getByRole('link', { name: 'To the entry' }));
  expect(writer.url()).toBe(address);
  await writer.goto(`${address.replace(/\/[^/]+$/, '')}/edit`);
  await writer.getByLabel('Text', { exact: true }).fill('# First\n\nPlug it in, and wait.');
  const other = await site.signedIn(jo);
  await other.goto(`${address.replace(/\/[^/]+$/, '')}/edit`);
  await press(writer.getByRole('button', { name: 'Save the change' }));
  const guest = await site.visitor();
  await guest.goto(address);
  expect(await guest.getByRole('main').innerText()).not.toContain('and wait');
  await other.getByLabel('Text', { exact: true }).fill('Something else entirely.');
  await press(other.getByRole('button', { name: 'Save the change' }));
  expect(await other.getByRole('alert').innerText()).toContain('changed while you were writing');
  expect(await other.getByLabel('Text', { exact: true }).inputValue()).toBe('Something else entirely.');
  await staff.goto(address);
  expect(await staff.getByRole('main').innerText()).toContain('A change waits to be published.');
  expect([await staff.locator('.entry-waiting ins').allInnerTexts(), await staff.locator('.entry-waiting del').allInnerTexts()]).toEqual([[expect.stringContaining(', and wait')], []]);
  await press(staff.getByRole('button', { name: 'Publish' }));
  await guest.goto(address);
  expect(await guest.getByRole('main').innerText()).toContain('and wait');
  await writer.goto(`${address.replace(/\/[^/]+$/, '')}/edit`);
  await writer.getByLabel('Text', { exact: true }).fill('# First\n\nThrow it away.');
  await press(writer.getByRole('button', { name: 'Save the change' }));
  await press(writer.getByRole('button', { name: 'Discard the change' }));
  expect([await writer.getByRole('status').innerText(), await writer.getByRole('main').innerText()]).toEqual(['The change is discarded.', expect.not.stringContaining('Throw it away')]);
  await staff.goto(address);
  await staff.locator('.entry-work .menu summary').click();
  await press(staff.getByRole('link', { name: 'Translate' }));
  expect([await staff.locator('details.card').innerText(), await staff.locator('[name=language]').inputValue(), await staff.locator('[name=categoryId] option:checked').innerText()]).toEqual([expect.stringMatching(/A translation of How to set up the box[\s\S]*Plug it in/), 'de', 'Internet']);
  await staff.getByLabel('Tags').fill('nordbox');
  await staff.getByLabel('Title', { exact: true }).fill('Die Box einrichten');
  await staff.getByLabel('Text', { exact: true }).fill('Einstecken und warten.');
  await press(staff.getByRole('button', { name: 'Save the draft' }));
  await press(staff.getByRole('button', { name: 'Publish' }));
  expect(await staff.locator('.entry .tags a').allInnerTexts()).toEqual(['nordbox']);
  const german = staff.url().replace(/\?.*/, '').replace(/^[^/]+\/\/[^/]+/, '');
  await guest.goto(address);
  const alternates = await guest.evaluate<string[]>("[...document.querySelectorAll('link[hreflang]')].map((link) => link.hreflang + ' ' + new URL(link.href).pathname)");
  expect(alternates).toEqual([`de /de${german}`, `en ${new URL(address).pathname}`]);
  expect((await (await fetch(`${site.site.url}/sitemap/knowledge.xml`)).text())).toContain(`/de${german}`);
  await staff.goto(address);
  await staff.locator('.entry-work .menu summary').click();
  await press(staff.getByRole('link', { name: 'Versions' }));
  expect(await staff.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Version 2', 'First', 'Version 1', 'First']);
  await guest.goto('/kb');
  expect(await guest.getByRole('link', { name: 'How to set up the box' }).count()).toBe(1);
}, 60_000);

it('rejects with a reason, merges and leads on', async () => {
  const [one, two] = [await solved('Why is the light red?'), await solved('What does a red light mean?')];
  const entries: string[] = [];
  for (const { post } of [one, two]) entries.push((await site.community.does<{ entry: { id: string } }>('Ada', 'promoteToFaq entry { id }', { postId: post })).entry.id.slice(4));
  for (const key of entries) await site.community.does('Ada', 'publishEntry', { entryId: `kno_${key}` });
  const staff = await site.signedIn(jo);
  await staff.goto(`/kb/${entries[1]}`);
  await staff.locator('summary').filter({ hasText: 'Merge into' }).click();
  await press(staff.getByRole('button', { name: 'Merge into another entry' }));
  expect(await staff.getByRole('main').innerText()).toContain('Please fill this in');
  await staff.getByLabel('Which one stays').fill('999');
  await press(staff.getByRole('button', { name: 'Merge into another entry' }));
  expect(await staff.getByRole('alert').innerText()).not.toBe('');
  await staff.getByLabel('Which one stays', { exact: true }).fill(`https://example.org/kb/${entries[0]}/why`);
  await press(staff.getByRole('button', { name: 'Merge into another entry' }));
  expect(await staff.getByRole('heading', { level: 1 }).innerText()).toBe('Why is the light red?');
  // what says something alike is offered
  const third = (await promoted((await solved('Why is the red light on?')).post)).entry.id.slice(4);
  await site.community.does('Ada', 'publishEntry', { entryId: `kno_${third}` });
  await site.site.app.get(RelatingService, { strict: false }).relate();
  await staff.goto(`/kb/${third}`);
  await staff.locator('summary').filter({ hasText: 'Merge into' }).click();
  await staff.getByRole('group', { name: 'These say something alike' }).getByRole('radio', { name: 'Why is the light red?' }).check();
  expect(await faults(staff, jo)).toEqual([]);
  await press(staff.getByRole('button', { name: 'Merge into another entry' }));
  expect(await staff.getByRole('heading', { level: 1 }).innerText()).toBe('Why is the light red?');
  const guest = await site.visitor();
  await guest.goto(`/de/kb/${entries[1]}/what-does-a-red-light-mean`);
  expect(new URL(guest.url()).pathname).toBe(`/de/kb/${entries[0]}/why-is-the-light-red`);

  const { post } = await solved('Is this asked at all?');
  const { entry } = await site.community.does<{ entry: { id: string } }>('Ada', 'promoteToFaq entry { id }', { postId: post });
  await staff.goto(`/kb/${entry.id.slice(4)}`);
  await staff.locator('summary').filter({ hasText: 'Reject' }).click();
  await press(staff.locator('.entry-decision').getByRole('button', { name: 'Reject' }));
  expect(await staff.getByRole('main').innerText()).toContain('Please fill this in');
  await staff.getByLabel('Why it is not wanted').fill('Nobody asks this.');
  await press(staff.locator('.entry-decision').getByRole('button', { name: 'Reject' }));
  expect(await staff.getByRole('main').innerText()).toContain('Nobody asks this.');
  await promoted((await solved('Is this asked by anybody?')).post);
  await staff.goto('/work?list=knowledge');
  expect(await staff.getByRole('main').innerText()).toMatch(/\d drafts?/);
  await press(staff.getByRole('link', { name: 'Archived' }));
  expect(await staff.getByRole('main').innerText()).toContain('What does a red light mean?');
  await press(staff.getByRole('link', { name: 'Rejected' }));
  await press(staff.getByRole('link', { name: 'Is this asked at all?' }));
  expect(await staff.getByRole('main').innerText()).toContain('Nobody asks this.');
}, 60_000);

it('leads on from an entry that is not there any more, to its question', async () => {
  const { entry } = await promoted((await solved('Why does the box hum?')).post);
  const staff = await site.signedIn(jo);
  const guest = await site.visitor();
  expect((await guest.goto(`/kb/${entry.id.slice(4)}`))!.status()).toBe(404); // a draft: nobody has read it
  await site.community.does('Ada', 'publishEntry', { entryId: entry.id });
  expect((await guest.goto(`/kb/${entry.id.slice(4)}`))!.status()).toBe(200);
  await staff.goto(`/kb/${entry.id.slice(4)}`);
  await press(staff.getByRole('button', { name: 'Archive' }));
  expect((await guest.goto(`/de/kb/${entry.id.slice(4)}/why-does-the-box-hum`))!.status()).toBe(410);
  expect(await guest.getByRole('main').innerText()).toContain('gibt es nicht mehr');
  await press(guest.getByRole('link', { name: 'Why does the box hum?' }));
  expect(await guest.getByRole('heading', { level: 1 }).innerText()).toBe('Why does the box hum?');
});

it('is there for programs and other sites: a feed, a site map, a list to frame', async () => {
  const text = async (path: string) => (await fetch(site.site.url + path)).text();
  expect(await text('/faq/feed.atom')).toContain('<title>Why is the light red?</title>');
  expect(await text('/sitemap.xml')).toContain('/sitemap/knowledge.xml');
  expect(await text('/sitemap/knowledge.xml')).toMatch(/\/kb\/\d+\/how-to-set-up-the-box/);
  const framed = await fetch(`${site.site.url}/faq/embed`);
  expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(framed.headers.get('x-frame-options')).toBeNull();
  expect((await fetch(`${site.site.url}/faq`)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(await framed.text()).toContain('Why is the light red?');
});

it('offers staff what a changed answer says now, with their own changes, and both where both have changed one place', async () => {
  const { post } = await solved('Why does the lamp blink?');
  const { entry } = await promoted(post);
  const staff = await site.signedIn(jo, PHONE); // without a script
  await staff.goto(`/kb/${entry.id.slice(4)}/edit`);
  await staff.getByLabel('Answer', { exact: true }).fill('Switch the saving off. Then restart.');
  await press(staff.getByRole('button', { name: 'Save the draft' }));
  await press(staff.getByRole('button', { name: 'Publish' }));
  expect(await staff.getByRole('link', { name: 'Take over' }).count()).toBe(0);
  await site.community.does('Ben', 'editPost', { postId: post, body: 'Hello Mina,\n\nswitch the *power saving* off.\n\nKind regards, Ben', basedOn: 0 });
  await staff.reload();
  expect(await staff.getByRole('main').innerText()).toContain('says something else now');
  await press(staff.getByRole('link', { name: 'Take over what the answer says now' }));
  expect(await staff.getByRole('region', { name: 'What the answer says now is in the text below' }).innerText()).toMatch(/One place was changed here and in the answer[\s\S]*Here\s*Switch the saving off. Then restart.[\s\S]*In the answer now\s*Switch the \*power saving\* off./);
  expect(await staff.getByLabel('Answer', { exact: true }).inputValue()).toBe('Switch the saving off. Then restart.');
  expect(await faults(staff, jo)).toEqual([]);
  await press(staff.getByRole('button', { name: 'Take what the answer says' }));
  expect([await staff.getByLabel('Answer', { exact: true }).inputValue(), await staff.getByRole('button', { name: 'Take what the answer says' }).count()]).toEqual(['Switch the *power saving* off.', 0]);
  await staff.getByLabel('Answer', { exact: true }).fill('x');
  await press(staff.getByRole('button', { name: 'Save' })); // refused: both are still there
  expect(await staff.getByRole('region', { name: 'What the answer says now' }).count()).toBe(1);
  await staff.getByLabel('Answer', { exact: true }).fill('Switch the *power saving* off. Then restart.');
  await press(staff.getByRole('button', { name: 'Save' }));
  expect(await staff.getByRole('link', { name: 'Take over' }).count()).toBe(0);
  await press(staff.getByRole('button', { name: 'Publish' }));
  const guest = await site.visitor(PHONE);
  await guest.goto('/faq');
  await guest.locator('summary').filter({ hasText: 'lamp blink' }).click();
  expect(await guest.getByText('power saving').isVisible()).toBe(true);
}, 60_000);

it('makes two of an entry that answers two questions, and leads from one to the other', async () => {
  const { post } = await solved('How are printers and scanners set up?');
  const { entry } = await promoted(post);
  const staff = await site.signedIn(jo, PHONE); // without a script
  await staff.goto(`/kb/${entry.id.slice(4)}`);
  await press(staff.getByRole('button', { name: 'Publish' }));
  await staff.locator('summary').filter({ hasText: 'More' }).click();
  await press(staff.getByRole('link', { name: 'Split' }));
  expect(await faults(staff, jo)).toEqual([]);
  await staff.getByLabel('Question', { exact: true }).fill('How are scanners set up? Ask ada@web.de');
  await staff.getByLabel('How are printers and scanners set up?').check();
  await press(staff.getByRole('button', { name: 'Make a draft of it' }));
  expect([await staff.getByRole('alert').innerText(), await staff.getByLabel('How are printers and scanners set up?').isChecked()]).toEqual([expect.stringContaining('E-mail address'), true]);
  await staff.getByLabel('Question', { exact: true }).fill('How are scanners set up?');
  await staff.getByLabel('Answer', { exact: true }).fill('Scanners: plug them in.');
  await press(staff.getByRole('button', { name: 'Make a draft of it' }));
  expect([await staff.getByRole('heading', { level: 1 }).innerText(), await staff.getByRole('status').innerText()]).toEqual(['How are scanners set up?', 'This is the new draft. Shorten the other entry, too.']);
  await press(staff.getByRole('button', { name: 'Publish' }));
  await site.site.app.get(RelatingService, { strict: false }).relate();
  const guest = await site.visitor(PHONE);
  await guest.goto(staff.url().replace(/\?.*/, ''));
  await press(guest.getByRole('region', { name: 'Related' }).getByRole('link').first());
  expect(await guest.getByRole('heading', { level: 1 }).innerText()).toBe('How are printers and scanners set up?');
}, 60_000);
