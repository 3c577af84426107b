import 'reflect-metadata';
import type { Settings } from '#platform/config';
import { migrate } from '#platform/database';
import { fileStoreOf } from '#platform/files';
import { fillDemo } from './demo.fill.js';
import { demoLines, DemoProgressLine } from './demo.lines.js';
import { demoPassword } from './demo.password.js';

/** `kundig start --demo`: fills the database unless it is filled, and tells the logins. */
export async function runDemo(settings: Settings, { url, ownerUrl }: { url: string; ownerUrl: string }): Promise<string> {
  await migrate(ownerUrl, url);
  const password = demoPassword(settings.dataDir);
  const line = new DemoProgressLine(process.stdout);
  try {
    return demoLines(await fillDemo(url, password, { store: fileStoreOf(settings), publicUrl: settings.publicUrl }, (progress) => line.show(progress)), password);
  } finally {
    line.end();
  }
}
