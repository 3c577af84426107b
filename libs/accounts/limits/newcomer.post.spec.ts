import { countedIn, refuseNewcomersBody } from './newcomer.post.js';

const MOST = { links: 2, images: 1, mentions: 2 };

it('counts what readers will see, however it is written', () => {
  const body = 'See [here](https://a.example), https://b.example and <https://c.example>.\n\n![one](https://a.example/1.png)\n\n@mina and (@ada), not me@example.org, not `@code`';
  expect(countedIn(body)).toMatchObject({ links: 3, images: 1, mentions: 2 });
  expect(countedIn('```\n[no](https://a.example) ![no](https://a.example/1.png) @no\n```')).toEqual({ links: 0, images: 0, mentions: 0 });
});

it.each([
  ['newcomer-links', '[a](https://a.example) [b](https://b.example)', ' [c](https://c.example)'],
  ['newcomer-images', '![a](https://a.example/a.png)', ' ![b](https://a.example/b.png)'],
  ['newcomer-mentions', '@mina @ada', ' @jonas'],
])('takes so many and not one more: %s', (code, body, more) => {
  expect(() => refuseNewcomersBody(body, MOST)).not.toThrow();
  expect(() => refuseNewcomersBody(body + more, MOST)).toThrow(expect.objectContaining({ problem: { kind: 'InvalidInput', fields: [{ field: 'body', code, limit: expect.any(Number) as number }] } }));
});
