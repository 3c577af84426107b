import { Injectable } from '@nestjs/common';
import { PostStates, ThreadLock } from '#forum';
import { Actor, type Language } from '#platform/access';
import { renderMarkdown } from '#platform/content';
import { Database } from '#platform/database';
import type { Erasure } from './erasure.runner.js';

const BATCH = 200;

/** What stands where a text stood, in the language of its thread. */
const REMOVED: Record<Language, { text: string; title: string }> = {
  en: { text: '*This text was removed at its author’s wish.*', title: 'Removed at the author’s wish' },
  de: { text: '*Dieser Text wurde auf Wunsch der Person, die ihn geschrieben hat, entfernt.*', title: 'Auf Wunsch entfernt' },
};

/** What the one who leaves wrote. */
@Injectable()
export class OwnTexts {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
  ) {}

  /**
   * Takes away their texts with all versions. What nobody else has written below is deleted; else a sentence stands in its place, so that
   * others' answers keep theirs, and the title of a question that others answered stays. One post a transaction: it takes its thread's lock.
   */
  async removed({ memberId, after }: Erasure): Promise<string | null> {
    const next = await this.db.one<{ id: string; language: Language }>(
      'select p.id, t.language from post p join thread t on t.id = p.thread_id where p.author_id = $1 and p.id > $2 order by p.id limit 1',
      [memberId, after],
    );
    if (!next) {
      await this.db.query('update notice_update set body = null where author_id = $1', [memberId]);
      return null;
    }
    const actor = Actor.member({ id: memberId, name: '', role: 'admin', rank: 0, language: next.language }); // sees every state: their hidden posts, too
    const post = await this.lock.postInThread(actor, next.id);
    const built = await this.isBuiltOn(memberId, next.id);
    const { text, title } = REMOVED[next.language];
    const { html, renderer } = renderMarkdown(text);
    await this.db.query('update post set source = $2, html = $3, renderer = $4, version = version + 1, opened_as = case when opened_as is not null then $5 end where id = $1', [next.id, text, html, renderer, title]);
    await this.db.query('delete from revision where post_id = $1', [next.id]);
    await this.db.query('delete from mention where post_id = $1', [next.id]);
    if (post.kind === 'opening') {
      await this.db.query('delete from thread_field where thread_id = $1', [post.threadId]);
      await this.db.query(`update service_notice set affected = $2, regions = '{}' where thread_id = $1`, [post.threadId, title]);
    }
    if (!built) await this.states.change(actor, post, 'deleted');
    else if (post.kind === 'answer') await this.stands(post.threadId, next.id);
    if (post.kind === 'opening' && !built) await this.db.query(`update thread set title = $2, slug = 'removed' where id = $1`, [post.threadId, title]);
    return next.id;
  }

  /** Asked under the thread's lock: who answers meanwhile has answered before, or finds it deleted. */
  private async isBuiltOn(memberId: string, postId: string): Promise<boolean> {
    const rows = await this.db.query(
      `select from post p join post o on o.parent_id = p.id or (p.kind = 'opening' and o.thread_id = p.thread_id)
       where p.id = $2 and o.author_id is distinct from $1::bigint and o.state <> 'deleted' limit 1`,
      [memberId, postId],
    );
    return rows.length > 0;
  }

  /** Nobody vouches for what is no more there. */
  private async stands(threadId: string, postId: string): Promise<void> {
    await this.db.query('update post set official_by = null, official_at = null, lost_acceptance = false where id = $1', [postId]);
    await this.db.query(
      `update thread set accepted_post_id = nullif(accepted_post_id, $2),
         has_official = exists (select from post where thread_id = $1 and kind = 'answer' and official and state = 'visible') where id = $1`,
      [threadId, postId],
    );
  }

  /** Takes their name off all that stays, in batches: of 50,000 posts in one transaction, others would wait for each. */
  async orphaned({ memberId }: Erasure): Promise<string | null> {
    let changed = 0;
    for (const table of ['thread', 'post']) {
      const rows = await this.db.query<{ id: string }>(
        `update ${table} set author_id = null, author_name = null where id in (select id from ${table} where author_id = $1 order by id limit ${BATCH} for no key update) returning id`,
        [memberId],
      );
      changed += rows.length;
    }
    return changed > 0 ? '0' : null;
  }
}
