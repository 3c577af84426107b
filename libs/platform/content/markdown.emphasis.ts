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
  /** The last piece, where it was a mark: the next one may have to make room, or be merged. */
  private last: { mark: Mark; sign: string; inner: string; before: string } | null = null;
  private lastCode: { text: string; before: string } | null = null;
  private endsInText = false;

  get markdown(): string {
    return this.out;
  }

  text(escaped: string): void {
    if (!escaped) return;
    let text = /\s$/.test(this.out) ? escaped.replace(/^ +/, '') : escaped;
    if (!text) return;
    if (this.last && this.needsRoomAfter(this.last, text)) text = text.replace(FIRST, numbered);
    this.append(text, true);
  }

  /** A link, an image, code: begins and ends in a sign, so that marks beside it hold. */
  solid(markdown: string): void {
    if (!markdown) return;
    if (markdown.startsWith('[') && this.endsInText && /(?:^|[^\\])!$/.test(this.out)) this.out = `${this.out.slice(0, -1)}\\!`;
    this.append(markdown, false);
  }

  /** Code beside code is one span: two runs of backticks in a row would be a longer one. */
  code(text: string, write: (text: string) => string): void {
    const whole = (this.lastCode?.text ?? '') + text;
    const before = this.lastCode?.before ?? this.out;
    this.out = before;
    this.append(write(whole), false);
    this.lastCode = { text: whole, before };
  }

  lineEnd(): void {
    this.append(`\\\n`, false);
  }

  mark(mark: Mark, content: string): void {
    this.within(content, (inner) => {
      const same = this.last?.mark === mark ? this.last : null;
      if (same) this.out = same.before; // <b>a</b><b>b</b> is <b>ab</b>: four signs in a row would be none of both
      this.writeMark(mark, (same?.inner ?? '') + inner);
    });
  }

  /** Writes what is inside its white space, and that outside: `** a**` is no emphasis, `[ a](b)` a link with an odd edge. */
  within(content: string, write: (inner: string) => void): void {
    const [, lead = '', inner = '', trail = ''] = EDGES.exec(content)!;
    this.space(lead);
    if (inner) write(inner);
    this.space(trail);
  }

  private space(between: string): void {
    if (between.includes('\n')) this.append('\\\n'.repeat(between.split('\n').length - 1), false);
    else if (between) this.text(' ');
  }

  private writeMark(mark: Mark, inner: string): void {
    const touches = mark !== '~~' && (this.out.endsWith('*') || (mark === '*' && /^\*|\*$/.test(inner)));
    const sign = touches ? mark.replaceAll('*', '_') : mark;
    const previous = LAST.exec(this.out)?.[0] ?? '';
    const first = FIRST.exec(inner)?.[0] ?? '';
    if (this.endsInText && WORD.test(previous) && (SIGN.test(first) || sign[0] === '_')) this.out = this.out.replace(LAST, numbered);
    const before = this.out;
    this.append(sign + inner + sign, false);
    this.last = { mark, sign, inner, before };
  }

  private needsRoomAfter(piece: { sign: string; inner: string }, text: string): boolean {
    const next = FIRST.exec(text)?.[0] ?? '';
    return WORD.test(next) && (piece.sign[0] === '_' || SIGN.test(LAST.exec(piece.inner)?.[0] ?? ''));
  }

  private append(markdown: string, isText: boolean): void {
    this.out += markdown;
    this.endsInText = isText;
    this.last = null;
    this.lastCode = null;
  }
}

function numbered(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}
