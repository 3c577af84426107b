import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { FILE_STORE, FileExaminer, type FileStore, type SafeFile, type SentFile } from '#platform/files';
import { invalid, notFound, permit, tooFast } from '#platform/graphql';
import { decodeAttachmentId } from './attachment.id.js';
import { ATTACHMENTS_A_POST, BYTES_A_DAY, canRemove } from './attachment.policy.js';
import { filesIn } from './attachment.links.js';
import { AttachmentReader, attachmentOf } from './attachment.reader.js';
import type { Attachment } from './attachment.type.js';

@Injectable()
export class AttachmentService {
  constructor(
    private readonly db: Database,
    private readonly attachments: AttachmentReader,
    private readonly examiner: FileExaminer,
    private readonly limits: Limits,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /**
   * Takes a file that was sent. `sentAs` names the very sending: repeated, it is answered with the same attachment.
   * The row comes first and the file after it, so that the store never holds what no row knows of.
   */
  async take(actor: Actor, sent: SentFile, sentAs: string | null = null): Promise<Attachment> {
    const file = await this.examiner.examine(sent);
    const { attachment, isNew } = await this.written(actor, file, sentAs);
    if (!isNew) return attachment;
    await this.store.put(attachment.key, file);
    await this.db.query(`update attachment set state = 'ready' where id = $1::uuid and state = 'storing'`, [attachment.key]);
    return attachment;
  }

  /** Hangs the files that a text names on its post: those of its writers (the author, and who edits it) that hang nowhere yet. Others' are shown where their own post is seen. */
  async attach(postKey: string, writers: readonly string[], source: string): Promise<void> {
    const keys = filesIn(source);
    if (keys.length === 0) return;
    const attached = await this.db.query(
      `update attachment set post_id = $1 where id = any($2::uuid[]) and owner_id = any($3) and (post_id is null or post_id = $1) and state in ('storing', 'ready') returning id`,
      [postKey, keys, writers],
    );
    if (attached.length > ATTACHMENTS_A_POST) throw invalid({ field: 'body', code: 'too-many', limit: ATTACHMENTS_A_POST });
  }

  /** By its owner, out of a post, too: there it leaves a gap. The store loses it with the next housekeeping. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeAttachmentId(id);
      const attachment = key ? await this.attachments.visible(actor, key, true) : null;
      if (!attachment) throw notFound();
      permit(canRemove(actor, attachment));
      await this.db.query(`update attachment set state = 'removed' where id = $1::uuid`, [attachment.key]);
      return attachment.id;
    });
  }

  private written(actor: Actor, file: SafeFile, sentAs: string | null): Promise<{ attachment: Attachment; isNew: boolean }> {
    return this.db.transaction(async () => {
      await this.db.query('select from member where id = $1 for no key update', [actor.memberId]); // two files at once are counted one after the other
      const known = sentAs && (await this.sentBefore(actor.memberId, sentAs));
      if (known) return { attachment: known, isNew: false };
      await this.limits.take(actor, file.size ? 'image' : 'file');
      await this.countBytes(actor.memberId, file);
      const [row] = await this.db.query<Parameters<typeof attachmentOf>[0]>(
        `insert into attachment (id, owner_id, name, mime, bytes, width, height, sha256, ticket_key, sent_as) values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         returning id, owner_id as "ownerId", post_id as "postKey", name, mime, bytes, width, height, created_at as "createdAt"`,
        [randomBytes(16).toString('hex'), actor.memberId, file.name, file.mime, file.bytes, file.size?.width, file.size?.height, Buffer.from(file.sha256, 'hex'), randomBytes(32), sentAs],
      );
      return { attachment: attachmentOf(row!), isNew: true };
    });
  }

  private async sentBefore(ownerId: string, sentAs: string): Promise<Attachment | null> {
    const row = await this.db.one<Parameters<typeof attachmentOf>[0]>(
      `select id, owner_id as "ownerId", post_id as "postKey", name, mime, bytes, width, height, created_at as "createdAt"
       from attachment where owner_id = $1 and sent_as = $2 and state in ('storing', 'ready')`,
      [ownerId, sentAs],
    );
    return row ? attachmentOf(row) : null;
  }

  private async countBytes(ownerId: string, file: SafeFile): Promise<void> {
    const today = (await this.db.one<{ bytes: string; free: Date | null }>(
      `select coalesce(sum(bytes), 0) as bytes, min(created_at) + interval '24 hours' as free from attachment where owner_id = $1 and created_at > now() - interval '24 hours'`,
      [ownerId],
    ))!;
    if (Number(today.bytes) + file.bytes > BYTES_A_DAY) throw tooFast(today.free ?? new Date());
  }
}
