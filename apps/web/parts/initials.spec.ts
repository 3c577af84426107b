import { initials } from './initials.js';

it.each([
  ['Greta von Lund', 'GL'], ['ada', 'A'], ['opa_heinz', 'OH'], ['Élodie', 'É'], ['ß', 'SS'], ['42', ''], ['👩‍👩‍👧‍👦 Mia', 'M'], ['', ''], ['Z̷a̴l̸g̷o̵', 'Z̷'], ['李 雷', '李雷'], ['Merle neu hier', 'MH'],
])('%s: %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
