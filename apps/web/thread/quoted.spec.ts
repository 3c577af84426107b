import { quoted } from './quoted.js';

it('marks each line, names the author, and cuts what is long', () => {
  expect(quoted({ source: 'One\r\n\nTwo\n> three\n', author: { name: 'Ada L.' } })).toBe('@Ada L.\n\n> One\n>\n> Two\n> > three\n\n');
  expect(quoted({ source: 'x', author: null })).toBe('> x\n\n');
  expect(quoted({ source: Array.from({ length: 30 }, (_, n) => String(n)).join('\n'), author: null }).split('\n')).toHaveLength(23);
});
