/** A colour by how light it seems, how strong and of which hue: https://bottosson.github.io/posts/oklab/, whose numbers these are. */
export interface Oklch {
  /** 0 black to 1 white. */
  l: number;
  c: number;
  /** Radians. */
  h: number;
}

type Three = [number, number, number];

export const HEX = /^#[0-9a-f]{6}$/;

export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linear(hex);
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
  ];
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

/** As a screen can show it: what is too strong for its lightness is made paler, the hue stays. */
export function hexOf({ l, c, h }: Oklch): string {
  for (let chroma = c; ; chroma = chroma < 0.002 ? 0 : chroma * 0.95) {
    const rgb = linearOf({ l, c: chroma, h });
    if (chroma === 0 || rgb.every((part) => part >= -0.0005 && part <= 1.0005)) return `#${rgb.map(encoded).join('')}`;
  }
}

function linearOf({ l, c, h }: Oklch): Three {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const [x, y, z] = [(l + 0.3963377774 * a + 0.2158037573 * b) ** 3, (l - 0.1055613458 * a - 0.0638541728 * b) ** 3, (l - 0.0894841775 * a - 1.291485548 * b) ** 3];
  return [4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z, -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z, -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z];
}

/** How well one is read on the other, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(hex: string): Three {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Three;
}

function encoded(part: number): string {
  const kept = Math.min(1, Math.max(0, part));
  const sent = kept <= 0.0031308 ? 12.92 * kept : 1.055 * kept ** (1 / 2.4) - 0.055;
  return Math.round(sent * 255).toString(16).padStart(2, '0');
}
