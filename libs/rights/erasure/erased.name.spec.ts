import { foundAmong } from '#forum';
import { renderMarkdown } from '#platform/content';
import { ErasedName, namesMentioned, type Said } from './erased.name.js';

const said = (more: Partial<Said> & { members?: Record<string, string> } = {}): Said => ({
  language: 'en', own: false, markdown: true, fits: () => true,
  named: foundAmong(new Map(Object.entries(more.members ?? { 'mina b.': '7', mina: '7' }))), ...more,
});
const erased = (name: string, more: { email?: string; others?: string[] } = {}) => new ErasedName('7', [name], more.email ?? null, more.others);
const mina = new ErasedName('7', ['Mina B.', 'Mina'], 'mina@example.org');

it('takes what names the person out of every text, and the bare name only out of their own', () => {
  expect(mina.without('@Mina, @mina  b. and @Minas know; Mina too', said())).toBe('former member, former member and @Minas know; Mina too');
  expect(mina.without('Danke Mina! Minas Antwort, Minas’ nicht; Minarett', said({ language: 'de', own: true }))).toBe('Danke ehemaliges Mitglied! ehemaliges Mitglied Antwort, ehemaliges Mitglied’ nicht; Minarett');
  expect(mina.without('Write to MINA@example.org. Or mail@mina.example.org', said())).toBe('Write to former member. Or mail@mina.example.org');
  expect(erased('Al').without('@Al said: Al dente', said({ own: true, members: { al: '7' } }))).toBe('former member said: Al dente');
});

it('leaves every text alone where what is called like that is no person: words, mail addresses, links, code', () => {
  const text = 'ben@gmx.de wrote to x@y.gmx: https://example.org/@gmx and `@gmx`, gmx too.\n\n    @gmx\n\n```java\n@gmx\n```\n[@gmx](https://gmx.example/)';
  expect(erased('gmx').without(text, said({ members: { gmx: '7' } }))).toBe(text);
  const own = 'See https://media.example/media?media=media#media or media-x, media@example.org, _media_ and x.media';
  expect(erased('media').without(own, said({ own: true, members: { media: '7' } }))).toBe(own);
  expect(erased('https').without('https://example.org', said({ own: true }))).toBe('https://example.org');
  expect(erased('N', { email: 'n@gmx.de' }).without('martin@gmx.de, x.n@gmx.de, n@gmx.dev, n@gmx.de.example, n@gmx.de.', said())).toBe('martin@gmx.de, x.n@gmx.de, n@gmx.dev, n@gmx.de.example, former member.');
});

it('leaves others alone whose names begin alike', () => {
  const alike = erased('Mina', { others: ['Mina Berg'] });
  expect(alike.without('@Mina Berg asked @Mina, and Mina told Mina Berg', said({ own: true, members: { mina: '7', 'mina berg': '8' } }))).toBe('@Mina Berg asked former member, and former member told Mina Berg');
});

it.each(['a+b (c)*', 'Anna-Lena', 'x^2 $', 'a/b|c', '-', 'ä{1}[2]\\'])('takes a name for what it is, whatever signs it holds: %s', (called) => {
  const text = `@${called} and aab c, ${called} too`;
  const changed = erased(called, { email: 'anna-lena+x@my-mail.example' }).without(`${text}; anna-lena+x@my-mail.example`, said({ own: true, members: { [called.toLowerCase()]: '7' } }));
  expect(changed).toMatch(/^former member and aab c, .* too; former member$/);
});

it('says less where a full text has no room for more', () => {
  const fits = (text: string) => text.length <= 12;
  expect(mina.without('@Mina @Mina', said({ fits }))).toBe('- -');
  expect(mina.withoutIn({ a: '@Mina' }, said({ fits }))).toEqual({ a: '-' });
});

it('finds names from before in the HTML of mentions', () => {
  const { html } = renderMarkdown('Ask @Tom & Co, please', { at: () => ({ member: '7', length: 8, href: '/m/7' }), take: () => true });
  expect([namesMentioned(html, '7'), namesMentioned(html, '77')]).toEqual([['Tom & Co'], []]);
});

it('reaches into JSON, and knows file names', () => {
  expect(mina.withoutIn({ title: 'For @Mina', n: 1, list: ['@Mina'] }, said())).toEqual({ title: 'For former member', n: 1, list: ['former member'] });
  expect([mina.isIn('Rechnung mina-b.pdf'), mina.isIn('terminal.png')]).toEqual([true, false]);
});
