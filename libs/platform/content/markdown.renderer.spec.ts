import { executableIn } from './executable.fixture.js';
import { RENDERER, renderMarkdown } from './markdown.renderer.js';

const html = (source: string) => renderMarkdown(source).html.trim();

describe('what people write', () => {
  it('says which version made it', () => {
    expect(renderMarkdown('x')).toEqual({ html: '<p>x</p>\n', renderer: RENDERER });
  });

  it('leaves h1 and h2 to the page', () => {
    expect(html('# a\n\n## b\n\n### c\n\n#### d\n\n##### e')).toBe('<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>');
  });

  it('renders code with its language, tables with their alignment, strikethrough', () => {
    expect(html('```c++\nif (a < b) x();\n```')).toBe('<pre><code class="language-c++">if (a &lt; b) x();\n</code></pre>');
    expect(html('```x" onclick="y\nz\n```')).toBe('<pre><code>z\n</code></pre>');
    expect(html('| a | b |\n| --- | ---: |\n| 1 | 2 |')).toContain('<td class="align-right">2</td>');
    expect(html('~~gone~~')).toBe('<p><s>gone</s></p>');
  });

  it('keeps a single line end as white space', () => {
    expect(html('a\nb')).toBe('<p>a\nb</p>');
  });

  it('gives links no standing and images no hurry', () => {
    const rel = 'rel="nofollow ugc noopener"';
    expect(html('[x](https://example.org/a_(b))')).toBe(`<p><a href="https://example.org/a_(b)" ${rel}>x</a></p>`);
    expect(html('see https://example.org/%20a')).toBe(`<p>see <a href="https://example.org/%20a" ${rel}>https://example.org/%20a</a></p>`);
    expect(html('[x](mailto:a@example.org)')).toBe(`<p><a href="mailto:a@example.org" ${rel}>x</a></p>`);
    expect(html('![a cat](http://example.org/cat.png)')).toBe('<p><img src="http://example.org/cat.png" alt="a cat" loading="lazy" /></p>');
  });

  it('leads to places of this site by their path, and by no trick to another', () => {
    for (const path of ['/', '/t/305', '/de/t/305/why?x=1#p2']) expect(html(`[x](${path})`)).toBe(`<p><a href="${path}" rel="nofollow ugc noopener">x</a></p>`);
    for (const path of ['//evil.example', '/\\evil.example', '/\\\\evil.example', '/%5Cevil.example', '/%2Fevil.example', '/&sol;evil.example', '/&bsol;evil.example', '\\\\evil.example', '///evil.example', '</\t/evil.example>', '/&Tab;/evil.example']) {
      for (const href of html(`[x](${path})`).matchAll(/(?:href|src)="([^"]*)"/g)) expect([path, new URL(href[1]!.replace(/&amp;/g, '&'), 'https://here.example').origin]).toEqual([path, 'https://here.example']);
      expect([path, html(`[x](${path})`)]).toEqual([path, expect.not.stringContaining('<a')]);
    }
    expect(html('![x](/sign-out)')).toBe('<p>![x](/sign-out)</p>');
    expect(html('![*x*](/files/0123456789abcdef0123456789abcdef/a.png)')).toContain('<img src="/files/');
  });

  it('makes a link only of what names its scheme', () => {
    for (const text of ['main.rs', 'README.md', 'www.example.org', 'a@example.org', 'ftp://example.org', '//example.org']) expect(html(text)).toBe(`<p>${text}</p>`);
  });

  it('lets kbd, sub and sup through in pairs, and no other tag', () => {
    expect(html('<kbd>Ctrl</kbd> H<sub>2</sub>O 2<sup>*n*</sup>')).toBe('<p><kbd>Ctrl</kbd> H<sub>2</sub>O 2<sup><em>n</em></sup></p>');
    expect(html('use <sub> here, </sup> there')).toBe('<p>use &lt;sub&gt; here, &lt;/sup&gt; there</p>');
    expect(html('<kbd onclick="x">y</kbd>')).toBe('<p>&lt;kbd onclick="x"&gt;y&lt;/kbd&gt;</p>');
    expect(html('<b>x</b>')).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>');
    expect(html('`<sub>`')).toBe('<p><code>&lt;sub&gt;</code></p>');
  });
});

