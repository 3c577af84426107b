import sharp from 'sharp';
import type { Picture } from './demo.plan.type.js';

const WIDTH = 960;
const HEIGHT = 420;
const TABLE = [196, 178, 152] as const;
const CASE = { left: 110, top: 120, right: 850, bottom: 300, corner: 34, colour: [38, 42, 48] as const };
const LIGHT_Y = 210;
const LIGHT_RADIUS = 13;
const GLOW = 46;

const COLOURS = { green: [70, 230, 110], red: [255, 60, 50], orange: [255, 165, 40], off: [70, 74, 80] } as const;

/** The front of a router on a table, pixel by pixel: a picture in the repository would be one more thing whose origin somebody has to ask about. */
export function drawn({ lights }: Picture): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const outside = edge(x, y);
      const [base, gain, more] = outside < 0 ? [CASE.colour, 1, 22 * (1 - (y - CASE.top) / (CASE.bottom - CASE.top))] as const : [TABLE, (0.86 + 0.14 * (y / HEIGHT)) * shade(outside), 0] as const;
      for (let part = 0; part < 3; part += 1) pixels[(y * WIDTH + x) * 3 + part] = base[part]! * gain + more;
    }
  }
  const step = (CASE.right - CASE.left) / (lights.length + 1);
  for (const [nth, light] of lights.entries()) shine(pixels, Math.round(CASE.left + step * (nth + 1)), light);
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).png({ compressionLevel: 9 }).toBuffer();
}

export const PICTURE_SIZE = { width: WIDTH, height: HEIGHT };

/** A lamp, and its glow on what is around it. */
function shine(pixels: Buffer, middle: number, light: keyof typeof COLOURS): void {
  for (let y = LIGHT_Y - GLOW; y <= LIGHT_Y + GLOW; y += 1) {
    for (let x = middle - GLOW; x <= middle + GLOW; x += 1) {
      const away = Math.hypot(x - middle, y - LIGHT_Y);
      const strength = away < LIGHT_RADIUS ? 1 : light === 'off' || away > GLOW ? 0 : 0.55 * ((GLOW - away) / (GLOW - LIGHT_RADIUS)) ** 2;
      for (let part = 0, at = (y * WIDTH + x) * 3; part < 3; part += 1, at += 1) pixels[at] = pixels[at]! + (COLOURS[light][part]! - pixels[at]!) * strength;
    }
  }
}

/** How far outside the rounded case; negative within. */
function edge(x: number, y: number): number {
  const dx = Math.abs(x - (CASE.left + CASE.right) / 2) - (CASE.right - CASE.left) / 2 + CASE.corner;
  const dy = Math.abs(y - (CASE.top + CASE.bottom) / 2) - (CASE.bottom - CASE.top) / 2 + CASE.corner;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - CASE.corner;
}

/** Darker close to the case, which throws a shadow. */
function shade(outside: number): number {
  return 1 - 0.45 * Math.exp(-outside / 14);
}
