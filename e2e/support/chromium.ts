// The Chromium of @sparticuz/chromium, unpacked once beside the package: the program, the libraries it links to, and a font.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export interface Chromium {
  executablePath: string;
  /** For the browser alone: our own Node processes keep the libraries of the machine. */
  env: Record<string, string>;
}

// The fonts of the machine first, so that pages look as they do elsewhere on it; a bare one has neither fonts nor a configuration.
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const ABANDONED_MS = 60 * 60 * 1000; // unpacking takes seconds: what is older belongs to nobody any more

/** Costs a look at the disk when it is unpacked already. */
export async function unpackedChromium(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  // Below node_modules and not in /tmp: nobody else can put a browser there for us, no cleaner takes half of it, and `npm ci` clears it.
  const shelf = join(dirname(dirname(packageFolder)), '.cache', 'kundig-chromium');
  const folder = join(shelf, version);
  if (!existsSync(folder)) await unpack(entry, shelf, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Renamed into place when whole, because another worker or another run may look at the same moment. */
async function unpack(entry: string, shelf: string, folder: string): Promise<void> {
  await mkdir(shelf, { recursive: true });
  await sweep(shelf, folder);
  const half = await mkdtemp(`${folder}.`);
  try {
    // The package unpacks to TMPDIR, and its libraries only where it believes to be on AWS. A process of its own may be told both.
    const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then((it) => it.default.executablePath())`;
    const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    await promisify(execFile)(process.execPath, ['-e', script], { env });
    await writeFile(join(half, 'fonts.conf'), FONTS_CONF);
    // A second user of the checkout may run it too; it arrives as 0700.
    await chmod(join(half, 'chromium'), 0o755);
    await chmod(half, 0o755);
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise somebody else was first, and theirs is as good
  }
}

/** What a killed run or an older version left behind: each is as large as the browser. */
async function sweep(shelf: string, folder: string): Promise<void> {
  for (const name of await readdir(shelf)) {
    const path = join(shelf, name);
    const age = Date.now() - (await stat(path).then((it) => it.mtimeMs, () => Date.now()));
    if (path !== folder && age > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}