describe('what attackers write', () => {
  const attacks = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<iframe src="https://example.org">', '<style>*{display:none}</style>',
    '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java\nscript:alert(1))', '[x](&#106;avascript:alert(1))', '[x](\u0001javascript:alert(1))',
    '[x](vbscript:x)', '[x](data:text/html,<script>alert(1)</script>)', '![x](data:image/svg+xml;base64,PHN2Zz4=)', '![x](javascript:alert(1))', '![x](mailto:a@b.c)',
    '<javascript:alert(1)>', '[x][1]\n\n[1]: javascript:alert(1)', '[x](https://example.org "a\\" onmouseover=\\"alert(1)")', '![a\\" onerror=\\"alert(1)](https://example.org/x)',
    '[x](https://example.org/"onclick="alert(1))', '[![x](javascript:alert(1))](javascript:alert(2))', '`<img src=x onerror=alert(1)>`', '<a href="javascript:alert(1)">x</a>',
    '| <script>x</script> |\n| --- |\n| <img src=x onerror=y> |', '<!-- --><script>x</script>', '<?php x ?>', '<![CDATA[<script>x</script>]]>', '<sub><script>x</script></sub>',
    '```"><script>x\ny\n```', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#x3C;img src=x onerror=alert(1)&#x3E;', '<kbd><img src=x onerror=y></kbd>', '[x](https:alert(1))', '[x](//example.org)', '[x](/\\example.org)', '![x](/t/1)',
  ];
  it.each(attacks)('does nothing: %s', (attack) => {
    expect(executableIn(html(attack))).toEqual([]);
  });
});

describe('hostile size', () => {
  const LENGTH = 30_000;
  const WORST_MS = 1_000; // of this processor, warm-up included; what grows with the square takes many times that
  const fill = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);
  const hostile = [
    '[', '![', '[a](', '[[]](', '*', '**a **b', '*_', '_a_*b*', '`', '`a', '``a`', '>', '> - ', '- ', '1. ', '- 1. ', '<', '<a ', '<sub>', '<sub><sup>', '<sub>a</sub>', '</sub>', '&', '&#1',
    '|', '|a', 'a|b\n-|-\n', '~~', '~~a', '\\', '#', '# a\n', '```\n', 'http://', 'http://a.b ', 'http://a(', 'mailto:a@', 'mailto:', 'a@b.', '[a]: b\n', '[a]:\n', '[a][', '<http://a', '\n> ', '    ', '\t- ', '"', 'x\n=\n', '\u00A0', '😀', '<!--', '<![CDATA[', '![a](b "', '[a](<b', '(', 'http://a/((((',
  ];
  it.each(hostile)('is soon done with 30 kB of %j', (part) => {
    const source = fill(part);
    const started = process.cpuUsage();
    const made = html(source);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(WORST_MS);
    expect(executableIn(made)).toEqual([]);
  });

  it('is soon done with quotes and lists within each other', () => {
    for (const source of ['>'.repeat(15_000), `${'  '.repeat(100)}- a\n`.repeat(100), Array.from({ length: 170 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')]) {
      const started = process.cpuUsage();
      renderMarkdown(source);
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(WORST_MS);
    }
  });
});

describe('a text that would blow up', () => {
  it.each([
    ['one long address, referred to thousands of times', `[a]: http://x/${'x'.repeat(9_900)}\n\n${'[a]'.repeat(6_000)}`],
    ['a table of many columns over thousands of empty rows', `|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'|\n'.repeat(14_000)}`],
  ])('is shown as it was typed: %s', (_, source) => {
    const { html } = renderMarkdown(source);
    expect(html).toMatch(/^<pre><code>/);
    expect(html.length).toBeLessThan(2 * source.length);
  });

  it('leaves alone what people write: a table of ten columns and a hundred rows, fifty references', () => {
    const table = `|${'a|'.repeat(10)}\n|${'-|'.repeat(10)}\n${`|${'cell|'.repeat(10)}\n`.repeat(100)}`;
    expect(renderMarkdown(table).html).toMatch(/^<table>/);
    expect(renderMarkdown(`${'[a] '.repeat(50)}\n\n[a]: https://example.org/a/long/address`).html).toMatch(/^<p><a /);
  });
});
