import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { cleanText } from '#platform/content';
import { Database } from '#platform/database';
import { conflict, invalid } from '#platform/graphql';
import { type Draft, DRAFTS_MOST, type SaveDraftInput } from './draft.type.js';

const LARGEST_BYTES = 200_000; // all fields together: the longest post with what belongs to it, in any script

const COLUMNS = `place, updated_at as "updatedAt", (select coalesce(json_agg(json_build_object('name', key, 'value', value)), '[]') from jsonb_each_text(fields)) as fields`;

/** What a member is writing and has not posted: one draft a place, seen by nobody else. */
@Injectable()
export class DraftKeeper {
  constructor(
    private readonly db: Database,
    private readonly limits: Limits,
  ) {}

  /** The latest first. */
  all(actor: Actor): Promise<Draft[]> {
    return this.db.query<Draft>(`select ${COLUMNS} from draft where member_id = $1 order by updated_at desc, place limit ${DRAFTS_MOST}`, [actor.memberId]);
  }

  async at(actor: Actor, place: string): Promise<Draft | null> {
    return (await this.db.prepared<Draft>(`select ${COLUMNS} from draft where member_id = $1 and place = $2`, [actor.memberId, place]))[0] ?? null;
  }

  async save(actor: Actor, input: SaveDraftInput): Promise<Draft> {
    const fields = JSON.stringify(Object.fromEntries(input.fields.map(({ name, value }) => [name, cleanText(value)!])));
    if (Buffer.byteLength(fields) > LARGEST_BYTES) throw invalid({ field: 'fields', code: 'too-long', limit: LARGEST_BYTES });
    return this.db.transaction(async () => {
      await this.limits.take(actor, 'draft');
      // one at a time for a member, so that two at once do not both take the last place
      await this.db.query('select from member where id = $1 for no key update', [actor.memberId]);
      const made = await this.db.one<Draft>(
        `insert into draft (member_id, place, fields) select $1, $2, $3::jsonb
         where (select count(*) from draft where member_id = $1 and place <> $2) < ${DRAFTS_MOST}
         on conflict (member_id, place) do update set fields = excluded.fields, updated_at = now() returning ${COLUMNS}`,
        [actor.memberId, input.place, fields],
      );
      if (!made) throw conflict('drafts-full');
      return made;
    });
  }

  /** Posted, or thrown away. Services call it in the transaction of the post: the text is in one place or the other, never in none. */
  async discard(actor: Actor, place: string): Promise<void> {
    await this.db.query('delete from draft where member_id = $1 and place = $2', [actor.memberId, place]);
  }
}
