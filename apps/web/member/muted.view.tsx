import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { MuteButton } from './mute-button.view.js';
import type { mutedOperation } from './muted.operation.js';

type Muted = NonNullable<NonNullable<ResultOf<typeof mutedOperation>['viewer']>['muted']>;

/** Whom the reader would rather not read. */
export function MutedView({ page, muted, problem }: { page: Page; muted: Muted; problem: ProblemParts | null }) {
  const t = page.texts.keeping;
  return (
    <Layout page={page} title={t.mutedTitle} path="/settings/muted" hidden>
      <h1>{t.mutedTitle}</h1>
      <ProblemNotice problem={problem} />
      {muted.length === 0 && <div class="empty"><p>{t.mutedNone}</p></div>}
      <ul class="decisions">{muted.map((member) => <li key={member.id}><p><MemberName page={page} member={member} name={null} /></p><MuteButton page={page} id={member.id} isMuted back="list" /></li>)}</ul>
    </Layout>
  );
}
