import { readFileSync } from 'node:fs';
import { coloursIn, withoutLightDark } from './light-dark.js';

it('tells each pair of colours to browsers that know no pairs: by the device, and by the member’s choice', () => {
  const css = withoutLightDark(':root { --ground: light-dark(#fff, #000); --radius: 1px; }');
  const [, told] = css.split('@supports');
  expect(told).toContain(':root { --ground: #fff; }');
  expect(told).toContain('@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { --ground: #000; } }');
  expect(told).toContain(':root[data-theme="dark"] { --ground: #000; }');
  expect(told).not.toContain('--radius');
});

it('finds every pair of the tokens', () => {
  const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
  expect(coloursIn(':root { --ink: light-dark(#111, #eee); --ink-soft: light-dark(#222, #ddd); }', 'ink')).toEqual({ light: '#111', dark: '#eee' });
  expect(() => coloursIn(css, 'inkk')).toThrow('tokens.css');
  const told = withoutLightDark(css).slice(css.length);
  for (const [, name] of css.matchAll(/(--[\w-]+): light-dark/g)) expect(told.split(`${name}: `)).toHaveLength(4);
});
