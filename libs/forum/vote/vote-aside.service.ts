import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** Votes that were found agreed upon are put where they count for nothing, and back. The caller's transaction. */
@Injectable()
export class VoteAsideService {
  constructor(private readonly db: Database) {}

  /** All votes of these members on what those wrote, since then; of a value. The keys of the posts. */
  async setAside(finding: string, { givers, getters, value, since }: { givers: readonly string[]; getters: readonly string[]; value: 1 | -1; since: Date }): Promise<string[]> {
    const posts = await this.db.query<{ id: string }>(
      `select p.id from post p where p.author_id = any($2) and exists (select from vote v where v.post_id = p.id and v.member_id = any($1) and v.value = $3 and v.created_at >= $4) order by p.id for no key update`,
      [givers, getters, value, since],
    );
    const keys = posts.map(({ id }) => id);
    await this.db.query(
      `with gone as (delete from vote where post_id = any($2) and member_id = any($1) and value = $3 and created_at >= $4 returning post_id, member_id, value, created_at),
         kept as (insert into vote_set_aside (finding_id, post_id, member_id, value, created_at) select $5, post_id, member_id, value, created_at from gone on conflict do nothing),
         counted as (select post_id, count(*) as votes from gone group by post_id)
       update post p set up_count = up_count - case when $3 = 1 then c.votes else 0 end, down_count = down_count - case when $3 = -1 then c.votes else 0 end from counted c where p.id = c.post_id`,
      [givers, keys, value, since, finding],
    );
    return keys;
  }

  /** Back where they were; who has voted again meanwhile keeps that vote. The keys of the posts. */
  async putBack(finding: string): Promise<string[]> {
    const posts = await this.db.query<{ id: string }>('select p.id from post p where p.id in (select post_id from vote_set_aside where finding_id = $1) order by p.id for no key update', [finding]);
    await this.db.query(
      `with back as (delete from vote_set_aside where finding_id = $1 returning post_id, member_id, value, created_at),
         put as (insert into vote (post_id, member_id, value, created_at) select post_id, member_id, value, created_at from back on conflict do nothing returning post_id, value),
         counted as (select post_id, count(*) filter (where value = 1) as ups, count(*) filter (where value = -1) as downs from put group by post_id)
       update post p set up_count = up_count + c.ups, down_count = down_count + c.downs from counted c where p.id = c.post_id`,
      [finding],
    );
    return posts.map(({ id }) => id);
  }
}
