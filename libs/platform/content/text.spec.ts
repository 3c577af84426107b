import { cleanLine, cleanText } from './clean.text.js';
import { plainText } from './plain.text.js';
import { slugOf } from './slug.js';

describe('cleanText', () => {
  it('gives back what was typed, but for line ends', () => {
    expect(cleanText(' a\r\nb\rc\n\td  \u202E\u200B ä ')).toBe(' a\nb\nc\n\td  \u202E\u200B ä ');
    expect(cleanText('')).toBe('');
  });
  it('refuses what the database cannot hold', () => {
    for (const text of ['a\0', '\uD800', '\uDC00x', 'a\uD83D']) expect(cleanText(text)).toBeNull();
    expect(cleanText('😀')).toBe('😀');
  });
});

describe('cleanLine', () => {
  it('is one line without what nobody sees', () => {
    expect(cleanLine('  Router\t startet\r\nnicht ')).toBe('Router startet nicht');
    expect(cleanLine('a\u0007b\u0085c')).toBe('a b c');
    expect(cleanLine('ad\u200Bmin\u202E\u2066')).toBe('admin');
  });
  it('keeps joiners: emoji and Persian need them', () => {
    expect(cleanLine('👩\u200D💻')).toBe('👩\u200D💻');
    expect(cleanLine('می\u200Cخواهم')).toBe('می\u200Cخواهم');
  });
  it('is empty where nothing can be seen, null where it cannot be stored', () => {
    for (const line of ['', ' \n ', '\u200B', '\u3164', '\u200D \u200C', '\uFE0F']) expect(cleanLine(line)).toBe('');
    expect(cleanLine('a\0b')).toBeNull();
  });
});

describe('plainText', () => {
  it('parts blocks and lines by a space, and nothing else', () => {
    expect(plainText('<p>a <b>b</b>c</p><ul><li>d</li><li>e<br>f</li></ul><pre><code>g  h\ni</code></pre>')).toBe('a bc d e f g h i');
  });
  it('decodes entities and drops what is no text', () => {
    expect(plainText('a &lt;b&gt; &amp;amp; <script>x<b>y</b></script><style>z</style><!-- w -->c')).toBe('a <b> &amp; c');
  });
});

describe('slugOf', () => {
  it('spells German out and reduces other Latin letters', () => {
    expect(slugOf('Kündigung: für Größe 3?')).toBe('kuendigung-fuer-groesse-3');
    expect(slugOf('U\u0308ber Łódź, Ångström & Crème brûlée')).toBe('ueber-lodz-aangstroem-creme-brulee');
    expect(slugOf("Don't panic")).toBe('dont-panic');
    expect(slugOf('İstanbul ﬁx ①')).toBe('istanbul-fix-1');
  });
  it('is never empty and ends at a word', () => {
    expect(slugOf('???')).toBe('thread');
    expect(slugOf('Почему')).toBe('thread');
    expect(slugOf(`${'abcd '.repeat(15)}abcdefgh`)).toBe(Array(15).fill('abcd').join('-'));
    expect(slugOf('x'.repeat(300))).toHaveLength(80);
  });
});
