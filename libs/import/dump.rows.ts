import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';

export type Attributes = Record<string, string>;

export interface DumpRow {
  /** Counted from 1; broken rows count too, so that the number is the same at every reading. */
  number: number;
  line: number;
  /** Null where the row cannot be read. */
  attributes: Attributes | null;
}

export interface RowsOptions {
  /** Rows before this one are counted, not parsed. */
  after?: number;
  /** A cheap look at the raw row: what it does not match is counted, not parsed. It may match too much, never too little. */
  wanted?: RegExp | undefined;
}

const CHUNK_BYTES = 256 * 1024;
const LONGEST_ROW = 4 * 1024 * 1024; // characters; a post ends at 200,000 bytes, escaped it is six times that at worst

/**
 * The rows of a dump file, a chunk's worth at a time, in constant memory. Inside a tag `<` can only stand escaped, so every
 * `<row` begins a row even after a broken one: each is parsed by itself, and damage stays where it is.
 */
export async function* dumpRows(path: string, { after = 0, wanted }: RowsOptions = {}): AsyncGenerator<{ rows: DumpRow[]; bytes: number }> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let number = 0;
  let line = 1;
  const take = (raw: string, at: number): DumpRow[] => {
    number++;
    if (number <= after || (wanted && !wanted.test(raw))) return [];
    return [{ number, line: at, attributes: parseRow(raw) }];
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    rest += decoder.decode(chunk, { stream: true });
    const rows: DumpRow[] = [];
    let at = 0;
    for (let start = nextRow(rest, at); start >= 0; start = nextRow(rest, at)) {
      const end = rest.indexOf('<', start + 1);
      line += linesIn(rest, at, start);
      at = start;
      if (end < 0) break;
      rows.push(...take(rest.slice(start, end), line));
      line += linesIn(rest, start, end);
      at = end;
    }
    if (!rest.startsWith('<row', at)) {
      const tail = Math.max(at, rest.length - '<row'.length); // the beginning of a row that the chunk's end cut in two
      line += linesIn(rest, at, tail);
      at = tail;
    }
    rest = rest.slice(at);
    if (rest.length > LONGEST_ROW) rest = rest.slice(0, LONGEST_ROW / 2); // it will not parse, and is reported as broken
    yield { rows, bytes: chunk.length };
  }
  if (nextRow(rest, 0) === 0) yield { rows: take(rest, line), bytes: 0 };
}

const ROW = /<row(?=[\s/>])/g;

function nextRow(text: string, from: number): number {
  ROW.lastIndex = from;
  return ROW.exec(text)?.index ?? -1;
}

// what may follow the tag, up to the next one, is not ours to judge
const TAG = /^<row(?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/;

function parseRow(raw: string): Attributes | null {
  const tag = TAG.exec(raw)?.[0];
  if (!tag) return null;
  let attributes: Attributes | null = null;
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', (found) => {
    attributes = found.attributes as Attributes;
  });
  try {
    parser.write(tag.replace(/\/?>$/, '/>')).close();
    return attributes;
  } catch {
    return null;
  }
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
