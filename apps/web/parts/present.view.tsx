import type { Child } from '../html/html.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';

interface Props {
  page: Page;
  problem: ProblemParts | null | undefined;
  /** Of this form among several on a page. */
  prefix?: string;
  /** What stands in its fields now, by their labels. */
  lines: readonly (readonly [label: Child, value: Child])[];
}

/** In a form that came too late: what another has made of it meanwhile, to be compared with what was typed, and copied from. */
export function Present({ page, problem, prefix = '', lines }: Props) {
  if (problem?.__typename !== 'Conflict') return null;
  const id = `${prefix}present`;
  return (
    <section class="card present" aria-labelledby={id}>
      <p id={id}><strong>{page.texts.keeping.edit.present}</strong></p>
      <ul>{lines.map(([label, value], at) => <li key={at}>{label}: <span class="present-value">{value || '–'}</span></li>)}</ul>
    </section>
  );
}

/** The version that a form is sent with: once its reader has been shown what stands there now, that one. */
export function basedOnIn(problem: ProblemParts | null | undefined, typed: { basedOn?: string } | null | undefined, now: number): string {
  return problem?.__typename === 'Conflict' ? String(now) : (typed?.basedOn ?? String(now));
}
