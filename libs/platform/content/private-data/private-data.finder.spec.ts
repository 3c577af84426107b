import { fits, patternOf } from './company.pattern.js';
import { excerptOf, masked } from './masked.js';
import { findPrivateData } from './private-data.finder.js';

const PATTERNS = ['KD-########', 'V ???-#####'].map((notation) => patternOf(notation)!);
const told = (text: string) => findPrivateData(text, PATTERNS).map(({ kind, text: piece }) => `${kind} ${piece}`);

// what people write, and what of it is to be warned of
const LINES: [string, ...string[]][] = [
  // e-mail
  ['Schreiben Sie mir bitte an max.mustermann@web.de, danke!', 'email max.mustermann@web.de'],
  ['You can reach me at Jane.Roe+shop@mail.co.uk.', 'email Jane.Roe+shop@mail.co.uk'],
  ['Meine Adresse ist [anna@müller-bau.de](mailto:anna@müller-bau.de)', 'email anna@müller-bau.de', 'email anna@müller-bau.de'],
  ['From: Peter Lustig <p_lustig99@gmx.net>', 'email p_lustig99@gmx.net'],
  ['Login war (lena.k@t-online.de) und Kennwort stimmt auch', 'email lena.k@t-online.de'],
  ['```\nuser: berta@posteo.de\n```', 'email berta@posteo.de'],
  ['user=karl@freenet.de;quota=1', 'email karl@freenet.de'],
  ['Just write to noreply@telco.de and nothing happens'],
  ['Die Mail kam von no-reply@shop.telco.de'],
  ['Ich habe an info@telco.de und kundenservice@telco.de geschrieben'],
  ['Use user@example.com, or name@example.org, as a placeholder'],
  ['ping root@192.168.1.1 geht, admin@fritz.box auch nicht'],
  ['Adressen sind hier vorname.nachname@telco.de, sonst foo@bar.com'],
  ['git clone git@github.com:acme/firmware.git'],
  ['The icon is called logo@2x.png and the unit getty@tty1.service'],
  ['npm install typescript@5.4.2 @types/node@20.1.0'],
  ['@mina hat das schon beantwortet, folgt @news@chaos.social'],
  ['Message-ID: <20231122.1830.abc@mail.gmail.com>'],
  ['https://forum.telco.de/user?mail=karl@freenet.de'],
  ['IMAP: imap.web.de, Benutzer ist die ganze Adresse mit @web.de am Ende'],
  // telephone
  ['Rufen Sie mich unter 0171 1234567 an', 'telephone 0171 1234567'],
  ['Handy: 0151/12345678, ab 18 Uhr', 'telephone 0151/12345678'],
  ['Tel.: (0221) 476 12-34', 'telephone (0221) 476 12-34'],
  ['Mein Festnetz 02214761234 ist seit gestern tot.', 'telephone 02214761234'],
  ['Call me: +44 20 7946 0958', 'telephone +44 20 7946 0958'],
  ['+49 (0)221 4761234 oder 0049 171 1234567', 'telephone +49 (0)221 4761234', 'telephone 0049 171 1234567'],
  ['My cell is +1 650 253 0000, thanks', 'telephone +1 650 253 0000'],
  ['Swiss number +41 44 668 18 00 does not ring', 'telephone +41 44 668 18 00'],
  ['0221 4761234 / 0171 1234567', 'telephone 0221 4761234', 'telephone 0171 1234567'],
  ['Nummer (06196 9081444 geht nicht)', 'telephone 06196 9081444'],
  ['01712345678\n01601234567, 01712345679', 'telephone 01712345678', 'telephone 01601234567', 'telephone 01712345679'],
  ['[anrufen](tel:+491711234567)', 'telephone +491711234567'],
  ['Die Rufnummer 030 12345678 soll portiert werden', 'telephone 030 12345678'],
  ['Ich habe die Hotline 0800 330 1000 dreimal angerufen'],
  ['Die 0180 5 123456 kostet 14 Cent, die 0900 1 123456 noch mehr'],
  ['Toll-free in the US: +1 800 253 0000'],
  ['Am 01.02.2023 um 14:30 und am 22.11.2026 18:30:45 fiel es aus'],
  ['Since 2024-11-22 18:30, or 01/02/2023 for Americans, or 01-02-2023'],
  ['Firmware 07.57 und Version 1.0.12345678, Build 0123456789'],
  ['192.168.178.1 und 010.020.030.040 antworten nicht'],
  ['fe80::0221:4761:2345:0001 und 00:1A:2B:3C:4D:5E'],
  ['Der Tarif kostet 39,95 € statt 1.049,00 EUR, also 0,0221 je MB'],
  ['Seriennummer 0221476123456, Kundennummer: 02214761234'],
  ['Order no. 0171 1234567 was never delivered'],
  ['Meine IMEI ist 490154203237518'],
  ['Sendungsnummer 00340434161094021501'],
  ['PLZ 01067 Dresden, Geschäftszeiten 0800-1700 oder 0930 - 1830'],
  ['`0221 4761234` stands in the log'],
  ['```\n[0171 1234567] 0221 4761234 sync lost\n```'],
  ['~~~ log\n0171 1234567\n~~~'],
  ['Error 0x0221476123 at 0x00000001, code 0171-1234567'],
  ['Download 50.000 kbit/s, Upload 10.000, Dämpfung 0 12 34 dB'],
  ['2026-11-22T18:30:12.123Z wan0: 0 0 0 0 12 0 0 0 0'],
  ['/files/0123456789abcdef0123456789abcdef/IMG_20241122_183012.jpg'],
  ['![IMG_0171_1234567](https://telco.de/0171/1234567)'],
  ['x=01711234567*2 liefert 1+0171 1234567'],
  ['+100 Mbit mehr, +++ 20 % Rabatt +++'],
  // IBAN
  ['Bitte auf DE89 3704 0044 0532 0130 00 überweisen', 'iban DE89 3704 0044 0532 0130 00'],
  ['IBAN: de89370400440532013000.', 'iban de89370400440532013000'],
  ['GB82-WEST-1234-5698-7654-32 is mine', 'iban GB82-WEST-1234-5698-7654-32'],
  ['Konto AT61 1904 3002 3457 3201 bei der Bank', 'iban AT61 1904 3002 3457 3201'],
  ['Abgebucht von CH9300762011623852957', 'iban CH9300762011623852957'],
  ['DE89 3704 0044 0532 0130 01 hat einen Tippfehler'],
  ['Gerät DE12 3456 7890, Artikel DE893704004405320130001'],
  ['AB12 3456 7890 1234 5678 90 is a part number'],
  // cards
  ['My card 4111 1111 1111 1111 was declined', 'card 4111 1111 1111 1111'],
  ['5500-0000-0000-0004 wird nicht angenommen', 'card 5500-0000-0000-0004'],
  ['Amex 378282246310005', 'card 378282246310005'],
  ['Visa: 4222222222222', 'card 4222222222222'],
  ['4111 1111 1111 1112 has a slip in it'],
  ['Seriennummer 4111111111111111'],
  ['EAN 4006381333931 steht auf der Schachtel, 4006381333931 auch'],
  ['Tracking 1Z999AA10123456784 and 4111111111111111111111'],
  ['1669142400000 1669142460000 1669142520000'],
  // the company's own
  ['Meine Kundennummer ist KD-12345678', 'company KD-12345678'],
  ['kd 12345678 und KD12345678', 'company kd 12345678', 'company KD12345678'],
  ['Vertrag V ABC-12345', 'company V ABC-12345'],
  ['KD-123456789 ist zu lang, XKD-12345678 etwas anderes'],
  // nothing at all
  ['Warum startet der Router jede Nacht um 2 Uhr neu?'],
  ['I have two routers (7590 AX and 7530), which one is faster?'],
  ['§ 123 Abs. 4 BGB, Art. 15 DSGVO, ISBN 978-3-16-148410-0'],
  [''],
];

