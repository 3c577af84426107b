import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { voteFindingsOperation } from './rings.operation.js';

export const STATES = ['open', 'undone', 'dismissed'] as const;
export type FindingState = (typeof STATES)[number];

type Findings = ResultOf<typeof voteFindingsOperation>['voteFindings'];
type Finding = Findings['nodes'][number];

interface Props {
  page: Page;
  findings: Findings;
  state: FindingState;
  done: FindingState | null;
  problem: ProblemParts | null;
}

/** What speaks for it that votes were agreed upon, a sentence for each sign, and what the staff make of it. */
export function RingsView({ page, findings, state, done, problem }: Props) {
  const t = page.texts.rings;
  return (
    <Layout page={page} title={t.title} path={findingsPath(state)} hidden>
      <h1>{t.title}</h1>
      {done && <Notice kind="done"><p>{t.done[done]}</p></Notice>}
      <ProblemNotice problem={problem} />
      <p class="intro">{t.intro}</p>
      <nav class="filters" aria-label={t.filter}>{STATES.map((each) => <a key={each} href={page.href(findingsPath(each))} aria-current={each === state ? 'page' : undefined}>{t.states[each]}</a>)}</nav>
      {findings.nodes.length === 0 && <div class="empty"><p>{t.none[state]}</p></div>}
      <ul class="decisions">{findings.nodes.map((finding) => <FindingItem key={finding.id} page={page} finding={finding} state={state} />)}</ul>
      <Pager page={page} info={findings.pageInfo} path={findingsPath(state)} />
    </Layout>
  );
}

function FindingItem({ page, finding, state }: { page: Page; finding: Finding; state: FindingState }) {
  const t = page.texts.rings;
  const { id, kind, givers, getters, votes, posts, share, sameNetwork, joinedDays, foundAt, decidedAt } = finding;
  return (
    <li>
      <h2>{t.kinds[kind]}</h2>
      <p>{t.who}: <Names page={page} members={givers} /></p>
      {kind !== 'mutual' && <p>{kind === 'against' ? t.against : t.for}: <Names page={page} members={getters} /></p>}
      <ul class="evidence">
        <li>{t.votes(page.texts.number(votes), page.texts.number(posts))}</li>
        <li>{t.share(Math.round(share * 100))}</li>
        {joinedDays !== null && <li>{joinedDays === 0 ? t.joinedSameDay : t.joined(joinedDays)}</li>}
        {sameNetwork > 0 && <li>{t.sameNetwork(sameNetwork)}</li>}
      </ul>
      <p class="soft">{t.found} <Moment page={page} at={foundAt} />{decidedAt && <>, {t.decided} <Moment page={page} at={decidedAt} /></>}</p>
      <form method="post" action={page.href(`/vote-findings/${id.replace('fnd_', '')}`)}>
        <MutationId page={page} />
        <input type="hidden" name="from" value={state} />
        {state === 'open' && <p class="field-hint" id={`${id}-hint`}>{t.undoHint}</p>}
        <p class="form-acts">
          {state === 'open' && <button type="submit" class="button" name="to" value="undone" aria-describedby={`${id}-hint`}>{t.undo}</button>}
          {state === 'open' && <button type="submit" class="button button-quiet" name="to" value="dismissed">{t.dismiss}</button>}
          {state === 'undone' && <button type="submit" class="button button-quiet" name="to" value="dismissed">{t.restore}</button>}
          {state === 'dismissed' && <button type="submit" class="button button-quiet" name="to" value="open">{t.reopen}</button>}
        </p>
      </form>
    </li>
  );
}

function Names({ page, members }: { page: Page; members: Finding['givers'] }) {
  return <>{members.map((member, at) => <span key={member.id}>{at > 0 && ', '}<MemberName page={page} member={member} name={null} /></span>)}</>;
}

export function findingsPath(state: FindingState): string {
  return state === 'open' ? '/vote-findings' : `/vote-findings?state=${state}`;
}
