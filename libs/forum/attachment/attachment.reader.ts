import { Injectable } from '@nestjs/common';
import { Actor, parentVisibleTo, visibleTo } from '#platform/access';
import { Database } from '#platform/database';
import { fileSlug } from '#platform/files';
import { fileKey } from './attachment.id.js';
import type { Attachment } from './attachment.type.js';

const COLUMNS = `f.id, f.owner_id as "ownerId", f.post_id as "postKey", f.name, f.mime, f.bytes, f.width, f.height, f.created_at as "createdAt"`;
const WITH_POST = 'from attachment f left join post p on p.id = f.post_id left join thread t on t.id = p.thread_id';

interface Row extends Omit<Attachment, 'key' | 'path' | 'markdown'> {}

/** A file as the one who asks for it gets it. */
export interface ServedFile extends Attachment {
  sha256: Buffer;
  ticketKey: Buffer;
  /** Whether a guest may have it, too: then it is everybody's, and may be kept by whoever passes it on. */
  isPublic: boolean;
}

@Injectable()
export class AttachmentReader {
  constructor(private readonly db: Database) {}

  /** Those of posts that the caller has already been shown. */
  async ofPosts(postKeys: readonly string[]): Promise<Map<string, Attachment[]>> {
    const rows = await this.db.query<Row>(`select ${COLUMNS} from attachment f join post p on p.id = f.post_id where f.post_id = any($1) and f.state = 'ready' and ${NAMED} order by f.created_at, f.id`, [postKeys]);
    return Map.groupBy(rows.map(attachmentOf), (attachment) => attachment.postKey!);
  }

  /** Where its post is seen, or to its owner while it hangs on none. `locked`: until the transaction ends. */
  async visible(actor: Actor, key: string, locked = false): Promise<ServedFile | null> {
    return this.found(key, `(${own(actor)} or (${seen(actor)}))`, locked);
  }

  /** Whoever may see it: for an address that was signed for somebody who might. */
  async ticketed(key: string): Promise<ServedFile | null> {
    return this.found(key, 'true', false);
  }

  private async found(key: string, condition: string, locked: boolean): Promise<ServedFile | null> {
    const row = await this.db.one<Row & { sha256: Buffer; ticketKey: Buffer; isPublic: boolean }>(
      `select ${COLUMNS}, f.sha256, f.ticket_key as "ticketKey", coalesce(${seen(Actor.guest('en'))}, false) as "isPublic"
       ${WITH_POST} where f.id = $1::uuid and f.state = 'ready' and ${condition} ${locked ? 'for no key update of f' : ''}`,
      [key],
    );
    return row ? { ...row, ...attachmentOf(row) } : null;
  }
}

function own(actor: Actor): string {
  return actor.id === null ? 'false' : `f.post_id is null and f.owner_id = ${BigInt(actor.id)}`;
}

// in the post's text, or in an earlier one that its history shows: what was hidden there takes its files along
const KEY = `replace(f.id::text, '-', '')`;
const NAMED = `(position(${KEY} in p.source) > 0 or exists (select from revision r where r.post_id = p.id and r.hidden_at is null and position(${KEY} in r.source) > 0))`;

function seen(actor: Actor): string {
  return `${actor.isStaff ? 'true' : actor.id === null ? NAMED : `(f.owner_id = ${BigInt(actor.id)} or ${NAMED})`} and ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} and ${parentVisibleTo(actor)}`;
}

export function attachmentOf(row: Row): Attachment {
  const key = fileKey(row.id);
  const path = `/files/${key}/${fileSlug(row.name)}`;
  const link = `[${row.name.replace(/[\\[\]]/g, ' ')}](${path})`;
  return { ...row, key, id: `att_${key}`, path, markdown: row.width === null ? link : `!${link}` };
}
