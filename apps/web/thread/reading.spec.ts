import { isReading } from './reading.js';

it.each([
  ['GET', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }, true],
  ['HEAD', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }, false],
  ['POST', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }, false],
  ['GET', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, false],
  ['GET', { 'user-agent': 'Mozilla/5.0 Chrome/140.0', 'sec-purpose': 'prefetch;prerender' }, false],
  ['GET', {}, false],
])('%s with %o: %s', (method, headers, reads) => {
  expect(isReading({ method, headers })).toBe(reads);
});
