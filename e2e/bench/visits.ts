import type { Client } from 'pg';
import { launchBrowser } from '../support/browser.js';
import { type FirstVisit, firstVisit } from '../support/first-visit.js';
import { FULL_ANSWERS } from './corpus.js';
import { median } from './measure.js';

const VISITS = 5; // the middle one counts

export type Visits = Record<string, Omit<FirstVisit, 'interaction'> & { interaction: number }>;

/** First visits in a real browser, as from a cheap phone with a weak network. */
export async function visits(db: Client, port: number): Promise<Visits> {
  const { rows: [thread] } = await db.query<{ path: string }>(`select '/t/' || id || '/' || slug as path from thread where answer_count = $1 and kind = 'question' order by id limit 1`, [FULL_ANSWERS]);
  const browser = await launchBrowser();
  try {
    const base = `http://127.0.0.1:${port}`;
    const all: Visits = {};
    for (const [name, path, use] of [
      ['front page', '/', {}], ['list', '/threads', {}], ['ask', '/ask', { presses: ['.kinds label:nth-of-type(2)'], types: '#title' }],
      ['thread, 20 answers', thread!.path, { presses: ['.share > summary', '.comment-form > summary'], types: '#body' }],
    ] as const) {
      const seen: FirstVisit[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) seen.push(await firstVisit(browser, base + path, use));
      all[name] = { largestPaint: median(seen.map(({ largestPaint }) => largestPaint)), shift: Math.max(...seen.map(({ shift }) => shift)), interaction: median(seen.map(({ interaction }) => interaction ?? 0)), sent: seen[0]!.sent };
    }
    return all;
  } finally {
    await browser.close();
  }
}

export function visitTable(all: Visits): string {
  const rows = Object.entries(all).map(([name, { largestPaint, shift, interaction, sent }]) => `| ${[name, largestPaint.toFixed(0), shift.toFixed(3), interaction.toFixed(0), ...[sent.document, sent.stylesheet, sent.script].map((bytes) => (bytes / 1_000).toFixed(1))].join(' | ')} |`);
  return ['| first visit, phone at 1.6 Mbit/s and a quarter of the CPU | largest paint ms | shift | interaction ms | HTML kB | CSS kB | JavaScript kB |', '| --- | ---: | ---: | ---: | ---: | ---: | ---: |', ...rows].join('\n');
}
