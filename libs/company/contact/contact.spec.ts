import { addressShown, contactAddress } from './contact.address.js';
import { openingAt } from './opening.js';
import { hoursIn, hoursText } from './weekly.hours.js';

describe('hours', () => {
  it.each([
    ['Mo-Fr 8-20; Sa 10:00-14:00', 'Mo-Fr 08:00-20:00; Sa 10:00-14:00'],
    ['Montag–Freitag 8.00 – 20.00 Uhr, Sa 10-14 Uhr', 'Mo-Fr 08:00-20:00; Sa 10:00-14:00'],
    ['Mo, Mi, Do 9-12, 13-17', 'Mo 09:00-12:00,13:00-17:00; We-Th 09:00-12:00,13:00-17:00'],
    ['Sa-Mo 10-12', 'Mo 10:00-12:00; Sa-Su 10:00-12:00'],
    ['Fri 22:00-02:00', 'Fr 22:00-02:00'],
    ['24/7', 'Mo-Su 00:00-24:00'],
    ['', ''],
  ])('are read: %s', (typed, read) => {
    const hours = hoursIn(typed)!;
    expect(hoursText(hours)).toBe(read);
    expect(hoursIn(read)).toEqual(hours);
  });

  it.each(['always', 'Mo-Fr', '8-20', 'Mo 8-25', 'Mo 8:60-9', 'Mo 8-8', 'Mo 8-12, 11-13', 'So 22-4; Mo 3-5', 'Mo 8-20 or so', 'Xy 8-9', 'Mo 1-2, 3-4, 5-6, 7-8'])('are refused: %s', (typed) => {
    expect(hoursIn(typed)).toBeNull();
  });
});

describe('whether somebody is there', () => {
  const ZONE = 'Europe/Berlin';
  const WEEK = hoursIn('Mo-Fr 8-20; Sa 10-14')!;
  // in November Berlin is an hour ahead of UTC
  it.each([
    ['2026-11-20T18:59:30Z', true, '2026-11-20T19:00:00.000Z'], // Friday evening
    ['2026-11-20T19:00:00Z', false, '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T13:00:00Z', false, '2026-11-23T07:00:00.000Z'], // over Sunday
    ['2026-11-23T06:59:59Z', false, '2026-11-23T07:00:00.000Z'],
    ['2026-03-28T14:00:00Z', false, '2026-03-30T06:00:00.000Z'], // the clocks go forward on Sunday
    ['2026-10-24T12:30:00Z', false, '2026-10-26T07:00:00.000Z'], // and back
  ])('at %s: %s, until %s', (now, isOpen, changesAt) => {
    expect(openingAt(WEEK, ZONE, new Date(now))).toEqual({ isOpen, changesAt: new Date(changesAt) });
  });

  it('goes over midnight, and over the end of the week', () => {
    const nights = hoursIn('Su 22-2')!;
    expect(openingAt(nights, ZONE, new Date('2026-11-23T00:30:00Z'))).toEqual({ isOpen: true, changesAt: new Date('2026-11-23T01:00:00Z') });
  });

  it('never changes around the clock, and is not known without hours', () => {
    expect(openingAt(hoursIn('24/7')!, ZONE, new Date())).toEqual({ isOpen: true, changesAt: null });
    expect(openingAt([], ZONE, new Date())).toBeNull();
  });

  it('is told by the clock of the zone', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(openingAt(hoursIn('Fr 13-14')!, ZONE, now)?.isOpen).toBe(true);
    expect(openingAt(hoursIn('Fr 13-14')!, 'Europe/London', now)).toEqual({ isOpen: false, changesAt: new Date('2026-11-20T13:00:00Z') });
  });
});

describe('the address of a contact way', () => {
  it.each([
    ['0800 330 1000', 'tel:0800-330-1000', '0800 330 1000'],
    ['tel:+49 (30) 1234', 'tel:+49-30-1234', '+49 30 1234'],
    ['+49 (0)30/123456', 'tel:+49-30-123456', '+49 30 123456'],
    ['0421/330-1000', 'tel:0421-330-1000', '0421 330 1000'],
    ['(0421) 330 1000', 'tel:0421-330-1000', '0421 330 1000'],
    ['help@nordnetz.example', 'mailto:help@nordnetz.example', 'help@nordnetz.example'],
    ['nordnetz.example/shops', 'https://nordnetz.example/shops', 'nordnetz.example/shops'],
    ['HTTPS://nordnetz.example', 'https://nordnetz.example/', 'nordnetz.example'],
  ])('is taken as people write it: %s', (typed, address, shown) => {
    expect(contactAddress(typed)).toBe(address);
    expect(addressShown(address)).toBe(shown);
    expect(contactAddress(address)).toBe(address);
  });

  it.each(['', 'http://nordnetz.example', 'javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'tel:call me', 'mailto:nobody', 'mailto:a@b.example?bcc=all@b.example', 'https://user:pw@nordnetz.example', 'https:evil', '//nordnetz.example', 'ftp://x.example', 'mailto:a@b.example?bcc=c', 'a'.repeat(600)])('is refused: %j', (typed) => {
    expect(contactAddress(typed)).toBeNull();
  });
});
