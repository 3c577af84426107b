import 'reflect-metadata';
import { migrate } from '#platform/database';
import { fillDemo } from './demo.fill.js';
import { demoLines, DemoProgressLine } from './demo.lines.js';
import { demoPassword } from './demo.password.js';

/** `kundig start --demo`: fills the database unless it is filled, and tells the logins. */
export async function runDemo(dataDir: string, { url, ownerUrl }: { url: string; ownerUrl: string }): Promise<string> {
  await migrate(ownerUrl, url);
  const password = demoPassword(dataDir);
  const line = new DemoProgressLine(process.stdout);
  try {
    return demoLines(await fillDemo(url, password, (progress) => line.show(progress)), password);
  } finally {
    line.end();
  }
}
