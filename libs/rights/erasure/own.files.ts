import { Inject, Injectable } from '@nestjs/common';
import { renderMarkdown } from '#platform/content';
import { Database } from '#platform/database';
import { FILE_STORE, type FileStore } from '#platform/files';
import { MentionFinder, NOBODY } from '#forum';
import { ErasedName } from './erased.name.js';
import type { Erasure } from './erasure.runner.js';

const BATCH = 50;

interface OwnFile {
  id: string;
  key: string;
  name: string;
  postId: string | null;
}

/** The files that the one who leaves sent: those of posts that stay, stay with them, under a name that says nobody's. */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly db: Database,
    private readonly mentions: MentionFinder,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async next(erasure: Erasure): Promise<string | null> {
    const files = await this.db.query<OwnFile>(
      `select id, replace(id::text, '-', '') as key, name, post_id as "postId" from attachment where owner_id = $1 order by post_id nulls first, id limit ${BATCH}`,
      [erasure.memberId],
    );
    const name = new ErasedName(erasure.memberId, [erasure.name, ...erasure.names], erasure.email);
    for (const file of files) {
      if (file.postId === null || erasure.removesTexts) await this.remove(file);
      else await this.leave(file, name);
    }
    return files.length === BATCH ? '0' : null; // each is nobody's now: the next are the first again
  }

  /** First in the store: a row that is gone would leave a file that nobody knows of. */
  private async remove({ id, key }: OwnFile): Promise<void> {
    await this.store.remove(key);
    await this.db.query('delete from attachment where id = $1', [id]);
  }

  private async leave({ id, key, name, postId }: OwnFile, erased: ErasedName): Promise<void> {
    const plain = `file${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''}`;
    const tells = erased.isIn(name);
    await this.db.query('update attachment set owner_id = null, sent_as = null, name = $2 where id = $1', [id, tells ? plain : name]);
    if (!tells) return;
    const without = (text: string) => text.replaceAll(name, plain).replaceAll(new RegExp(`(/files/${key}/)[a-z0-9.-]+`, 'g'), `$1${plain.toLowerCase()}`);
    // others quote it in the same thread, address and all
    const inThread = 'from post o join post p on p.thread_id = o.thread_id';
    const holds = `position('/files/' || $2 || '/' in`;
    const posts = await this.db.query<{ id: string; source: string; authorId: string | null }>(
      `select p.id, p.source, p.author_id as "authorId" ${inThread} where o.id = $1 and (p.id = o.id or ${holds} p.source) > 0) order by p.id for no key update of p`,
      [postId, key],
    );
    for (const { id: post, source: before, authorId } of posts) {
      const source = without(before);
      const { html, renderer } = renderMarkdown(source, await this.mentions.in(source, authorId ?? NOBODY));
      await this.db.query('update post set source = $2, html = $3, renderer = $4, version = version + 1 where id = $1', [post, source, html, renderer]);
    }
    const revisions = await this.db.query<{ post: string; number: number; source: string }>(
      `select r.post_id as post, r.number, r.source ${inThread} join revision r on r.post_id = p.id where o.id = $1 and (p.id = o.id or ${holds} r.source) > 0)`,
      [postId, key],
    );
    for (const { post, number, source } of revisions) await this.db.query('update revision set source = $3 where post_id = $1 and number = $2', [post, number, without(source)]);
  }
}
