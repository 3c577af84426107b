import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutLightDark } from './light-dark.js';

export interface Asset {
  path: string;
  type: string;
  content: Buffer;
}

const WEB = fileURLToPath(new URL('..', import.meta.url));

// Tokens and elements first, then each component's own style, so that the nearer one wins
const LEADING = ['assets/tokens.css', 'assets/base.css'];

/** The stylesheet of every page, without the company's colours (community/look.ts). */
export const STYLE = stylesheet();
/** Its values, as they are written. */
export const TOKENS = readFileSync(join(WEB, LEADING[0]!), 'utf8');
/** The picture in the tab, and the colour in it that is the brand's. */
export const FAVICON = readFileSync(join(WEB, 'assets/favicon.svg'), 'utf8');
export const FAVICON_COLOUR = '#0d5c63';

/** Elements load each other, and what they are made of, by these names. */
const VENDORED = { 'markdown-toolbar': '@github/markdown-toolbar-element' };
const ELEMENTS = elements();
const ELEMENTS_HASH = hashOf(Buffer.concat(Object.values(ELEMENTS)));

/** Read once, when the program starts: some kilobytes that every visit needs. */
const ASSETS: Record<string, Asset> = Object.fromEntries(
  // below one name for all, so that `import './pages.js'` finds its neighbour
  Object.entries(ELEMENTS).map(([name, content]) => [name, asset(name, 'text/javascript; charset=utf-8', content, ELEMENTS_HASH)]),
);

/** Its address names its content: kept by browsers for good, and another one as soon as it changes. */
export function assetNamed(name: string): Asset | undefined {
  return Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
}

export function assetAt(path: string): Asset | undefined {
  return Object.values(ASSETS).find((known) => known.path === path);
}

export function asset(name: string, type: string, content: Buffer, hash = hashOf(content)): Asset {
  return { path: `/assets/${hash}/${name}`, type, content };
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 12);
}

function elements(): Record<string, Buffer> {
  const own = new Set(readdirSync(join(WEB, 'elements')).flatMap((file) => /^([\w-]+)\.[jt]s$/.exec(file)?.[1] ?? []));
  return {
    ...Object.fromEntries([...own].sort().map((name) => [`${name}.js`, Buffer.from(element(name))])),
    ...Object.fromEntries(Object.entries(VENDORED).map(([name, from]) => [`${name}.js`, readFileSync(fileURLToPath(import.meta.resolve(from)))])),
  };
}

/** As it was compiled; from the source in tests, which are run without compiling. */
function element(name: string): string {
  const compiled = join(WEB, 'elements', `${name}.js`);
  if (existsSync(compiled)) return readFileSync(compiled, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  return module.stripTypeScriptTypes(readFileSync(join(WEB, 'elements', `${name}.ts`), 'utf8'));
}

function stylesheet(): string {
  const all = readdirSync(WEB, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => relative(WEB, join(entry.parentPath, entry.name)))
    .sort();
  const files = [...LEADING, ...all.filter((file) => !LEADING.includes(file))];
  return files.map((file) => (file === LEADING[0] ? withoutLightDark : String)(readFileSync(join(WEB, file), 'utf8'))).join('\n');
}
