import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { BadgeTable } from '../helpers/badges.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { memberPath } from '../parts/member-name.view.js';
import { Pager } from '../parts/pager.view.js';
import { RankForm, RankView } from './rank.view.js';
import type { standingOperation } from './standing.operation.js';

type Shown = ResultOf<typeof standingOperation>;
type Member = NonNullable<Shown['member']>;
type Standing = NonNullable<Member['standing']>;
type Rules = Shown['pointRules'];

interface Props {
  page: Page;
  member: Pick<Member, 'id' | 'name' | 'role' | 'badges'>;
  standing: Standing;
  rules: Rules;
  badgeRules: Shown['badgeRules'];
  path: string;
  /** What was done to the rank right now: given, or freed. */
  done: string;
  /** Of the form that gives a rank. */
  typed: { rank: string; reason: string } | null;
  problem: ProblemParts | null;
}

export function StandingView({ page, member, standing, rules, badgeRules, path, done, typed, problem }: Props) {
  const t = page.texts.standing;
  const { badges } = member;
  const isOwn = member.id === `mem_${page.member?.key}`;
  const title = isOwn ? t.title : t.titleOf(member.name);
  return (
    <Layout page={page} title={title} path={path} hidden>
      <h1>{title}</h1>
      {done === 'rank' && <Notice kind="done"><p>{t.rankSet}</p></Notice>}
      {done === 'free' && <Notice kind="done"><p>{t.rankFreed}</p></Notice>}
      <ProblemNotice problem={problem} />
      <p class="intro">{isOwn ? <>{t.intro} <a href={page.href('/standing/decisions')}>{page.texts.sanctions.decisionsLink}</a>{page.leaderboards && <> <a href={page.href('/helpers')}>{page.texts.helpers.title}</a></>}</> : <>{t.introOf} <a href={page.href(memberPath(member))}>{t.toProfile}</a></>}</p>
      <p class="standing-total"><strong>{page.texts.number(standing.points)}</strong> {t.points(standing.points)}</p>
      <RankView page={page} rank={standing.rank} />
      {page.member?.isStaff && !isOwn && member.role === 'customer' && <RankForm page={page} path={path} rank={standing.rank} typed={typed ?? { rank: String(standing.rank.rank), reason: '' }} problem={problem} />}
      <BadgeTable page={page} badges={badges} rules={badgeRules} />
      <PointTable page={page} earned={standing.earned} rules={rules} />
      <h2 class="standing-ledger">{t.ledger}</h2>
      <Ledger page={page} entries={standing.entries.nodes} isOwn={isOwn} />
      <Pager page={page} info={standing.entries.pageInfo} path={path} />
    </Layout>
  );
}

/** What there is to earn, by the rules in force, and what of it was earned. */
function PointTable({ page, earned, rules }: { page: Page; earned: Standing['earned']; rules: Rules }) {
  const t = page.texts.standing;
  const cap = rules.find(({ source }) => source === 'dailyCap');
  const brought = new Map(earned.map(({ source, points }) => [source, points]));
  const rows = [...rules.filter(({ source }) => source !== 'dailyCap'), ...earned.filter(({ source }) => source === 'votedBefore' || source === 'dailyCap').map(({ source }) => ({ source, points: null, capped: false }))];
  return (
    <>
      <table class="standing-rules">
        <caption>{t.rules}</caption>
        <thead><tr><th scope="col">{t.what}</th><th scope="col" class="number">{t.each}</th><th scope="col" class="number">{t.brought}</th></tr></thead>
        <tbody>
          {rows.map(({ source, points, capped }) => (
            <tr key={source}>
              <th scope="row">{t.sources[source]}{capped && <span aria-hidden="true"> *</span>}</th>
              <td class="number">{points === null ? '' : signed(page, points)}</td>
              <td class="number">{brought.has(source) ? signed(page, brought.get(source)!) : '0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cap && <p class="field-hint"><span aria-hidden="true">* </span>{t.capped(page.texts.number(cap.points))}</p>}
    </>
  );
}

function Ledger({ page, entries, isOwn }: { page: Page; entries: Standing['entries']['nodes']; isOwn: boolean }) {
  const t = page.texts.standing;
  if (entries.length === 0) {
    return <div class="empty"><p>{isOwn ? t.ownNothing : t.nothing}</p>{isOwn && <p><a class="button" href={page.href('/threads?filter=unanswered')}>{page.texts.people.toUnanswered}</a></p>}</div>;
  }
  return (
    <ul class="ledger">
      {entries.map(({ id, source, points, day, title, path }) => (
        <li key={id} class="ledger-entry">
          <span class={points < 0 ? 'ledger-points ledger-lost' : 'ledger-points'}>{signed(page, points)}</span>
          <span>
            <span class="ledger-source">{points < 0 && source !== 'downVoted' && source !== 'dailyCap' ? t.takenBack(t.sources[source]) : t.sources[source]}</span>
            {path && title ? <a href={page.href(path)}><bdi>{title}</bdi></a> : source !== 'dailyCap' && <span class="soft">{t.gone}</span>}
            <span class="soft"><time datetime={day}>{page.texts.day(new Date(day))}</time></span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function signed(page: Page, points: number): string {
  return points > 0 ? `+${page.texts.number(points)}` : page.texts.number(points).replace('-', '−');
}
