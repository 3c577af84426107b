import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import { ModerationLog, PostStates, ThreadLock } from '#forum';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import { Watch } from '#screening';
import { isOfficial } from '../review/teams.word.js';
import { canFlag } from './flag.policy.js';
import { type FlagPostInput, FlagReason } from './flag.type.js';
import { type Flagger, HIDES_AT, HOLDS_FURTHER_AT, weightOf } from './flag.weight.js';

const FINE_HOURS = 24; // what was found fine is not flagged to death (Discourse)
const GUESTS_LIKE = 3; // what somebody without an account says breaks the law is looked at as soon as what a regular reports, and hides nothing: many guests may be one
const WAITS_LIKE = 8 * 3_600; // seconds: so long a wait puts a post as far ahead in the queue as weight 1

/** Members report posts; several of them, weighed, hide one until somebody has looked at it. What is said to be wrong is looked at, and stays. */
@Injectable()
export class FlagService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly watch: Watch,
  ) {}

  /** Twice is once. */
  flag(actor: Actor, { postId, reason, note }: FlagPostInput): Promise<{ postKey: string; threadKey: string }> {
    return this.db.transaction(async () => {
      const post = await this.lock.postInThread(actor, decodeId('post', postId)); // locked: of two who flag at once the second finds the first's item
      const written = { postKey: post.id, threadKey: post.threadId };
      const fine = await this.db.one(`select from review_item where post_id = $1 and decision = 'fine' and decided_at > now() - interval '${FINE_HOURS} hours'`, [post.id]);
      permit(canFlag(actor, { state: post.state, authorId: post.authorId, isFine: fine !== undefined }, reason === FlagReason.illegal));
      const item = await this.item(post.id);
      const flagged = await this.db.query(
        'insert into flag (item_id, member_id, reason, note, weight) values ($1, $2, $3, $4, $5) on conflict do nothing returning id',
        [item, actor.memberId, reason, cleanLine(note ?? '')!.trim(), weightOf(await this.flagger(actor))],
      );
      if (flagged.length === 0) return written;
      await this.limits.take(actor, 'flag');
      const { weight, people } = await this.weigh(item);
      if (post.authorId && (await this.isToWatch(post.authorId))) await this.watch.over(post.authorId);
      const isTheTeams = (await isOfficial(this.db, post)) || post.authorRole === 'staff' || post.authorRole === 'admin';
      if (post.state !== 'visible' || isTheTeams || weight < HIDES_AT.weight || people < HIDES_AT.people) return written;
      await this.states.change(actor, post, 'hidden');
      await this.db.query('update review_item set hidden = true where id = $1', [item]);
      await this.log.write(null, { act: 'hide-post', threadId: post.threadId, postId: post.id, memberId: post.authorId, details: { flags: people } });
      await this.events.record('PostHidden', null, { threadId: post.threadId, postId: post.id });
      return written;
    });
  }

  /** What waits of the post, made where nothing did. The caller holds the post. */
  async item(postKey: string): Promise<string> {
    const row = await this.db.one<{ id: string }>(
      'with made as (insert into review_item (post_id) values ($1) on conflict do nothing returning id) select id from made union all select id from review_item where post_id = $1 and decided_at is null limit 1', [postKey]);
    return row!.id;
  }

  /** A newcomer whom several report, on whatever posts: what they write next waits until somebody has looked at one of these (Discourse). */
  private async isToWatch(authorKey: string): Promise<boolean> {
    const row = await this.db.one<{ weight: number; people: number }>(
      `select coalesce(sum(f.weight), 0)::float8 as weight, count(distinct f.member_id)::int as people from member m join post p on p.author_id = m.id join review_item i on i.post_id = p.id and i.decided_at is null
       join flag f on f.item_id = i.id and f.reason <> 'wrong' where m.id = $1 and m.role = 'customer' and m.rank = 0`, [authorKey]);
    return row!.weight >= HOLDS_FURTHER_AT.weight && row!.people >= HOLDS_FURTHER_AT.people;
  }

  private async flagger(actor: Actor): Promise<Flagger> {
    const record = await this.db.one<{ agreed: number; disagreed: number }>('select count(*) filter (where agreed)::int as agreed, count(*) filter (where not agreed)::int as disagreed from flag where member_id = $1', [actor.memberId]);
    return { role: actor.role, rank: actor.rank, ...record! };
  }

  /** What its flags weigh together: those that call for hiding, of how many; all move it up the queue. */
  async weigh(item: string): Promise<{ weight: number; people: number }> {
    const sums = await this.db.one<{ weight: number; people: number; all: number; flaggers: number }>(
      `select coalesce(sum(weight) filter (where reason <> 'wrong'), 0)::float8 as weight, count(*) filter (where reason <> 'wrong' and receipt is null)::int as people, sum(weight)::float8 + case when bool_or(receipt is not null) then ${GUESTS_LIKE} else 0 end as all, count(*)::int as flaggers from flag where item_id = $1`, [item]);
    const { weight, people, all, flaggers } = sums!;
    await this.db.query(`update review_item set weight = $2, flaggers = $3, place = extract(epoch from opened_at)::bigint - ($4::float8 * ${WAITS_LIKE})::bigint where id = $1`, [item, weight, flaggers, all]);
    return { weight, people };
  }
}
