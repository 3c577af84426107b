import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import { type Actor, visibleTo } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { invalid, notFound, permit } from '#platform/graphql';
import { canFollow } from './follow.policy.js';
import { type FollowInput, FollowKind } from './follow.type.js';

export const FOLLOWED_MOST = 2_000; // more than anyone reads, little enough to sort at each visit of the list

export interface Followed {
  kind: FollowKind;
  targetKey: string;
}

/** Following a thread, a category, a tag or a member: by hand, or because one writes there. */
@Injectable()
export class FollowService {
  constructor(
    private readonly db: Database,
    private readonly limits: Limits,
  ) {}

  async follow(actor: Actor, { targetId, following }: FollowInput): Promise<Followed> {
    return this.db.transaction(async () => {
      await this.limits.take(actor, 'follow');
      // the member's row is the lock: two calls at once count one after the other
      await this.db.query('select from member where id = $1 for no key update', [actor.memberId]);
      const target = await this.target(actor, targetId);
      permit(canFollow(actor, target));
      const values = [actor.memberId, target.kind, target.targetKey, following];
      const [{ count }] = (await this.db.query<{ count: number }>(
        `select count(*)::int from subscription where member_id = $1 and following = $4 and (kind, target_id) <> ($2, $3::bigint)`,
        values,
      )) as [{ count: number }];
      if (following && count >= FOLLOWED_MOST) throw invalid({ field: 'targetId', code: 'too-many', limit: FOLLOWED_MOST });
      // only of threads is it worth remembering that somebody left, for writing brings back to threads only
      if (!following && (target.kind !== FollowKind.thread || count >= FOLLOWED_MOST)) {
        await this.db.query('delete from subscription where member_id = $1 and kind = $2 and target_id = $3', values.slice(0, 3));
        return target;
      }
      await this.db.query(
        `insert into subscription (member_id, kind, target_id, following) values ($1, $2, $3, $4)
         on conflict (member_id, kind, target_id) do update set following = excluded.following, created_at = now()
         where subscription.following <> excluded.following`,
        values,
      );
      return target;
    });
  }

  /**
   * Who writes in a thread hears of what follows, unless they left it by hand; what they had kept as the draft of it is posted now, and who was on it has answered.
   * Part of the writer's transaction, and one statement: each is a way to the database.
   */
  async followWritten(memberId: string, threadKey: string, draftPlace: string): Promise<void> {
    await this.db.prepared(
      `with posted as (delete from draft where member_id = $1 and place = $4),
         done as (delete from question_claim where thread_id = $2 and member_id = $1 and $4::text like 'answer:%')
       insert into subscription (member_id, kind, target_id, following) select $1, 'thread', $2, true
       where (select count(*) from subscription where member_id = $1 and following) < $3
       on conflict do nothing`,
      [memberId, threadKey, FOLLOWED_MOST, draftPlace],
    );
  }

  /** Who has the problem of a notice wants to hear of it, and comes back to it where they had left it. Part of the transaction in which they say so. */
  async followConcerned(memberId: string, threadKey: string): Promise<void> {
    await this.db.query(
      `insert into subscription (member_id, kind, target_id, following) select $1, 'thread', $2, true
       where exists (select from service_notice where thread_id = $2) and (select count(*) from subscription where member_id = $1 and following) < $3
       on conflict (member_id, kind, target_id) do update set following = true, created_at = now() where not subscription.following`,
      [memberId, threadKey, FOLLOWED_MOST],
    );
  }

  private async target(actor: Actor, id: string): Promise<Followed> {
    for (const kind of Object.values(FollowKind)) {
      const key = decodeId(kind, id);
      // a thread that is being merged is waited for: what is followed then would be a signpost
      const isThere = kind === FollowKind.thread ? `and ${visibleTo(actor, 't')} for share of t` : '';
      if (key && (await this.db.one(`select from ${kind} t where t.id = $1 ${isThere}`, [key]))) {
        return { kind, targetKey: key };
      }
    }
    throw notFound();
  }
}
