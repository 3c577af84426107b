import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { endFormOperation } from './notice.operation.js';

interface Props {
  page: Page;
  thread: NonNullable<ResultOf<typeof endFormOperation>['thread']>;
  told: number;
  problem: ProblemParts | null;
}

/** Asks before everybody is told: how many they are and what they will read, and the way to say more with it. */
export function EndNoticeView({ page, thread, told, problem }: Props) {
  const t = page.texts.notices;
  const path = `/t/${thread.id.replace('thr_', '')}`;
  return (
    <Layout page={page} title={t.endTitle} path={`${path}/end-notice`} hidden>
      <div class="reading">
        <h1>{t.endTitle}</h1>
        <p><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        <p>{t.endTold(told)}</p>
        {told > 0 && <blockquote><p>{t.endWords} <strong lang={thread.language}>{thread.title}</strong></p></blockquote>}
        <p>{t.endThen}</p>
        <form method="post" action={page.href(`${path}/end-notice`)}>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          <p class="form-acts">
            <button type="submit" class="button">{t.endSend(told)}</button>
            <a class="button button-quiet" href={page.href(`${path}/notice`)}>{t.endWithText}</a>
            <a class="button button-quiet" href={page.href(thread.path)}>{t.endKeep}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}
