import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executableIn } from './executable.fixture.js';
import { renderMarkdown } from './markdown.renderer.js';

const data = process.env.KUNDIG_EVAL_DATA;
const folder = join(data ?? '', 'naughty');

/** Collections of attacks that others made; they are not part of this repository. */
const collections: [string, string[]][] = [
  ['xss.jsonl', ['payload']],
  ['dompurify-xss.jsonl', ['payload']],
  ['commonmark-spec.jsonl', ['markdown', 'html']],
  ['payload-code-blocks.jsonl', ['payload']],
  ['blns.jsonl', ['text']],
];

describe('collected attacks (needs the folder in KUNDIG_EVAL_DATA)', () => {
  const has = data !== undefined && existsSync(folder);
  (has ? it.each(collections) : it.skip.each(collections))('%s: nothing executable survives', (file, fields) => {
    let checked = 0;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
      const row = JSON.parse(line) as Record<string, string>;
      for (const text of fields.map((field) => row[field]!)) {
        for (const source of [text, `[x](${text})`, `![x](${text} "y")`, `<sub>${text}</sub>`]) expect({ text, found: executableIn(renderMarkdown(source).html) }).toEqual({ text, found: [] });
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(100);
  });
});
