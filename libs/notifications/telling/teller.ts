import { Injectable } from '@nestjs/common';
import { FollowersReader } from '#forum';
import { Database } from '#platform/database';
import { KINDS, type NotificationKind } from '../notification.kinds.js';
import { FROM_NOTIFICATION, SEEN_BY_ALL } from './seen.js';
import type { Telling } from './tellings.js';

const BATCH = 500; // members told by one statement: short enough that nobody waits for it

/** What happened, by keys. */
export interface Happened {
  eventId: string;
  threadId: string | null;
  postId: string | null;
  actorId: string | null;
  /** The thread that it is told of; null where it is about the recipient. */
  leadsTo: string | null;
}

/** Writes down who is told: set by set, in batches in order of key, so that it does not matter how many they are. */
@Injectable()
export class Teller {
  constructor(
    private readonly db: Database,
    private readonly followers: FollowersReader,
  ) {}

  /**
   * Tells everyone concerned: not the one who did it, nobody who was told of it already, only of what may be seen, and nothing by whom they have muted, but what befell their own posts.
   * A job that died in the middle begins again and tells the rest.
   */
  async tell(happened: Happened, telling: Telling): Promise<void> {
    const { kind } = telling;
    if ('following' in telling) {
      const about = { threadKey: happened.threadId!, kinds: telling.following, actorKey: happened.actorId };
      for await (const batch of this.followers.followersOf(about)) await this.batch(happened, kind, 'select unnest($8::bigint[])', '0', batch.map(({ memberId }) => memberId));
      return;
    }
    for (let after: string | null = '0'; after !== null; ) after = await this.batch(happened, kind, telling.who, after);
  }

  /** One set; where to go on, null where nobody is left. */
  private async batch({ eventId, threadId, postId, actorId, leadsTo }: Happened, kind: NotificationKind, who: string, after: string, members?: readonly string[]): Promise<string | null> {
    const { own, placeless } = KINDS[kind];
    const [row] = await this.db.prepared<{ last: string | null; found: number }>(
      `with batch as materialized (
         select found.id from (${who}) found (id) where found.id > $6::bigint and found.id is distinct from $3::bigint group by found.id order by found.id limit ${BATCH}),
       told as (
         insert into notification (recipient_id, event_id, kind, thread_id, post_id, actor_id)
         select m.id, $4::bigint, $5::text, t.id, p.id, $3::bigint
         from batch join member m on m.id = batch.id and m.email is not null -- imported, not yet claimed: nobody reads it
         left join (select here.id as thread_id, coalesce($2::bigint, (select id from post where thread_id = here.id and kind = 'opening')) as post_id
           from (select coalesce(merged_into, id) as id from thread where id = $7::bigint and $1::bigint is not null) here) n on true
         ${FROM_NOTIFICATION} where ${placeless ? 'true' : 't.id is not null'} and ${own ? 'true' : `${SEEN_BY_ALL} and not exists (select from mute u where u.member_id = m.id and u.muted_id = $3::bigint)`}
         on conflict (event_id, recipient_id) do nothing)
       select max(id)::text as last, count(*)::int as found from batch`,
      [threadId, postId, actorId, eventId, kind, after, leadsTo, ...(members ? [members] : [])],
    );
    return row && row.found === BATCH ? row.last : null;
  }
}
