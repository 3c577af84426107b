import { Injectable } from '@nestjs/common';
import { type Actor, visibleTo } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import { DecisionAct, type Decision, type DecisionConnection, type LogEntryConnection, type LogEntry } from './decision.type.js';

export const DECISION_CURSOR = ['key'] as const;
export const APPEAL_DAYS = 180; // as long as the EU's Digital Services Act (article 20) asks of larger platforms

const ACTS = Object.values(DecisionAct).map((act) => `'${act}'`).join(', ');
const APPEALABLE = ['hide-post', 'delete-post', 'give-notice', 'silence-member', 'suspend-member', 'renew-suspension'].map((act) => `'${act}'`).join(', ');

/** Under which an entry `m` of the log may be appealed against by whom it concerns: by somebody, not long ago, not yet, and still standing. */
export const IS_APPEALABLE = `(m.act in (${APPEALABLE}) and m.actor_id is not null and m.actor_id <> m.member_id and m.created_at > now() - interval '${APPEAL_DAYS} days'
  and not exists (select from appeal a where a.entry_id = m.id)
  and (m.post_id is null or exists (select from post p where p.id = m.post_id and p.state in ('hidden', 'deleted')))
  and not exists (select from moderation_entry l where l.post_id = m.post_id and l.id > m.id and l.act in ('hide-post', 'delete-post', 'show-post', 'restore-post'))
  and not exists (select from sanction s where s.id = (m.details->>'sanction')::bigint and s.lifted_at is not null))`;

const APPEAL = `case when a.id is not null then json_build_object('body', a.body, 'createdAt', a.created_at, 'dueAt', a.due_at, 'outcome', a.outcome, 'answer', a.answer, 'decidedAt', a.decided_at) end as appeal`;
const SHARED = `m.id as key, 'dec_' || m.id as id, m.act, m.created_at as "createdAt", m.actor_id is null as "byReports", (m.details->>'hours')::int as hours`;

@Injectable()
export class DecisionReader {
  constructor(private readonly db: Database) {}

  /** What was decided about a member and what they wrote, the latest first; what a log entry's post is called only as far as the actor sees it. */
  async of(actor: Actor, memberKey: string, page: Page): Promise<DecisionConnection> {
    const beyond = page.from ? `and m.id ${page.backwards ? '>' : '<'} $2::bigint` : '';
    const rows = await this.db.query<Decision>(
      `${selectFor(actor)} where m.member_id = $1 and m.actor_id is distinct from m.member_id and m.act in (${ACTS}) ${beyond}
       order by m.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`, [memberKey, ...(page.from ?? [])]);
    return pageOf(page, rows.map(dated), ({ key }) => [key]);
  }

  /** One, for whom it concerns and those who keep order. */
  async seen(actor: Actor, key: string): Promise<Decision | null> {
    const row = await this.db.one<Decision>(`${selectFor(actor)} where m.id = $1 and m.member_id is not null and m.actor_id is distinct from m.member_id and m.act in (${ACTS}) ${actor.isSuperUser ? '' : `and m.member_id = actor(${actor.memberId})`}`, [key]);
    return row ? dated(row) : null;
  }

  /** The public log, the latest first. */
  async log(page: Page): Promise<LogEntryConnection> {
    const beyond = page.from ? `and m.id ${page.backwards ? '>' : '<'} $1::bigint` : '';
    const rows = await this.db.query<LogEntry>(
      `select ${SHARED}, m.details->>'rule' as rule, a.outcome from moderation_entry m left join appeal a on a.entry_id = m.id
       where m.act in (${ACTS}) ${beyond} order by m.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`, page.from ?? []);
    return pageOf(page, rows, ({ key }) => [key]);
  }
}

function selectFor(actor: Actor): string {
  const isSeen = `p.id is not null and ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')}`;
  const isOwn = actor.id === null ? 'false' : `m.member_id = actor(${actor.id})`;
  return `select ${SHARED}, m.reason, s.ends_at as "endsAt", case when ${visibleTo(actor, 't')} then t.title end as title, case when ${isSeen} then '/p/' || p.id end as path, ${isOwn} and ${IS_APPEALABLE} as "canAppeal", ${APPEAL}
    from moderation_entry m left join post p on p.id = m.post_id left join thread t on t.id = p.thread_id left join appeal a on a.entry_id = m.id
      left join sanction s on s.id = (m.details->>'sanction')::bigint`;
}

/** Inside JSON a moment is a text. */
function dated(row: Decision): Decision {
  const { appeal } = row;
  return { ...row, appeal: appeal && { ...appeal, createdAt: new Date(appeal.createdAt), dueAt: new Date(appeal.dueAt), decidedAt: appeal.decidedAt && new Date(appeal.decidedAt) } };
}
