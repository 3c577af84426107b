import { createReadStream } from 'node:fs';

const ALLOWED_CONTROLS = '\t\n\f\r\x1b'; // what editors and coloured logs write
const FORBIDDEN = new RegExp(`[^\\P{Cc}${ALLOWED_CONTROLS}]`, 'u');
const MARKUP = /^[\uFEFF\s]*<[a-z!?/%]/i; // HTML, SVG, XML, PHP
const SCRIPT = /^\uFEFF?#!/;

/** Whether the file is text and nothing but: valid UTF-8 without NUL, and not the beginning of a page or a script. */
export async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let head = '';
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      if (FORBIDDEN.test(text)) return false;
      if (head.length < 1_024) head += text.slice(0, 1_024);
    }
    decoder.decode();
  } catch {
    return false;
  }
  return !MARKUP.test(head) && !SCRIPT.test(head);
}
