import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { Exactly } from '../sanctions/barred.view.js';
import type { ownTermOperation } from './super-users.operation.js';

type Term = NonNullable<ResultOf<typeof ownTermOperation>['member']>['superUserTerm'];

/** One's own invitation, with what it means, or one's term. */
export function OwnTermView({ page, term, problem }: { page: Page; term: Term; problem: ProblemParts | null }) {
  const t = page.texts.superUsers;
  const serves = term?.state === 'serving';
  return (
    <Layout page={page} title={t.ownTitle} hidden>
      <div class="reading">
        <h1>{t.ownTitle}</h1>
        <ProblemNotice problem={problem} />
        {term === null ? <p>{t.ownNone}</p> : term.state === 'invited' ? <p><strong>{t.invitedYou}</strong></p> : serves ? <p><strong>{t.serving}</strong> {term.until && <>{t.servingUntil} <Exactly page={page} at={term.until} />.</>}</p> : <p>{t.over}</p>}
        {term?.state === 'invited' && term.message && <blockquote class="appeal"><p>{t.says} <q>{term.message}</q></p></blockquote>}
        {term?.state === 'ended' && term.endReason && <p>{t.reason} <bdi>{term.endReason}</bdi></p>}
        {(term?.state === 'invited' || serves) && (
          <form method="post" action={page.href('/standing/super-user')}>
            {!serves && <p>{t.means}</p>}
            <MutationId page={page} />
            {serves ? <details><summary>{t.resign}</summary><button type="submit" class="button button-quiet" name="act" value="resign">{t.resignSend}</button></details> : (
              <p class="form-acts">
                <button type="submit" class="button" name="act" value="accept">{t.accept}</button>
                <button type="submit" class="button button-quiet" name="act" value="decline">{t.decline}</button>
              </p>
            )}
          </form>
        )}
        <p><a href={page.href('/standing')}>{page.texts.standing.link}</a></p>
      </div>
    </Layout>
  );
}
