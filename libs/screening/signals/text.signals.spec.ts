import { HoldSignal } from '../screening.type.js';
import { linksIn, textSignals } from './text.signals.js';

const weightOf = (text: string) => textSignals(text, ['community.example']).reduce((sum, { weight }) => sum + weight, 0);

it.each([
  'My router shows error E-41 since the update. The manual says https://vendor.example/manual, and I found www.forum.example/thread too.',
  'Wie kündige ich meinen Kredit? Ich möchte die Raten schneller zahlen.',
  'Can I get my bonus credited? I bought the watch on Saturday.',
  'Ich telefoniere über WhatsApp, und der Ton setzt aus.',
  'Danke, hat geholfen!',
  'The casino around the corner has better reception than my flat.',
])('lets through what customers write: %s', (text) => expect(weightOf(text)).toBeLessThan(1));

it.each([
  'Online casino with the best slots, hot singles too: https://x.example',
  'Schnell Geld verdienen von zuhause aus! Kredit ohne Schufa sofort.',
  'Call our customer care number +1 888 000 0000, write on WhatsApp',
  'Bitcoin investment with guaranteed profit, contact me on Telegram',
  'Дешёвые билеты и кредиты, пишите: https://x.example https://y.example',
])('holds what advertises: %s', (text) => expect(weightOf(text)).toBeGreaterThanOrEqual(1));

it('counts links that lead elsewhere, and none to the community itself', () => {
  expect(linksIn('https://community.example/t/1 https://help.community.example https://elsewhere.example/community.example', ['community.example'])).toBe(1);
  expect(linksIn('[here](https://a.example/x) <https://b.example> www.c.example and plain.example')).toBe(3);
  expect(textSignals('Look: https://a.example')).toEqual([{ signal: HoldSignal.links, weight: 0.35 }]);
});
