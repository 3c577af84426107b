import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field } from '../parts/field.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { helpersOperation } from './helpers.operation.js';

export const PERIODS = ['week', 'month', 'all'] as const;
type Period = (typeof PERIODS)[number];
type Shown = ResultOf<typeof helpersOperation>;

interface Props {
  page: Page;
  leaders: NonNullable<Shown['leaderboard']>;
  categories: Shown['categories'];
  period: Period;
  categoryId: string | null;
  /** Whether the reader wants to stand here; null of guests. */
  listed: boolean | null;
  problem: ProblemParts | null;
}

export function HelpersView({ page, leaders, categories, period, categoryId, listed, problem }: Props) {
  const t = page.texts.helpers;
  const path = (each: Period) => `/helpers?period=${each}${categoryId ? `&category=${categoryId}` : ''}`;
  return (
    <Layout page={page} title={t.title} path={path(period)} hidden>
      <h1>{t.title}</h1>
      <ProblemNotice problem={problem} />
      <p class="intro">{t.intro}</p>
      <nav class="filters" aria-label={t.period}>{PERIODS.map((each) => <a key={each} href={page.href(path(each))} aria-current={each === period ? 'page' : undefined}>{t.periods[each]}</a>)}</nav>
      <form class="helpers-topic" method="get" action={page.href('/helpers')}>
        <input type="hidden" name="period" value={period} />
        <Field name="category" label={t.category}>
          {(control) => <select {...control}><option value="">{t.allCategories}</option>{categories.map(({ id, name }) => <option key={id} value={id} selected={id === categoryId}>{name}</option>)}</select>}
        </Field>
        <button type="submit" class="button button-quiet">{t.show}</button>
      </form>
      {leaders.length === 0 ? <div class="empty"><p>{t.none}</p><p><a class="button" href={page.href('/threads?filter=unanswered')}>{page.texts.people.toUnanswered}</a></p></div> : <Places page={page} leaders={leaders} />}
      {listed !== null && (
        <form class="helpers-listed" method="post" action={page.href('/helpers')}>
          <MutationId page={page} />
          <p>{listed ? t.listed : t.unlisted}</p>
          <button type="submit" class="button button-quiet" name="listed" value={listed ? 'no' : 'yes'}>{listed ? t.takeOff : t.putOn}</button>
        </form>
      )}
    </Layout>
  );
}

function Places({ page, leaders }: Pick<Props, 'page' | 'leaders'>) {
  const t = page.texts.helpers;
  return (
    <table class="standing-rules">
      <caption class="unseen">{t.title}</caption>
      <thead><tr><th scope="col" class="number">{t.place}</th><th scope="col">{t.who}</th><th scope="col" class="number">{t.points}</th></tr></thead>
      <tbody>
        {leaders.map(({ place, points, member }) => member && (
          <tr key={member.id}>
            <td class="number">{place}</td>
            <th scope="row"><MemberName page={page} member={member} name={null} /> <span class="soft">{page.texts.standing.ranks[member.rank]}</span></th>
            <td class="number">{page.texts.number(points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
