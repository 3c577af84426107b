import { nextAddress } from './next.address.js';

it.each(['/', '/t/1/title', '/de/threads?filter=solved', '/t/1/x#pst_3'])('leads on to %s', (next) => {
  expect(nextAddress(next)).toBe(next);
});

it.each(['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n//evil.example', 'https://evil.example', 'javascript:out()', 'evil', '', undefined, `/${'x'.repeat(600)}`])('does not lead to %j', (next) => {
  expect(nextAddress(next)).toBe('');
});
