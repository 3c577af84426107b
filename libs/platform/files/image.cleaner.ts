import sharp, { type Metadata } from 'sharp';
import pLimit from 'p-limit';

const PIXELS_MOST = 40_000_000; // in all frames: more than phones take, and what a picture may unfold to in memory
const FRAMES_MOST = 300;
const SIDE_MOST = 2_560; // sharp on a large screen; a page of pictures stays light
const MOVING_SIDE_MOST = 960;
const SECONDS_MOST = 20;
const PNG_BYTES_MOST = 3_000_000; // a larger one is a photograph that somebody saved as PNG
const QUALITY = 82;
const AT_ONCE = 2; // each takes a core and up to 200 MB

// only what we take is ever decoded: the others' decoders (SVG, PDF, TIFF ...) are surface for attacks
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'] });
sharp.concurrency(1);
sharp.cache(false);

const turn = pLimit(AT_ONCE);

export type ImageFault = 'file-broken' | 'file-dimensions';

export interface CleanImage {
  mime: string;
  ending: string;
  width: number;
  height: number;
}

/** What a picture becomes at most, where it is shown small: a logo. It stands still. */
export interface Small {
  side: number;
  pngBytes: number;
}

/** Makes the picture anew from its pixels: upright, of sRGB, no larger than needed, without place, camera, profile or whatever else came along. */
export function cleanImage(from: string, to: string, small?: Small): Promise<CleanImage | ImageFault> {
  return turn(async () => {
    try {
      const found = await sharp(from, { animated: true, limitInputPixels: false }).metadata();
      if (isTooMuch(found)) return 'file-dimensions';
      return await made(from, to, found, small);
    } catch {
      return 'file-broken'; // libvips' words help nobody who sends a picture
    }
  });
}

function isTooMuch({ width, height, pages = 1 }: Metadata): boolean {
  return width * height > PIXELS_MOST || pages > FRAMES_MOST; // height is that of all frames, one below the other
}

async function made(from: string, to: string, { format, pages = 1 }: Metadata, small?: Small): Promise<CleanImage> {
  const moves = pages > 1 && !small;
  const side = small?.side ?? (moves ? MOVING_SIDE_MOST : SIDE_MOST);
  const picture = () =>
    sharp(from, { animated: moves, limitInputPixels: PIXELS_MOST, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: SECONDS_MOST });
  const done = (ending: string, { width, height, pageHeight }: { width: number; height: number; pageHeight?: number }): CleanImage => ({ mime: `image/${ending === 'jpg' ? 'jpeg' : ending}`, ending, width, height: pageHeight ?? height });

  if (moves) return done('webp', await picture().webp({ quality: QUALITY, effort: 2 }).toFile(to));
  if (format === 'jpeg') return done('jpg', await picture().jpeg({ quality: QUALITY, mozjpeg: true }).toFile(to));
  if (format === 'png' || format === 'gif') {
    const info = await picture().png({ compressionLevel: 9 }).toFile(to);
    if (info.size <= (small?.pngBytes ?? PNG_BYTES_MOST)) return done('png', info);
  }
  return done('webp', await picture().webp({ quality: QUALITY }).toFile(to));
}
