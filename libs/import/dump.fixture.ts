import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Row = Record<string, string | number> | string;

/** A dump of our own, in a folder that goes away. A row given as text stands there as it is: broken. */
export function writtenDump(files: Partial<Record<'Users' | 'Tags' | 'Posts' | 'Comments' | 'Votes' | 'PostLinks', Row[]>>, site = 'help.example.org') {
  const parent = mkdtempSync(join(tmpdir(), 'kundig-import-'));
  const folder = join(parent, site);
  mkdirSync(folder);
  for (const name of ['Users', 'Tags', 'Posts', 'Comments', 'Votes', 'PostLinks'] as const) {
    const rows = (files[name] ?? []).map((row) => (typeof row === 'string' ? row : `  <row ${attributes(row)} />`));
    writeFileSync(join(folder, `${name}.xml`), `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<${name.toLowerCase()}>\n${rows.join('\n')}\n</${name.toLowerCase()}>\n`);
  }
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

function attributes(row: Record<string, string | number>): string {
  return Object.entries(row)
    .map(([name, value]) => `${name}="${String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, '&#xA;')}"`)
    .join(' ');
}

const at = (day: number) => `2020-01-${String(day).padStart(2, '0')}T10:00:00.123`;
const post = (Id: number, type: number, more: Record<string, string | number>) => ({ Id, PostTypeId: type, CreationDate: at(1), Score: 0, Body: '<p>x</p>', ...more });

/** A small community with everything that occurs. */
export const COMMUNITY: Parameters<typeof writtenDump>[0] = {
  Users: [
    { Id: -1, DisplayName: 'Helper Bot', CreationDate: at(1) },
    { Id: 1, DisplayName: 'Anna', CreationDate: at(1) },
    { Id: 2, DisplayName: 'ANNA ', CreationDate: at(2) },
    { Id: 3, DisplayName: 'Bert\u200B  Blau', CreationDate: at(3) },
    { Id: 4, DisplayName: 'Ａnna', CreationDate: at(3) },
  ],
  Tags: [{ Id: 1, TagName: 'router', Count: 2 }, { Id: 2, TagName: 'unused', Count: 0 }],
  Posts: [
    post(11, 2, { ParentId: 10, OwnerUserId: 2, Body: '<p>Before its <b>question</b>.</p><pre><code>a`b</code></pre>', LastEditDate: at(9) }),
    post(10, 1, { Title: ' Größe\u202E  ändern? ', OwnerUserId: 1, Tags: '<router><new-tag>', ViewCount: 77, AcceptedAnswerId: 11, LastActivityDate: at(8), CreationDate: at(4), Body: '<h1>Hi</h1>\n<p>1. no list <a href="/q/1">there</a></p>' }),
    post(12, 2, { ParentId: 10, OwnerUserId: -1 }),
    post(20, 1, { Title: 'Twice', OwnerDisplayName: 'gone', Tags: '|router|', ClosedDate: at(7) }),
    post(21, 1, { Title: 'Closed', OwnerUserId: 99, ClosedDate: at(7), AcceptedAnswerId: 12 }),
    post(22, 1, { Title: 'Points back', OwnerUserId: 3 }),
    post(30, 4, {}),
    post(31, 5, {}),
  ],
  Comments: [
    { Id: 10, PostId: 10, Score: 3, Text: '# not a heading, *but* `code` <b>', CreationDate: at(5), UserId: 3 },
    { Id: 11, PostId: 11, Score: 0, Text: 'second', CreationDate: at(5), UserDisplayName: 'gone' },
    { Id: 12, PostId: 31, Score: 0, Text: 'on a wiki post', CreationDate: at(5), UserId: 1 },
  ],
  Votes: [[1, 10, 2], [2, 10, 2], [3, 10, 3], [4, 11, 2], [5, 11, 1], [6, 30, 2], [7, 12, 5]].map(([Id, PostId, VoteTypeId]) => ({ Id: Id!, PostId: PostId!, VoteTypeId: VoteTypeId!, CreationDate: at(6) })),
  PostLinks: [[1, 20, 10, 3], [2, 22, 10, 1], [3, 20, 22, 3], [4, 22, 20, 1], [5, 10, 10, 3]].map(([Id, PostId, RelatedPostId, LinkTypeId]) => ({ Id: Id!, PostId: PostId!, RelatedPostId: RelatedPostId!, LinkTypeId: LinkTypeId!, CreationDate: at(6) })),
};
