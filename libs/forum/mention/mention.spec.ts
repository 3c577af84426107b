import { renderMarkdown } from '#platform/content';
import { nameKey } from '#accounts';
import { foundAmong, LINKS_MOST, MENTIONS_MOST } from './mention.finder.js';
import { nameKeysIn } from './mention.names.js';

const NAMES: [string, string][] = [['1', 'Mina'], ['2', 'Mina Berg'], ['3', 'Jo-Ann O’Neil'], ['4', 'max_muster'], ['5', 'Ada.'], ['6', 'Ümit']];

/** The members named in the HTML, and the HTML. */
function rendered(source: string, names = NAMES) {
  const asked = new Set(nameKeysIn(source)); // what the one statement would ask for
  const found = foundAmong(new Map(names.map(([id, name]): [string, string] => [nameKey(name), id]).filter(([key]) => asked.has(key))));
  const { html } = renderMarkdown(source, found);
  return { members: found.members, html };
}
const membersIn = (source: string) => rendered(source).members;

it('links whom it names, the longest name first, whatever case and white space', () => {
  expect(rendered('Ask @mina, please.').html).toBe('<p>Ask <a href="/m/1" class="mention" rel="nofollow ugc noopener">@mina</a>, please.</p>\n');
  expect(rendered('@Mina  BERG knows').html).toContain('class="mention" rel="nofollow ugc noopener">@Mina  BERG</a> knows');
  expect(membersIn('@Mina Bergmann and (@Jo-Ann O’Neil), @max_muster, @Ada. @ÜMIT!')).toEqual(['1', '3', '4', '5', '6']);
  expect(membersIn('**@Mina** said _@Mina Berg_ and @Mina again')).toEqual(['1', '2']);
});

it('names nobody in code, links, images, addresses, within words, and behind a backslash', () => {
  for (const source of ['`@Mina`', '```\n@Mina\n```', '[@Mina](https://example.org)', '![@Mina](https://example.org/a.png)', 'https://example.org/@Mina', 'mail@Mina.example', 'a@Mina', '\\@Mina', '@Minas', '@ Mina', '@nobody']) {
    expect([source, membersIn(source)]).toEqual([source, []]);
  }
});

it('links at most ten members, and one as often as it is named', () => {
  const many = Array.from({ length: 14 }, (_, i): [string, string] => [String(i + 1), `Person${String.fromCodePoint(97 + i)}`]);
  const { members, html } = rendered(many.map(([, name]) => `@${name} @${name}`).join(' '), many);
  expect(members).toHaveLength(MENTIONS_MOST);
  expect(html.match(/class="mention"/g)).toHaveLength(2 * MENTIONS_MOST);
});

it('links so many names in a text, however often one stands there', () => {
  const { members, html } = rendered('@Mina '.repeat(5_000));
  expect([members, html.match(/class="mention"/g)!.length]).toEqual([['1'], LINKS_MOST]);
});

it('looks at a bounded number of names, whatever is typed', () => {
  expect(nameKeysIn('@a '.repeat(10_000)).length).toBeLessThan(2_000);
  expect(nameKeysIn(`@${'. '.repeat(15_000)}`).length).toBeLessThan(200);
  expect(nameKeysIn('@😀'.repeat(100)).every((key) => key.isWellFormed())).toBe(true);
});
