import type { INestApplicationContext } from '@nestjs/common';
import { ThemeError, ThemeService } from '#company';
import { StartError } from '#platform/embedded';

/** The theme of the settings, before anybody comes in; a process that finds it applied already goes on. */
export async function applyTheme(app: INestApplicationContext, file: string): Promise<void> {
  await inWords(() => app.get(ThemeService, { strict: false }).applyOnce(file));
}

/** What is wrong with the file, as what is wrong at a start is told. */
export async function inWords(apply: () => Promise<unknown>): Promise<void> {
  try {
    await apply();
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    throw new StartError(error.message, 'correct the file; docs/guides/brand.md says what it may hold');
  }
}
