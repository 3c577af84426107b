import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { Notice } from '../parts/notice.view.js';
import { ExpectedEnd } from '../parts/service-notices.view.js';
import { ActButton } from './act-button.view.js';
import type { ThreadData } from './thread.view.js';

interface Props {
  page: Page;
  thread: ThreadData;
  notice: NonNullable<ThreadData['notice']>;
}

/** What an outage concerns, and whether it is over; staff say so here. */
export function NoticeState({ page, thread, notice: { affected, ongoing, expectedEndAt, endedAt } }: Props) {
  const t = page.texts.notices;
  return (
    <Notice kind="hint">
      <p>{ongoing ? <strong>{t.ongoing}</strong> : <strong>{t.over}</strong>} {endedAt && <Moment page={page} at={endedAt} />}</p>
      <p>{t.affected} <span lang={thread.language}>{affected}</span></p>
      {ongoing && expectedEndAt && <p><ExpectedEnd page={page} at={expectedEndAt} /></p>}
      {ongoing && thread.viewer.canEndNotice.allowed && (
        <ActButton page={page} action={`/t/${thread.id.replace('thr_', '')}/end-notice`} back="" signIn="">{t.end}</ActButton>
      )}
    </Notice>
  );
}
