import { concernsIn, typedMoment } from './notice.typed.js';

const ends = (text: string, zone = 'Europe/Berlin') => concernsIn({ expectedEndAt: text }, zone).expectedEndAt;

it.each([
  ['2026-07-01T18:00', 'Europe/Berlin', '2026-07-01T16:00:00.000Z'],
  ['2026-12-01T18:00', 'Europe/Berlin', '2026-12-01T17:00:00.000Z'],
  ['2026-03-29T04:00', 'Europe/Berlin', '2026-03-29T02:00:00.000Z'], // two hours after the clocks were set forward
  ['2026-10-25T01:30', 'Europe/Berlin', '2026-10-24T23:30:00.000Z'], // before they are set back
  ['2026-12-01T00:30', 'America/New_York', '2026-12-01T05:30:00.000Z'],
])('takes %s for a time of %s, and gives it back', (typed, zone, at) => {
  expect([ends(typed, zone), typedMoment(at, zone)]).toEqual([at, typed]);
});

it('knows no time where none is typed, and one that is refused where it is none', () => {
  const none = '1970-01-01T00:00:00.000Z';
  expect(['', 'soon', '2026-13-01T10:00', '-271821-04-20T00:00', '+275760-09-13T00:00'].map((text) => ends(text))).toEqual([null, none, none, none, none]);
});
