import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { conflict, invalid, notFound, permit } from '#platform/graphql';
import { PrivateDataCheck } from '../private-data/private-data.check.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { versionOf } from './notice.json.js';
import { canUpdateNotice } from './notice.policy.js';
import type { NoticeState } from './notice.sets.js';
import type { EndNoticeInput, ServiceNoticeInput, UpdateNoticeInput } from './notice.type.js';

const LONGEST_DAYS = 366; // what is expected to last longer is no outage but how things are

/** What of a notice is changed; undefined stays. */
interface Change {
  state: NoticeState;
  text: string | null;
  expectedEndAt?: Date | null | undefined;
  affected?: string | null | undefined;
  regions?: string[] | null | undefined;
  categoryIds?: string[] | null | undefined;
}

/** What stands in it, read under the lock of its thread. */
interface Present {
  version: string;
  ongoing: boolean;
  affected: string;
  regions: string[];
}

/** Notices from their beginning to their end: each word about one is kept, and told to those who follow it. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly events: Events,
    private readonly privateData: PrivateDataCheck,
  ) {}

  /** Makes an announcement, just opened, a notice. */
  async begin(actor: Actor, threadId: string, input: ServiceNoticeInput): Promise<void> {
    const { kind = 'outage', affected, regions, categoryIds, state = 'looking', expectedEndAt } = input;
    if (state === 'over') throw invalid({ field: 'notice.state', code: 'unknown' });
    await this.checkEnd(expectedEndAt, 'notice.expectedEndAt');
    await this.db.query(
      'insert into service_notice (thread_id, kind, affected, regions, state, expected_end_at) values ($1, $2, $3, $4, $5, $6)',
      [threadId, kind, cleanLine(affected), named(regions), state, expectedEndAt ?? null],
    );
    await this.concerns(threadId, categoryIds ?? [], 'notice.categoryIds');
    await this.say(actor, threadId, state, null);
  }

  /** An update of it. What is said to be over ends; what was over and goes on is as if it had not been. */
  async update(actor: Actor, { threadId, basedOn, privateDataConfirmation, ...change }: UpdateNoticeInput): Promise<string> {
    return this.db.transaction(async () => {
      const { id, version, ongoing, affected: wasAffected, regions: were } = await this.load(actor, threadId);
      if (basedOn != null && basedOn !== version) throw conflict('changed-meanwhile');
      await this.checkEnd(change.expectedEndAt, 'expectedEndAt');
      const { text, affected, regions } = change;
      await this.privateData.check(actor, [{ field: 'text', text }, { field: 'affected', text: affected }, { field: 'regions', text: regions?.join(', ') }], privateDataConfirmation, [wasAffected, ...were]);
      await this.write(actor, id, ongoing, { ...change, text: cleanLine(change.text) });
      return id;
    });
  }

  /** It is over. Saying so twice is fine. */
  async end(actor: Actor, { threadId }: EndNoticeInput): Promise<string> {
    return this.db.transaction(async () => {
      const { id, ongoing } = await this.load(actor, threadId);
      if (ongoing) await this.write(actor, id, ongoing, { state: 'over', text: null });
      return id;
    });
  }

  private async load(actor: Actor, threadId: string): Promise<Present & { id: string }> {
    const thread = await this.lock.thread(actor, decodeId('thread', threadId));
    const notice = await this.db.one<Present>(`select ended_at is null as ongoing, affected, regions, ${versionOf('service_notice.thread_id')} as version from service_notice where thread_id = $1`, [thread.id]);
    if (!notice) throw notFound();
    permit(canUpdateNotice(actor, thread, notice));
    return { id: thread.id, ...notice };
  }

  private async write(actor: Actor, id: string, wasOngoing: boolean, { state, text, expectedEndAt, affected, regions, categoryIds }: Change): Promise<void> {
    const isOver = state === 'over';
    await this.db.query(
      `update service_notice set state = case when $2 = 'over' then state else $2 end, ended_at = case when $2 = 'over' then coalesce(ended_at, now()) end,
         expected_end_at = case when $3 then $4::timestamptz else expected_end_at end, affected = coalesce($5, affected), regions = coalesce($6, regions) where thread_id = $1`,
      [id, state, expectedEndAt !== undefined, expectedEndAt ?? null, affected == null ? null : cleanLine(affected), regions == null ? null : named(regions)],
    );
    if (categoryIds != null) await this.concerns(id, categoryIds, 'categoryIds');
    if (!wasOngoing && !isOver) await this.forgetWords(id);
    await this.db.query('update thread set last_activity_at = greatest(last_activity_at, now()) where id = $1', [id]);
    const updateId = await this.say(actor, id, state, text);
    // what is added once it is over stands in the history; those whom it concerned were told that it is
    if (!isOver) await this.events.record('NoticeUpdated', actor.memberId, { threadId: id, updateId, state });
    else if (wasOngoing) await this.events.record('NoticeEnded', actor.memberId, { threadId: id, updateId });
  }

  /** Who said whether it works again spoke of an end that was none. */
  private async forgetWords(id: string): Promise<void> {
    await this.db.query('delete from notice_word where thread_id = $1', [id]);
    await this.db.query('update service_notice set works_count = 0, broken_count = 0 where thread_id = $1', [id]);
  }

  private async say(actor: Actor, id: string, state: NoticeState, text: string | null): Promise<string> {
    const made = await this.db.one<{ id: string }>(
      `insert into notice_update (thread_id, state, body, expected_end_at, author_id)
       select thread_id, $2::text, nullif($3::text, ''), case when $2::text <> 'over' then expected_end_at end, $4::bigint from service_notice where thread_id = $1 returning id`,
      [id, state, text, actor.memberId],
    );
    return made!.id;
  }

  private async concerns(id: string, categoryIds: readonly string[], field: string): Promise<void> {
    const wanted = [...new Set(categoryIds.map((each) => decodeId('category', each)))];
    await this.db.query('delete from notice_category where thread_id = $1 and category_id <> all($2)', [id, wanted.filter((key) => key !== null)]);
    const known = await this.db.query(
      `with known as (select id from category where id = any($2) order by id for key share),
         put as (insert into notice_category (thread_id, category_id) select $1, id from known on conflict do nothing)
       select id from known`,
      [id, wanted.filter((key) => key !== null)],
    );
    if (known.length !== wanted.length) throw invalid({ field, code: 'unknown' });
  }

  private async checkEnd(expectedEndAt: Date | null | undefined, field: string): Promise<void> {
    if (expectedEndAt == null) return;
    const row = await this.db.one<{ fits: boolean }>('select $1::timestamptz between now() and now() + make_interval(days => $2) as fits', [expectedEndAt, LONGEST_DAYS]);
    if (!row!.fits) throw invalid({ field, code: 'malformed' });
  }
}

/** Each once, without what nobody sees. */
function named(regions: readonly string[] | null | undefined): string[] {
  return [...new Set((regions ?? []).map((region) => cleanLine(region) ?? '').filter(Boolean))];
}
