import { Injectable } from '@nestjs/common';
import { ModerationLog, PostStates, ThreadLock } from '#forum';
import type { Actor } from '#platform/access';
import { cleanText } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notAllowed, notFound } from '#platform/graphql';
import { IS_APPEALABLE } from '../decisions/decision.reader.js';
import { AppealOutcome } from '../decisions/decision.type.js';
import { SanctionService } from '../sanctions/sanction.service.js';
import type { AppealInput } from './appeal.type.js';

const DUE_HOURS = 72; // longer than that a silence of a day or three would be over before anybody had looked

/** Whoever something was decided about says why it was wrong; somebody else decides anew, and what was wrong is undone. */
@Injectable()
export class AppealService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
    private readonly sanctions: SanctionService,
    private readonly log: ModerationLog,
    private readonly events: Events,
  ) {}

  /** The key of the decision. Twice is once. */
  appeal(actor: Actor, { decisionId, body }: AppealInput): Promise<string> {
    return this.db.transaction(async () => {
      const key = decodeId('decision', decisionId);
      const entry = key && (await this.db.one<{ appealable: boolean; made: boolean }>(`select ${IS_APPEALABLE} as appealable, exists (select from appeal a where a.entry_id = m.id) as made from moderation_entry m where m.id = $1 and m.member_id = $2`, [key, actor.memberId]));
      if (!entry) throw notFound();
      if (entry.made) return key;
      if (!entry.appealable) throw notAllowed('no-appeal');
      const [made] = await this.db.query<{ id: string }>(
        `insert into appeal (entry_id, member_id, sanction_id, post_id, decider_id, by_staff, body, due_at)
         select m.id, m.member_id, (m.details->>'sanction')::bigint, m.post_id, d.id, m.post_id is null or coalesce(d.role in ('staff', 'admin'), true), $2, now() + interval '${DUE_HOURS} hours'
         from moderation_entry m left join member d on d.id = m.actor_id where m.id = $1 on conflict do nothing returning id`,
        [key, cleanText(body)!],
      );
      // due before what is reported now: as if it had waited for that long
      if (made) await this.db.query(`insert into review_item (appeal_id, place) values ($1, extract(epoch from now())::bigint - ${DUE_HOURS * 3_600})`, [made.id]);
      return key;
    });
  }

  /** The caller holds the appeal's lock and has permitted it. */
  async decide(actor: Actor, key: string, outcome: AppealOutcome, answer: string): Promise<void> {
    const appeal = (await this.db.one<{ member: string; sanction: string | null; post: string | null }>(
      'update appeal set outcome = $2, answer = $3, decided_by = $4, decided_at = now() where id = $1 returning member_id as member, sanction_id as sanction, post_id as post', [key, outcome, answer, actor.memberId]))!;
    await this.log.write(actor, { act: outcome === AppealOutcome.lifted ? 'lift-decision' : 'uphold-decision', memberId: appeal.member, postId: appeal.post, reason: answer || null, details: { appeal: key } });
    if (outcome === AppealOutcome.lifted) await this.undo(actor, appeal);
    await this.events.record('AppealDecided', actor.memberId, { memberId: appeal.member, appealId: key, outcome });
  }

  private async undo(actor: Actor, { member, sanction, post: postKey }: { member: string; sanction: string | null; post: string | null }): Promise<void> {
    if (sanction) return this.sanctions.end(actor, sanction, member, null);
    const post = await this.lock.postInThread(actor, postKey);
    await this.db.query(`update flag set agreed = false where item_id = (select id from review_item where post_id = $1 and decision in ('hidden', 'deleted') order by id desc limit 1)`, [post.id]);
    if (post.state === 'visible') return;
    const [act, event] = post.state === 'deleted' ? (['restore-post', 'PostRestored'] as const) : (['show-post', 'PostShown'] as const);
    await this.states.change(actor, post, 'visible');
    await this.log.write(actor, { act, threadId: post.threadId, postId: post.id, memberId: post.authorId });
    await this.events.record(event, actor.memberId, { threadId: post.threadId, postId: post.id });
  }
}
