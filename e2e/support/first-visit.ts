import type { Browser, CDPSession } from 'playwright-core';

/** What somebody sees who comes for the first time, with a cheap phone and a weak network. */
export interface FirstVisit {
  /** When the largest text or picture was there, in milliseconds (https://web.dev/articles/lcp). */
  largestPaint: number;
  /** How much of the page moved while it loaded (https://web.dev/articles/cls): 0 is nothing. */
  shift: number;
  /** The longest time from pressing or typing to what is seen of it, in milliseconds, in steps of 8 (https://web.dev/articles/inp); null where nothing took 16. */
  interaction: number | null;
  /** Bytes as they were sent. */
  sent: { document: number; script: number; stylesheet: number };
}

// What Lighthouse calls slow 4G, and a phone of the middle class: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

// in the page, before anything of it runs
const OBSERVE = `
  window.seen = { largestPaint: 0, shift: 0, interaction: null };
  const observe = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', (entry) => { seen.largestPaint = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  observe('event', (entry) => { if (entry.interactionId) seen.interaction = Math.max(seen.interaction ?? 0, entry.duration); }, { durationThreshold: 16 });
`;

/** `presses`: selectors of what is pressed once the page is there, one after the other; `types`: where something is typed. */
export async function firstVisit(browser: Browser, address: string, { presses = [], types }: { presses?: readonly string[]; types?: string } = {}): Promise<FirstVisit> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const sent = await slowed(devtools);
  await page.addInitScript(OBSERVE);
  await page.goto(address, { waitUntil: 'load' });
  for (const selector of presses) await page.locator(selector).first().tap();
  if (types) await page.locator(types).first().pressSequentially('It works');
  const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))'; // entries come behind the frame they tell of
  await page.evaluate(frames);
  const seen = await page.evaluate<Omit<FirstVisit, 'sent'>>('seen');
  await context.close();
  return { ...seen, sent };
}

async function slowed(devtools: CDPSession): Promise<FirstVisit['sent']> {
  const sent = { document: 0, script: 0, stylesheet: 0 };
  const types = new Map<string, keyof typeof sent>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    const known = type.toLowerCase();
    if (known in sent) types.set(requestId, known as keyof typeof sent);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type) sent[type] += encodedDataLength;
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return sent;
}
