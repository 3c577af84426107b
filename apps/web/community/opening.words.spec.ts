import { TEXTS } from '../texts/index.js';
import { openingWords, weekWords } from './opening.words.js';

const { de: { company: { contact: de } }, en: { company: { contact: en } } } = TEXTS;
const FRIDAY = new Date('2026-11-20T17:00:00Z'); // 18:00 in Berlin

describe('when somebody is there', () => {
  const said = (changesAt: string | null, isOpen = false, now = FRIDAY) => [openingWords(de, 'de', { isOpen, changesAt }, 'Europe/Berlin', now), openingWords(en, 'en', { isOpen, changesAt }, 'Europe/Berlin', now)];

  it('is said as people say it', () => {
    expect(said('2026-11-20T19:00:00Z', true)).toEqual(['Jetzt erreichbar, bis 20:00 Uhr', 'Open now, until 20:00']);
    expect(said('2026-11-21T01:00:00Z', true)).toEqual(['Jetzt erreichbar, bis 2:00 Uhr', 'Open now, until 2:00']);
    expect(said('2026-11-22T01:00:00Z', true)).toEqual(['Jetzt erreichbar, bis Sonntag, 2:00 Uhr', 'Open now, until Sunday, 2:00']);
    expect(said('2026-11-20T18:00:00Z')).toEqual(['Gerade nicht erreichbar, wieder heute ab 19:00 Uhr', 'Closed now, opens today at 19:00']);
    expect(said('2026-11-21T07:00:00Z')).toEqual(['Gerade nicht erreichbar, wieder morgen ab 8:00 Uhr', 'Closed now, opens tomorrow at 8:00']);
    expect(said('2026-11-23T07:00:00Z')).toEqual(['Gerade nicht erreichbar, wieder am Montag ab 8:00 Uhr', 'Closed now, opens on Monday at 8:00']);
    expect(said(null, true)).toEqual(['Rund um die Uhr', 'Around the clock']);
  });

  it('knows which day it is there, not here', () => {
    expect(said('2026-11-22T07:00:00Z', false, new Date('2026-11-20T23:30:00Z'))[1]).toBe('Closed now, opens tomorrow at 8:00'); // it is Saturday in Berlin already
  });
});

it('says the week with days alike together', () => {
  expect(weekWords(de, 'de', 'Mo-Fr 08:00-12:00,13:00-20:00; Sa 10:00-14:00')).toEqual(['Mo–Fr 8:00–12:00, 13:00–20:00 Uhr', 'Sa 10:00–14:00 Uhr']);
  expect(weekWords(en, 'en', '24/7')).toEqual(['Around the clock']);
  expect(weekWords(en, 'en', '')).toEqual([]);
});
