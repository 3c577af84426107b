import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { fileSlug, type FileStore } from '#platform/files';
import type { Keys } from './demo.fill.js';
import { drawn, PICTURE_SIZE } from './demo.picture.js';
import type { PlannedPost } from './demo.plan.type.js';
import { insert } from './demo.rows.js';

/** The pictures of posts: their Markdown before the posts are written, their rows and files after. */
export class DemoFiles {
  private readonly keys = new Map<PlannedPost, string>();

  constructor(private readonly store: FileStore) {}

  markdown(post: PlannedPost): string {
    const key = this.keys.get(post) ?? randomBytes(16).toString('hex');
    this.keys.set(post, key);
    return `![${post.picture!.name}](/files/${key}/${fileSlug(post.picture!.name)})`;
  }

  async write(client: Client, { member, post: posts }: Keys): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'kundig-demo-'));
    try {
      for (const [post, key] of this.keys) {
        const content = await drawn(post.picture!);
        const sha256 = createHash('sha256').update(content).digest('hex');
        await insert(client, 'attachment', [{
          id: key, owner_id: member.get(post.author), post_id: posts.get(post), name: post.picture!.name, mime: 'image/png', bytes: content.length, ...PICTURE_SIZE,
          sha256: `\\x${sha256}`, ticket_key: `\\x${randomBytes(32).toString('hex')}`, state: 'ready', created_at: post.at,
        }]);
        const path = join(folder, key);
        await writeFile(path, content);
        await this.store.put(key, { path, bytes: content.length, sha256 });
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  /** What was stored for rows that were rolled back. */
  async forget(): Promise<void> {
    for (const key of this.keys.values()) await this.store.remove(key);
  }
}
