import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A picture with everything that must not come along: where it was taken, by what, and how it lies. */
export async function photograph(width = 80, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c63' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'SpyCam', Copyright: 'someone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .toBuffer();
}

export function png(width = 20, height = 10): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: { r: 0, g: 90, b: 200, alpha: 0.5 } } }).png().toBuffer();
}

export async function movingGif(frames: number, side = 16): Promise<Buffer> {
  const raw = Buffer.alloc(side * side * frames * 3).map((_, at) => (Math.floor(at / (side * side * 3)) * 40) % 256);
  return sharp(raw, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } }).gif({ delay: Array(frames).fill(100) as number[] }).toBuffer();
}

/** A PNG of some hundred bytes that says it is as large as a town: what unfolds it fills the memory. */
export function bomb(width = 50_000, height = 50_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const ZIP = Buffer.from('504b03041400000000000000210000000000000000000000000005000000612e747874504b01021400140000000000000021000000000000000000000000000500000000000000000000000000000000612e747874504b05060000000001000100330000002300000000', 'hex');
