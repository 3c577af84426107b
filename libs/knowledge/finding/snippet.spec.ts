import { understand } from './question.js';
import { snippetOf } from './snippet.js';

const marked = (text: string, asked: string) => snippetOf(text, understand(asked)).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('snippetOf', () => {
  it('marks the words whatever their ending or spelling', () => {
    expect(marked('Die Verträge wurden gekündigt.', 'Wie ist das mit dem Vertrag?')).toBe('Die [Verträge] wurden gekündigt.');
    expect(marked('Er hat die Größe geändert.', 'groesse')).toBe('Er hat die [Größe] geändert.');
    expect(marked('The router restarts', 'rou')).toBe('The [router] restarts');
  });

  it('shows the part where most of them stand together', () => {
    const filler = 'Nothing of interest stands here at all. '.repeat(20);
    const shown = marked(`A router. ${filler}The router restarts when the battery is empty. ${filler}`, 'router restarts with empty battery');
    expect(shown).toContain('The [router] [restarts] when the [battery] is [empty].');
    expect(shown.startsWith('… ')).toBe(true);
    expect(shown.endsWith(' …')).toBe(true);
    expect(shown.length).toBeLessThan(260);
  });

  it('gives text, never markup, and all of it where it is short', () => {
    expect(marked('<b>router</b> & co', 'router')).toBe('<b>[router]</b> & co');
    expect(marked('Something else', 'router')).toBe('Something else');
    expect(snippetOf('', understand('router'))).toEqual([]);
  });
});
