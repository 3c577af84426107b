import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { invalid, notFound } from '#platform/graphql';
import { NEVER_AT_ONCE, NotificationTopic, USUALLY } from '../notification.kinds.js';
import { type NotificationPreference, STOP, type Stop, type Timing, TIMINGS, type TopicTimingInput } from './preference.type.js';
import { UnsubscribeTokens } from './unsubscribe.tokens.js';

const TOPICS = Object.values(NotificationTopic);

/** When members want what mailed, by their own setting or by a link in a mail. */
@Injectable()
export class PreferenceService {
  constructor(
    private readonly db: Database,
    private readonly tokens: UnsubscribeTokens,
  ) {}

  async of(memberId: string): Promise<NotificationPreference[]> {
    const rows = await this.db.query<{ topic: string; timing: Timing }>('select topic, timing from notification_preference where member_id = $1', [memberId]);
    const set = new Map(rows.map((row) => [row.topic, row.timing]));
    return TOPICS.map((topic) => ({ topic, timing: set.get(topic) ?? USUALLY[topic], choices: TIMINGS.filter((timing) => timing !== 'now' || !NEVER_AT_ONCE.includes(topic)) }));
  }

  async set(actor: Actor, preferences: readonly TopicTimingInput[]): Promise<NotificationPreference[]> {
    const wrong = preferences.find(({ topic, timing }) => timing === 'now' && NEVER_AT_ONCE.includes(topic));
    if (wrong) throw invalid({ field: 'preferences', code: 'unknown', value: wrong.timing });
    const last = new Map(preferences.map(({ topic, timing }) => [topic, timing]));
    await this.write(actor.memberId, [...last.keys()], [...last.values()]);
    return this.of(actor.memberId);
  }

  /** What the link stops; null where it is none of ours. */
  async stopOf(token: string): Promise<Stop | null> {
    return (await this.read(token))?.stop ?? null;
  }

  /** Stops what the link is for, or all of it. Once more is fine. */
  async unsubscribe(token: string, all: boolean): Promise<Stop> {
    const read = await this.read(token);
    if (!read) throw notFound();
    const stop = all ? STOP.all : read.stop;
    const now = await this.of(read.memberId);
    const topics = stop === 'all' ? TOPICS : stop === 'digest' ? now.filter(({ timing }) => timing === 'daily' || timing === 'weekly').map(({ topic }) => topic) : [stop];
    await this.write(read.memberId, topics, topics.map(() => 'off'));
    return stop;
  }

  private async read(token: string): Promise<{ memberId: string; stop: Stop } | null> {
    const read = await this.tokens.read(token);
    if (!read || !Object.hasOwn(STOP, read.stop)) return null;
    return (await this.db.one('select from member where id = $1', [read.memberId])) ? { memberId: read.memberId, stop: STOP[read.stop as keyof typeof STOP] } : null;
  }

  private async write(memberId: string, topics: readonly string[], timings: readonly Timing[]): Promise<void> {
    await this.db.query(
      `insert into notification_preference (member_id, topic, timing) select $1, * from unnest($2::text[], $3::text[]) order by 2
       on conflict (member_id, topic) do update set timing = excluded.timing`,
      [memberId, topics, timings],
    );
  }
}
