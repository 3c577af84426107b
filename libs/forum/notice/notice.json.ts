import type { ServiceNotice } from './notice.type.js';

/** Which update is the latest: whoever writes one says which they had read. Read with what it is the version of, so that no older one carries a newer's. */
export const versionOf = (thread: string) => `(select max(u.id)::text from notice_update u where u.thread_id = ${thread})`;

/** The notice of a thread as JSON, null where it has none: part of the statement that reads the thread. What only its own page shows is read there (NoticeParts). */
export function noticeJson(thread: string): string {
  return `(select json_build_object('threadKey', n.thread_id::text, 'version', ${versionOf('n.thread_id')}, 'kind', n.kind, 'state', case when n.ended_at is null then n.state else 'over' end, 'affected', n.affected, 'regions', n.regions, 'ongoing', n.ended_at is null,
      'startedAt', n.created_at, 'expectedEndAt', n.expected_end_at, 'overdue', n.ended_at is null and coalesce(n.expected_end_at < now(), false), 'endedAt', n.ended_at,
      'worksCount', n.works_count, 'brokenCount', n.broken_count, 'matching', false)
    from service_notice n where n.thread_id = ${thread})`;
}

/** JSON holds times as text. */
export function datedNotice(notice: ServiceNotice): ServiceNotice {
  return {
    ...notice,
    startedAt: new Date(notice.startedAt),
    expectedEndAt: momentIn(notice.expectedEndAt),
    endedAt: momentIn(notice.endedAt),
  };
}

export function momentIn(text: Date | null): Date | null {
  return text === null ? null : new Date(text);
}
