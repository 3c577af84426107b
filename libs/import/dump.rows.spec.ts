import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpRows } from './dump.rows.js';

async function read(text: string, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-rows-'));
  writeFileSync(join(folder, 'x.xml'), text);
  const all = [];
  for await (const { rows } of dumpRows(join(folder, 'x.xml'), options)) all.push(...rows);
  rmSync(folder, { recursive: true });
  return all;
}

describe('rows of a dump', () => {
  it('stand on a line each, on one line, or on several', async () => {
    const found = await read(`<?xml version="1.0"?>\n<rows><row Id="1" A="&lt;x&gt; &#xA;&amp;"/><row Id='2'\n B="a>b" ></row>\n<rowing Id="9"/><row Id="3" /></rows>`);
    expect(found).toEqual([
      { number: 1, line: 2, attributes: { Id: '1', A: '<x> \n&' } },
      { number: 2, line: 2, attributes: { Id: '2', B: 'a>b' } },
      { number: 3, line: 4, attributes: { Id: '3' } },
    ]);
  });

  it('may be cut by chunks anywhere, inside a letter too', async () => {
    const text = Array.from({ length: 6000 }, (_, at) => `<row Id="${at}" T="${'üß😀'.repeat(at % 60)}" />`).join('\n');
    const found = await read(text);
    expect(found).toHaveLength(6000);
    expect(found.every(({ attributes, line }, at) => attributes?.['Id'] === String(at) && attributes['T'] === 'üß😀'.repeat(at % 60) && line === at + 1)).toBe(true);
  });

  it('are counted, but not parsed, where they are not wanted', async () => {
    const text = '<row Id="1"/><row Id="2"/><row broken <row Id="4"/><row Id="5"/>';
    expect(await read(text, { after: 3, wanted: /"5"/ })).toEqual([{ number: 5, line: 1, attributes: { Id: '5' } }]);
  });

  it('do not fill the memory where one never ends', async () => {
    const found = await read(`<row Id="1" T="${'x'.repeat(20_000_000)}\n<row Id="2"/>`);
    expect(found.map((row) => row.attributes)).toEqual([null, { Id: '2' }]);
  });
});
