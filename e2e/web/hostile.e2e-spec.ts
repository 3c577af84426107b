import { type Web, web } from './web.fixture.js';

// Each would call out() if a browser took it for more than text
const HOSTILE = [
  '<script>out()</script> is this run?',
  '"><img src=x onerror=out()> is this run?',
  "' onmouseover='out()' autofocus onfocus='out()",
  '</title><script>out()</script> in a title',
  '</textarea><svg/onload=out()> in a field',
  '[press](javascript:out()) and <a href="javascript:out()">this</a>',
  '![x](x"onerror="out()) <iframe srcdoc="<script>parent.out()</script>">',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=out()>',
  '`</code><script>out()</script>` {{constructor.constructor("out()")()}}',
  'data:text/html,<script>out()</script> <base href="//evil.example">',
];

let site: Web;
beforeAll(async () => {
  site = await web();
  await site.community.member('Ada', 'admin');
  await site.community.member('<img src=x onerror=out()>');
});
afterAll(() => site.close());

it('shows hostile titles, texts, names and tags as what they are: text', async () => {
  const name = '<img src=x onerror=out()>';
  const category = await site.community.category('Ada', '<script>out()</script>', { slug: 'hostile', description: '"><script>out()</script>' });
  await site.community.tag('Ada', '"><script>out()<\u2215script>');
  const tag = '"><script>out()<\u2215script>';
  const paths = ['/', '/c/hostile', `/tag/${encodeURIComponent(tag)}`, '/m/2', `/search?q=${encodeURIComponent(HOSTILE[1]!)}&tag=${encodeURIComponent(HOSTILE[2]!)}`];
  for (const text of HOSTILE) {
    const question = await site.community.asks(name, category, text, `${text}\n\n${text}`, [tag]);
    const answer = await site.community.answers(name, question.id, text);
    await site.community.does(name, 'comment', { postId: answer, body: text });
    paths.push(question.path, `/ask?title=${encodeURIComponent(text)}`, `/sign-in?next=${encodeURIComponent(`/${text}`)}`);
  }
  // without our content security policy, so that escaping and the sanitiser are tried alone
  const page = await site.visitor({ javaScriptEnabled: true, bypassCSP: true });
  const run: string[] = [];
  await page.context().exposeFunction('out', () => run.push(page.url()));
  for (const path of paths) {
    await page.goto(path);
    await page.mouse.move(200, 200);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main script:not([src^="/assets/"]), main iframe, main [onerror], main [onload], main [onmouseover], base').count()).toBe(0);
  }
  expect(run).toEqual([]);
}, 60_000);

it('allows no script but our own, should one get through', async () => {
  const policy = (await fetch(site.site.url)).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});
