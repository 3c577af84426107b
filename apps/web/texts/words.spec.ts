import { TEXTS } from './index.js';

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;
const MOMENTS = ['2026-11-22T14:58:00', '2026-11-22T14:57:59', '2026-11-22T00:00:00', '2026-03-29T03:30:00', '2026-10-25T02:30:00', '2024-02-29T23:59:59', '1999-12-31T12:00:00'];

describe.each(['de', 'en'] as const)('times in %s', (language) => {
  it.each(MOMENTS)('says %s as Intl does, again and again', (text) => {
    const at = new Date(text);
    const said = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeStyle: 'short' }).format(at);
    expect(TEXTS[language].exact(at)).toBe(said);
    expect(TEXTS[language].exact(at)).toBe(said);
  });
});
