import { type Browser, chromium as playwright } from 'playwright-core';
import { unpackedChromium } from './chromium.js';

// No sandbox: the tests may run as root, and the browser sees only our own pages. The rest keeps it from calling home.
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars'];

/** A real Chromium out of an npm package; where that one does not run, the Chrome that KUNDIG_TEST_CHROME names. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['KUNDIG_TEST_CHROME'];
  const { executablePath, env } = named ? { executablePath: named, env: {} } : await unpackedChromium();
  return playwright.launch({ executablePath, args: FLAGS, headless: true, env: { ...process.env, ...env } });
}
