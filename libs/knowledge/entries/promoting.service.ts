import { Injectable } from '@nestjs/common';
import { ThreadLock } from '#forum';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { permit } from '#platform/graphql';
import { answerCore } from './answer.core.js';
import { canPromote } from './entry.policy.js';
import type { EntryKind } from './entry.sets.js';
import { entryText } from './entry.text.js';
import { SourceVersions } from './source.versions.js';

/** An answer that helped becomes knowledge: a draft with its source. */
@Injectable()
export class PromotingService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly sources: SourceVersions,
  ) {}

  /** The key of the draft. Promoted before, and neither rejected nor archived since: that one. */
  async promote(actor: Actor, kind: EntryKind, postId: string): Promise<string> {
    return this.db.transaction(async () => {
      const answer = await this.lock.postInThread(actor, decodeId('post', postId)); // its thread is locked: of two who promote at once the second finds what the first made
      permit(canPromote(actor, { state: answer.state, threadState: answer.lockedThread.state, kind: answer.kind, official: answer.official, accepted: answer.lockedThread.acceptedPostId === answer.id }));
      const known = await this.db.one<{ id: string }>(
        `select e.id from knowledge_source s join knowledge_entry e on e.id = s.entry_id where s.post_id = $1 and e.kind = $2 and e.state not in ('rejected', 'archived') order by e.id desc limit 1`,
        [answer.id, kind],
      );
      return known?.id ?? (await this.draft(actor, kind, answer.id));
    });
  }

  private async draft(actor: Actor, kind: EntryKind, postKey: string): Promise<string> {
    const from = (await this.db.one<{ title: string; source: string }>('select t.title, p.source from post p join thread t on t.id = p.thread_id where p.id = $1', [postKey]))!;
    const { title, slug, source, html, renderer } = entryText(kind, from.title, answerCore(from.source));
    const entry = await this.db.one<{ id: string }>(
      `with marked as (update thread set has_knowledge = true where id = (select thread_id from post where id = $8) and not has_knowledge)
       insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, owner_id, need)
       select $1, $2, $3, $4, $5, $6, t.category_id, t.language, $7, t.same_problem_count + t.solved_for from post p join thread t on t.id = p.thread_id where p.id = $8 returning id`,
      [kind, title, slug, source, html, renderer, actor.memberId, postKey],
    );
    await this.db.query('insert into knowledge_source (entry_id, post_id) values ($1, $2)', [entry!.id, postKey]);
    await this.sources.taken(entry!.id);
    await this.db.query('select knowledge_tags_of_sources($1)', [entry!.id]);
    return entry!.id;
  }
}
