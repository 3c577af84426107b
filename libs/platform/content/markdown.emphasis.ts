export type Mark = '**' | '*' | '~~';

const EDGES = /^((?:\\\n|\s)*)([^]*?)((?:\\\n|\s)*)$/;
const WORD = /[^\s\p{P}\p{S}]/u;
const SIGN = /[\p{P}\p{S}]/u;
const LAST = /[^]$/u;
const FIRST = /^[^]/u;

/**
 * Puts inline Markdown together. CommonMark reads `**` as emphasis only beside certain neighbours: not in `a**(b)**c`, which
 * HTML can say and Chinese and German compounds do. There the neighbouring letter is written as its number (`&#99;`): ugly in the
 * source, rare, and the post looks as it did. (HTML in the source would be the other way; ours has none.)
 */
export class EmphasisJoiner {
  private out = '';
  /** The last piece, where it was a mark: the next one may have to make room. */
  private last: { sign: string; inner: string } | null = null;
  private lastCode: { text: string; before: string } | null = null;

  get markdown(): string {
    return this.out;
  }

  text(escaped: string): void {
    if (!escaped) return;
    let text = /\s$/.test(this.out) ? escaped.replace(/^ +/, '') : escaped;
    if (!text) return;
    if (this.last && this.needsRoomAfter(this.last, text)) text = numberFirst(text);
    this.append(text);
  }

  /** A link, an image, code: begins and ends in a sign, so that marks beside it hold. */
  solid(markdown: string): void {
    if (!markdown) return;
    if (markdown.startsWith('[') && lastSign(this.out) === '!') this.out = `${this.out.slice(0, -1)}\\!`;
    this.append(markdown);
  }

  /** Code beside code is one span: two runs of backticks in a row would be a longer one. */
  code(text: string, write: (text: string) => string): void {
    const whole = (this.lastCode?.text ?? '') + text;
    const before = this.lastCode?.before ?? this.out;
    this.out = before;
    this.append(write(whole));
    this.lastCode = { text: whole, before };
  }

  lineEnd(): void {
    this.append(`\\\n`);
  }

  mark(mark: Mark, content: string): void {
    this.within(content, (inner) => this.writeMark(mark, inner));
  }

  /** Writes what is inside its white space, and that outside: `** a**` is no emphasis, `[ a](b)` a link with an odd edge. */
  within(content: string, write: (inner: string) => void): void {
    const [, lead = '', inner = '', trail = ''] = EDGES.exec(content)!;
    this.space(lead);
    if (inner) write(inner);
    this.space(trail);
  }

  private space(between: string): void {
    if (between.includes('\n')) this.append('\\\n'.repeat(between.split('\n').length - 1));
    else if (between) this.text(' ');
  }

  private writeMark(mark: Mark, inner: string): void {
    // signs side by side are read as one run, so <b>a</b><b>b</b> is **a**__b__; where no sign is left the mark goes, never a word
    const signs = mark === '~~' ? [mark] : [mark, mark.replaceAll('*', '_')];
    const sign = signs.find((one) => ![lastSign(this.out), inner[0], lastSign(inner)].includes(one[0]));
    const previous = LAST.exec(this.out)?.[0] ?? '';
    const first = FIRST.exec(inner)?.[0] ?? '';
    if (WORD.test(previous) && (SIGN.test(first) || sign?.[0] === '_')) this.numberLast();
    else if (!sign && this.last && this.needsRoomAfter(this.last, inner)) inner = numberFirst(inner);
    const apart = !sign && lastSign(this.out) === inner[0] ? '&#8203;' : ''; // a space nobody sees, where the two would else be one run
    this.append(sign ? sign + inner + sign : apart + inner);
    this.last = { sign: sign ?? '', inner };
  }

  private numberLast(): void {
    const before = this.out.replace(LAST, '');
    // an underscore was safe only between two letters, a backslash only before one
    const loose = /(?:^|[^\\])(?:\\\\)*\\$/.test(before);
    const underscore = /[^\\]_$/.test(before);
    const safe = underscore ? `${before.slice(0, -1)}\\_` : loose ? `${before}\\` : before;
    this.out = safe + numbered(LAST.exec(this.out)![0]);
  }

  private needsRoomAfter(piece: { sign: string; inner: string }, text: string): boolean {
    const next = FIRST.exec(text)?.[0] ?? '';
    return WORD.test(next) && (piece.sign[0] === '_' || SIGN.test(LAST.exec(piece.inner)?.[0] ?? ''));
  }

  private append(markdown: string): void {
    this.out += markdown;
    this.last = null;
    this.lastCode = null;
  }
}

function numbered(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}

function numberFirst(text: string): string {
  return text.replace(FIRST, numbered).replace(/^(&#\d+;)_/, '$1\\_');
}

/** The last sign, unless it is escaped and so only text. */
function lastSign(markdown: string): string | undefined {
  return /(?:^|[^\\])(?:\\\\)*\\.$/.test(markdown) ? undefined : markdown.at(-1);
}