it.each(LINES)('%j: %j', (line, ...expected) => {
  expect(told(line)).toEqual(expected);
});

it('says where it stands', () => {
  const text = 'Mail `x` an\n  max@web.de, dann KD-12345678';
  for (const { start, text: piece } of findPrivateData(text, PATTERNS)) expect(text.slice(start, start + piece.length)).toBe(piece);
  expect(findPrivateData(text, PATTERNS).map(({ value, pattern }) => [value, pattern])).toEqual([['max@web.de', undefined], ['KD12345678', 0]]);
});

it('knows the same again however it is written', () => {
  const values = (text: string) => new Set(findPrivateData(text, PATTERNS).map(({ value }) => value));
  expect(values('0171 1234567, +49 171 1234567, 0171/1234567')).toEqual(new Set(['+491711234567']));
  expect(values('DE89 3704 0044 0532 0130 00, DE89370400440532013000').size).toBe(1);
  expect(values('Max@Web.de max@web.de').size).toBe(1);
  expect(values('kd 12345678 KD-12345678').size).toBe(1);
});

it('shows too little of it to use, and leaves dots of the same length', () => {
  const text = 'max@web.de, DE89 3704 0044 0532 0130 00, 0171 1234567, 4111 1111 1111 1111, KD-12345678';
  const found = findPrivateData(text, PATTERNS);
  expect(found.map(excerptOf)).toEqual(['m…@web.de', 'DE89 … 3000', '0171 … 67', '4111 … 1111', 'KD … 78']);
  const left = masked(text, found);
  expect(left).toBe('•••@•••.••, •••• •••• •••• •••• •••• ••, •••• •••••••, •••• •••• •••• ••••, ••-••••••••');
  expect(findPrivateData(left, PATTERNS)).toEqual([]);
});

it('takes patterns that say enough, and no regular expression', () => {
  for (const notation of ['KD-########', '#####', 'V??-###-9', '12###']) expect(patternOf(notation)).not.toBeNull();
  for (const notation of ['', '####', '?????', 'Router', 'KD##', '#'.repeat(41), '(a+)+$', '---']) expect(patternOf(notation)).toBeNull();
  const odd = patternOf('(ab+)+###.*')!;
  expect([fits(odd, '(ab+)+123.*'), fits(odd, 'abb123xx')]).toEqual([true, false]);
  const pattern = patternOf('KD-########')!;
  expect(['KD-12345678', 'kd12345678', 'KD-1234567', 'my KD-12345678'].map((text) => fits(pattern, text))).toEqual([true, true, false, false]);
});
