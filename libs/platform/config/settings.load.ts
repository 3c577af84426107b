import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './settings.read.js';
import type { Settings } from './settings.type.js';

/** The settings of this process: its environment, and the `.env` of the folder that it was started in. */
export function loadSettings(folder = process.cwd()): Settings {
  const file = join(folder, '.env');
  return readSettings(process.env, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}
