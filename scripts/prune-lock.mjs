// After `npm install` changed the lock: drops optional dependencies that the registry at hand did not have (other platforms' builds),
// which `npm ci` would miss. People on those platforms run `npm install`, which finds them again.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
let dropped = 0;
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (at === '' || isLocked(at, name)) continue;
    delete entry.optionalDependencies[name];
    dropped += 1;
  }
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`dropped ${dropped}`);

/** Whether npm would find the package from there: beside it, or beside any of those it is nested in. */
function isLocked(at, name) {
  for (let place = at; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
    if (!place.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}
