// Compiles what changed to dist/, below the same path, with the argument `tests` tests as well; types are checked elsewhere (npm run types). Silent unless something is wrong.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const withTests = process.argv.includes('tests');
const FOLDERS = ['apps', 'libs', 'migrations', 'e2e'];

const isTest = (file) => /\.(spec|int-spec|e2e-spec|fixture)\.tsx?$/.test(file);
const isSource = (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');
const isAsset = (file) => !/\.(tsx?|md|snap)$/.test(file);

const known = FOLDERS.flatMap(filesBelow).filter((file) => isSource(file) || isAsset(file));
const isForTests = (file) => isTest(file) || (file.startsWith('e2e/') && !/^e2e\/(support|bench)\//.test(file));
const sources = withTests ? known : known.filter((file) => !isForTests(file));
const outputOf = (file) => join(dist, isSource(file) ? file.replace(/\.tsx?$/, '.js') : file);

const everything = builtOtherwise();
const stale = sources.filter((file) => everything || !isFresh(file));
const failures = await build(stale);
removeStrays();
if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}
if (everything) write('.built-with', fingerprint());

/** The compiler is loaded only when there is something for it: most starts change nothing. */
async function build(files) {
  if (files.length === 0) return [];
  const { transformFile } = await import('@swc/core');
  const config = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
  const outcomes = await Promise.allSettled(
    files.map(async (file) => {
      const source = join(root, file);
      const { mtime } = statSync(source);
      const output = outputOf(file);
      mkdirSync(dirname(output), { recursive: true });
      if (!isSource(file)) return place(output, mtime, (whole) => copyFileSync(source, whole));
      const { code, map } = await transformFile(source, { ...config, swcrc: false, sourceFileName: relative(dirname(output), source) });
      if (map) place(`${output}.map`, mtime, (whole) => writeFileSync(whole, map));
      place(output, mtime, (whole) => writeFileSync(whole, map ? `${code}\n//# sourceMappingURL=${output.split('/').at(-1)}.map\n` : code));
    }),
  );
  return outcomes.flatMap((outcome, index) => (outcome.status === 'rejected' ? [`${files[index]}: ${outcome.reason.message}`] : []));
}

/** Renamed into place, because another build or a running program may look at the same moment; dated like its source, which is how freshness is told. */
function place(output, mtime, write) {
  const whole = `${output}.${process.pid}.new`;
  write(whole);
  utimesSync(whole, mtime, mtime);
  renameSync(whole, output);
}

function isFresh(file) {
  const built = statSync(outputOf(file), { throwIfNoEntry: false });
  return built !== undefined && Math.abs(built.mtimeMs - statSync(join(root, file)).mtimeMs) < 2;
}

/** What has no source any more would still be found by programs that read a folder, such as the migrations. */
function removeStrays() {
  const wanted = new Set((everything ? sources : known).flatMap((file) => [outputOf(file), `${outputOf(file)}.map`]));
  for (const file of FOLDERS.flatMap((folder) => filesBelow(join('dist', folder)))) {
    const path = join(root, file);
    const isAnothersWork = file.endsWith('.new') && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 60_000;
    if (!wanted.has(path) && !isAnothersWork) rmSync(path, { force: true });
  }
}

function builtOtherwise() {
  const note = join(dist, '.built-with');
  return !existsSync(note) || readFileSync(note, 'utf8') !== fingerprint();
}

function fingerprint() {
  const parts = ['.swcrc', 'scripts/build.mjs', 'node_modules/@swc/core/package.json'].map((file) => readFileSync(join(root, file)));
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}

function write(file, content) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, file), content);
}

function filesBelow(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
