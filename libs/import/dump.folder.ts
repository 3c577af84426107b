import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ImportError } from './import.error.js';

export const FILES = ['Users', 'Tags', 'Posts', 'Comments', 'Votes', 'PostLinks'] as const;
export type DumpFile = (typeof FILES)[number];

export interface DumpFolder {
  /** Where its rows come from: the folder's name, which in the published dumps is the site's address. */
  site: string;
  /** What relative links in its posts are relative to. */
  base: string | undefined;
  path(file: DumpFile): string;
  bytes(file: DumpFile): number;
}

/** The six files of a StackExchange dump, or one sentence about what is not there. */
export function openDump(folder: string, name?: string): DumpFolder {
  if (!existsSync(folder)) throw new ImportError(`There is no folder ${folder}.`);
  if (!statSync(folder).isDirectory()) throw new ImportError(`${folder} is not a folder: unpack the dump and name the folder with its XML files.`);
  const missing = FILES.filter((file) => !existsSync(join(folder, `${file}.xml`)));
  if (missing.length > 0) {
    throw new ImportError(`${folder} is not a whole StackExchange dump: ${missing.map((file) => `${file}.xml`).join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);
  }
  const site = name ?? basename(realpathSync(folder));
  return {
    site,
    base: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(site) ? `https://${site}/` : undefined,
    path: (file) => join(folder, `${file}.xml`),
    bytes: (file) => statSync(join(folder, `${file}.xml`)).size,
  };
}
