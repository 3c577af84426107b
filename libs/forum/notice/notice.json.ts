import type { NoticeUpdate, ServiceNotice } from './notice.type.js';

const UPDATES_SHOWN = 50; // an outage that needs more has lasted for weeks

/** Which news is the latest: whoever tells of it says which one they had read. */
export const versionOf = (thread: string) => `(select max(u.id)::text from notice_update u where u.thread_id = ${thread})`;

/** The notice of a thread as JSON, null where it has none: part of the statement that reads the thread. */
export function noticeJson(thread: string): string {
  return `(select json_build_object('version', ${versionOf('n.thread_id')}, 'kind', n.kind, 'state', case when n.ended_at is null then n.state else 'over' end, 'affected', n.affected, 'regions', n.regions, 'ongoing', n.ended_at is null,
      'startedAt', n.created_at, 'expectedEndAt', n.expected_end_at, 'overdue', n.ended_at is null and coalesce(n.expected_end_at < now(), false), 'endedAt', n.ended_at,
      'worksCount', n.works_count, 'brokenCount', n.broken_count, 'matching', false,
      'categories', coalesce((select json_agg(json_build_object('id', 'cat_' || k.id, 'slug', k.slug, 'name', k.name) order by k.position, k.id) from notice_category nc join category k on k.id = nc.category_id where nc.thread_id = n.thread_id), '[]'),
      'updates', coalesce((select json_agg(json_build_object('state', u.state, 'text', u.body, 'expectedEndAt', u.expected_end_at, 'createdAt', u.created_at) order by u.id desc)
        from (select * from notice_update where thread_id = n.thread_id order by id desc limit ${UPDATES_SHOWN}) u), '[]'))
    from service_notice n where n.thread_id = ${thread})`;
}

/** JSON holds times as text. */
export function datedNotice(notice: ServiceNotice): ServiceNotice {
  return {
    ...notice,
    startedAt: new Date(notice.startedAt),
    expectedEndAt: momentIn(notice.expectedEndAt),
    endedAt: momentIn(notice.endedAt),
    updates: notice.updates.map((update): NoticeUpdate => ({ ...update, expectedEndAt: momentIn(update.expectedEndAt), createdAt: new Date(update.createdAt) })),
  };
}

function momentIn(text: Date | null): Date | null {
  return text === null ? null : new Date(text);
}
