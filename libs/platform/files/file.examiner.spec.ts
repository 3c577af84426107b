import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Refused } from '#platform/graphql';
import { FileExaminer } from './file.examiner.js';
import { bomb, movingGif, PDF, photograph, png, ZIP } from './hostile.fixture.js';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'kundig-examiner-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const examiner = new FileExaminer();
let files = 0;

async function examine(name: string, content: Buffer | string) {
  files += 1;
  const path = join(folder, String(files));
  await writeFile(path, content);
  return examiner.examine({ path, name, bytes: Buffer.byteLength(content), isTooLarge: false });
}

async function faultOf(name: string, content: Buffer | string): Promise<string> {
  const refusal = await examine(name, content).then((taken) => taken.mime, (error: unknown) => error);
  if (!(refusal instanceof Refused)) return `taken as ${String(refusal)}`;
  return refusal.problem.kind === 'InvalidInput' ? refusal.problem.fields.map(({ field, code }) => `${field}: ${code}`).join() : refusal.problem.kind;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>out()</script></svg>';

describe('what is refused by its content, whatever its name says', () => {
  it.each<[string, string, Buffer | string, string]>([
    ['SVG named as a picture', 'a.png', SVG, 'file-kind'],
    ['SVG behind an XML declaration', 'a.png', `<?xml version="1.0"?>\n${SVG}`, 'file-kind'],
    ['SVG named as text, behind blanks', 'a.txt', `\uFEFF \n\t${SVG}`, 'file-kind'],
    ['a page named as a picture', 'a.jpg', '<!DOCTYPE html><html><body onload=out()>', 'file-kind'],
    ['a page behind a comment', 'a.log', '<!-- hello --><script>out()</script>', 'file-kind'],
    ['PHP named as text', 'a.txt', '<?php system($_GET[0]);', 'file-kind'],
    ['a shell script', 'a.txt', '#!/bin/sh\nrm -rf /', 'file-kind'],
    ['a program for Windows', 'a.pdf', Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(200)]), 'file-kind'],
    ['a program for Linux', 'a.txt', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)]), 'file-kind'],
    ['a script that begins like a GIF', 'a.gif', 'GIF89a/*\x01\0*/=1;out()//', 'file-broken'],
    ['a page that begins like a GIF', 'a.gif', 'GIF89a<html><script>out()</script>', 'file-broken'],
    ['a document that is a page, too', 'a.pdf', '%PDF-1.4\n<html><script>out()</script></html>', 'file-kind'],
    ['a document behind a page', 'a.pdf', '<script>out()</script>%PDF-1.4', 'file-kind'],
    ['an archive behind a program', 'a.zip', Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), ZIP]), 'file-kind'],
    ['a header of 2,500 megapixels', 'a.png', bomb(), 'file-dimensions'],
    ['a header of 41 megapixels, its sides unequal', 'a.png', bomb(410_000, 100), 'file-dimensions'],
    ['a picture that ends in its header', 'a.png', bomb(100, 100).subarray(0, 40), 'file-broken'],
    ['a text with NUL', 'a.txt', 'all is well\0and here it ends', 'file-kind'],
    ['a text that is not UTF-8', 'a.txt', Buffer.from('M\xfcller', 'latin1'), 'file-kind'],
    ['a text that ends within a letter', 'a.txt', Buffer.from('caf\xc3', 'latin1'), 'file-kind'],
    ['nothing at all', 'a.png', '', 'file-empty'],
    ['sound', 'a.png', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(64)]), 'file-kind'],
  ])('%s', async (_, name, content, code) => {
    expect(await faultOf(name, content)).toBe(`files: ${code}`);
  });

  it('half a photograph', async () => {
    const whole = await sharp({ create: { width: 900, height: 900, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 60 } } as never }).jpeg().toBuffer();
    expect(await faultOf('a.jpg', whole.subarray(0, whole.length / 2))).toBe('files: file-broken');
  });

  it('a moving picture of too many frames', async () => {
    expect(await faultOf('a.gif', await movingGif(301, 2))).toBe('files: file-dimensions');
  });

  it('a file larger than there may be', async () => {
    await expect(examiner.examine({ path: join(folder, 'none'), name: 'a.zip', bytes: 0, isTooLarge: true })).rejects.toMatchObject({ problem: { fields: [{ code: 'file-too-large', limit: 25, value: 'a' }] } });
    await expect(examine('a.jpg', Buffer.concat([await photograph(), Buffer.alloc(10_000_001)]))).rejects.toMatchObject({ problem: { fields: [{ code: 'file-too-large', limit: 10 }] } });
  });
});

describe('pictures', () => {
  it('come out upright, without the place where they were taken, the camera and the profile', async () => {
    const sent = await photograph(80, 40);
    const before = await sharp(sent).metadata();
    expect([before.orientation, before.exif?.includes('SpyCam'), before.icc !== undefined]).toEqual([6, true, true]);
    const taken = await examine('holiday.JPG', sent);
    const after = await sharp(taken.path).metadata();
    expect([after.orientation, after.exif, after.icc, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(taken).toMatchObject({ name: 'holiday.jpg', mime: 'image/jpeg', size: { width: 40, height: 80 } });
    const bytes = await readFile(taken.path);
    expect(bytes.length).toBe(taken.bytes);
    expect(bytes.includes('SpyCam')).toBe(false);
  });

  it('lose what was hung on them', async () => {
    const taken = await examine('a.png', Buffer.concat([await png(), Buffer.from('<script>out()</script>')]));
    expect((await readFile(taken.path)).includes('script')).toBe(false);
    expect(taken.mime).toBe('image/png');
  });

  it('are no larger than a screen', async () => {
    expect((await examine('a.jpg', await photograph(3_000, 100))).size).toEqual({ width: 85, height: 2_560 });
  });

  it.each(['gif', 'webp', 'avif'] as const)('of kind %s are taken', async (kind) => {
    const made = await sharp(await png()).toFormat(kind).toBuffer();
    expect((await examine('a.bin', made)).mime).toBe(kind === 'gif' ? 'image/png' : 'image/webp');
  });

  it('go on moving', async () => {
    const taken = await examine('a.gif', await movingGif(3));
    expect(taken).toMatchObject({ name: 'a.webp', size: { width: 16, height: 16 } });
    expect((await sharp(taken.path).metadata()).pages).toBe(3);
  });
});

describe('other files', () => {
  it.each<[string, Buffer | string, string, string]>([
    ['manual.pdf', PDF, 'manual.pdf', 'application/pdf'],
    ['logs.zip', ZIP, 'logs.zip', 'application/zip'],
    ['router.log', 'Größe 3 \x1b[31m<b>\n', 'router.log', 'text/plain; charset=utf-8'],
    ['numbers.csv', 'a;b\n1;2', 'numbers.csv', 'text/plain; charset=utf-8'],
    ['evil.js', 'out()', 'evil.txt', 'text/plain; charset=utf-8'],
    ['picture.png', 'I am no picture', 'picture.txt', 'text/plain; charset=utf-8'],
  ])('%s is kept as it is, under an ending that fits', async (name, content, kept, mime) => {
    const taken = await examine(name, content);
    expect([taken.name, taken.mime, taken.size]).toEqual([kept, mime, null]);
    expect(await readFile(taken.path)).toEqual(Buffer.from(content));
  });

  it('keeps a letter that lies across two pieces of the file', async () => {
    expect((await examine('a.txt', `${'x'.repeat(65_535)}ü`)).bytes).toBe(65_537);
  });
});
