/**
 * Writes a made-up StackExchange dump, the same for the same seed, to measure the import with:
 * node dist/e2e/bench/stackexchange-dump.js <folder> [posts=20000] [seed=1]
 * A post is a question or an answer, of about 1.2 kB with the usual mixture; comments, votes and users come in the proportions of real sites.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { randomFrom } from '../../apps/kundig/demo/random.js';

const WORDS = 'the a router cable light green red start again after update contract invoice number change modem line slow evening speed test value password mail inbox sent spam phone call drops signal roof window attic box reset factory setting wrong menu option found button press wait minute then works fine still nothing happens help please thanks tried already support said technician comes monday friday maybe firmware version older newer'.split(' ');
const TAGS = 'router,fibre,invoice,mail,mobile,tv,contract,moving,wifi,voip,security,hardware'.split(',');
const NAMES = 'Ada,Bruno,Carla,Deniz,Emil,Frida,Goran,Hanna,Ivo,Jule,Kemal,Lotte'.split(',');
const START = Date.UTC(2018, 0, 1);
const STEP_MS = 600_000;

export async function writeDump(folder: string, posts: number, seed = 1): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (share: number) => random() < share;
  const sentence = (words: number) => capital(Array.from({ length: words }, () => pick(WORDS)).join(' '));
  const when = (at: number) => new Date(START + at * STEP_MS).toISOString().slice(0, 23);
  const users = Math.max(10, Math.round(posts / 3));
  const user = () => 1 + Math.floor(random() ** 2 * users); // few write much

  const paragraph = () => {
    const parts = Array.from({ length: 2 + Math.floor(random() * 4) }, () => `${sentence(6 + Math.floor(random() * 12))}.`);
    if (chance(0.25)) parts.push(`<strong>${sentence(3)}</strong> and <em>${pick(WORDS)}</em>.`);
    if (chance(0.2)) parts.push(`See <a href="https://example.org/${pick(WORDS)}_(${pick(WORDS)})?a=1&amp;b=2">${sentence(3)}</a>.`);
    if (chance(0.3)) parts.push(`Use <code>${pick(WORDS)}_${pick(WORDS)} --${pick(WORDS)}</code>.`);
    return `<p>${parts.join(' ')}</p>`;
  };
  const body = () => {
    const blocks = Array.from({ length: 1 + Math.floor(random() * 4) }, paragraph);
    if (chance(0.3)) blocks.push(`<ul>\n${Array.from({ length: 3 }, () => `<li>${sentence(8)}</li>`).join('\n')}\n</ul>`);
    if (chance(0.3)) blocks.push(`<pre><code>${Array.from({ length: 6 }, () => `if (${pick(WORDS)} &lt; ${pick(WORDS)}) { ${pick(WORDS)}(); }`).join('\n')}\n</code></pre>`);
    if (chance(0.15)) blocks.push(`<blockquote>\n${paragraph()}\n</blockquote>`);
    if (chance(0.05)) blocks.push(`<p><img src="https://example.org/${pick(WORDS)}.png" alt="${pick(WORDS)}"></p>`);
    return blocks.join('\n\n');
  };

  await file(folder, 'Users', users + 1, (at) =>
    at === 0 ? row({ Id: -1, CreationDate: when(0), DisplayName: 'Community' }) : row({ Id: at, Reputation: 1, CreationDate: when(at), DisplayName: `${pick(NAMES)} ${at % 50 === 0 ? '' : at}`.trim(), AboutMe: `<p>${sentence(12)}</p>` }));
  await file(folder, 'Tags', TAGS.length, (at) => row({ Id: at + 1, TagName: TAGS[at]!, Count: 1 }));

  const open: number[] = [];
  await file(folder, 'Posts', posts, (at) => {
    const id = at + 1;
    const shared = { CreationDate: when(at), Score: 0, Body: body(), ...(chance(0.02) ? { OwnerDisplayName: `guest${id}` } : { OwnerUserId: user() }), LastActivityDate: when(at + 5) };
    if (open.length === 0 || chance(0.4)) {
      open.push(id);
      if (open.length > 500) open.shift();
      return row({ Id: id, PostTypeId: 1, ...(chance(0.3) && at + 1 < posts ? { AcceptedAnswerId: id + 1 } : {}), ...shared, ViewCount: Math.floor(random() * 3000), Title: `${sentence(7)}?`, Tags: `<${pick(TAGS)}><${pick(TAGS)}>`, ...(chance(0.04) ? { ClosedDate: when(at + 9) } : {}) });
    }
    return row({ Id: id, PostTypeId: 2, ParentId: chance(0.5) ? open.at(-1)! : pick(open), ...shared, ...(chance(0.3) ? { LastEditDate: when(at + 2) } : {}) });
  });
  const near = (at: number, of: number) => Math.max(1, Math.min(posts, Math.round((at / of) * posts - random() ** 3 * posts * 0.2)));
  const comments = Math.round(posts * 1.4);
  await file(folder, 'Comments', comments, (at) => row({ Id: at + 1, PostId: near(at, comments), Score: chance(0.2) ? 1 : 0, Text: `@${pick(NAMES)} ${sentence(14)}, \`${pick(WORDS)}\`.`, CreationDate: when(at), UserId: user() }));
  const votes = posts * 4;
  await file(folder, 'Votes', votes, (at) => row({ Id: at + 1, PostId: near(at, votes), VoteTypeId: pick([2, 2, 2, 2, 2, 3, 5]), CreationDate: when(at) }));
  const links = Math.round(posts / 50);
  await file(folder, 'PostLinks', links, (at) => row({ Id: at + 1, CreationDate: when(at), PostId: near(at, links), RelatedPostId: near(at, links), LinkTypeId: pick([1, 1, 3]) }));
}

async function file(folder: string, name: string, rows: number, rowAt: (at: number) => string): Promise<void> {
  const out = createWriteStream(join(folder, `${name}.xml`));
  const root = name.toLowerCase();
  out.write(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n`);
  for (let at = 0; at < rows; at++) if (!out.write(`  ${rowAt(at)}\n`)) await once(out, 'drain');
  out.end(`</${root}>\n`);
  await once(out, 'finish');
}

function row(attributes: Record<string, string | number>): string {
  return `<row ${Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`).join(' ')} />`;
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\n/g, '&#xA;');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, posts = '20000', seed = '1'] = process.argv.slice(2);
  if (!folder) throw new Error('node dist/e2e/bench/stackexchange-dump.js <folder> [posts=20000] [seed=1]');
  await writeDump(folder, Number(posts), Number(seed));
}
