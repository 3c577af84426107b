import { zonesByRegion } from './zones.js';

const NAMES = { Europe: 'Europa', Africa: 'Afrika', America: 'Amerika', '': 'Ohne Ort' };

it('has every zone once, Europe first, and what has no place last', () => {
  const groups = zonesByRegion(NAMES);
  const values = groups.flatMap(({ zones }) => zones.map(({ value }) => value));
  expect([...values].sort()).toEqual([...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort());
  expect(groups.map(({ region }) => region)).toEqual(['Europa', 'Afrika', 'Amerika', 'Ohne Ort']);
  expect(groups[0]!.zones).toContainEqual({ value: 'Europe/Berlin', city: 'Berlin' });
  expect(groups[2]!.zones).toContainEqual({ value: 'America/New_York', city: 'New York' });
});
