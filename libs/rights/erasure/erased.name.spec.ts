import { renderMarkdown } from '#platform/content';
import { ErasedName, namesMentioned } from './erased.name.js';

const name = new ErasedName(['Mina B.', 'Mina'], 'mina@example.org');

it('takes what calls the person out of every text, and the bare name only where it means them', () => {
  expect(name.without('@Mina, @mina  b. and @Minas know; Mina too', 'en', false)).toBe('former member, former member and @Minas know; Mina too');
  expect(name.without('Danke Mina! Minas Antwort, Minas’ nicht; Minarett', 'de', true)).toBe('Danke ehemaliges Mitglied! ehemaliges Mitglied Antwort, ehemaliges Mitglied’ nicht; Minarett');
  expect(name.without('Write to MINA@example.org', 'en', false)).toBe('Write to former member');
  expect(new ErasedName(['Al'], null).without('@Al said: Al dente', 'en', true)).toBe('former member said: Al dente');
});

it('leaves others alone whose names begin alike', () => {
  const alike = new ErasedName(['Mina'], null, ['Mina Berg']);
  expect(alike.without('@Mina Berg asked @Mina, and Mina told Mina Berg', 'en', true)).toBe('@Mina Berg asked former member, and former member told Mina Berg');
});

it('takes a name for what it is, whatever signs it holds', () => {
  expect(new ErasedName(['a+b (c)*'], null).without('@a+b (c)* and aab c', 'en', true)).toBe('former member and aab c');
});

it('finds names from before in the HTML of mentions', () => {
  const { html } = renderMarkdown('Ask @Tom & Co, please', { at: () => ({ member: '7', length: 8, href: '/m/7' }), take: () => true });
  expect([namesMentioned(html, '7'), namesMentioned(html, '77')]).toEqual([['Tom & Co'], []]);
});

it('reaches into JSON, and knows file names', () => {
  expect(name.withoutIn({ title: 'For @Mina', n: 1, list: ['@Mina'] }, 'en')).toEqual({ title: 'For former member', n: 1, list: ['former member'] });
  expect([name.isIn('Rechnung mina-b.pdf'), name.isIn('terminal.png')]).toEqual([true, false]);
});
