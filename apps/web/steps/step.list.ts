import type { ResultOf } from '../graphql/document.js';
import type { stepsOperation } from './steps.operation.js';

/** What there is already, as far as the steps ask. */
export type StepsState = ResultOf<typeof stepsOperation>;
export type StepName = 'name' | 'colours' | 'categories' | 'staff' | 'ways' | 'legal';

export interface Step {
  name: StepName;
  done: boolean;
  /** Where it is done; null: on the page of the steps itself. */
  path: string | null;
}

/** The steps of a fresh community, ticked by what really is there. */
export function stepsOf({ firstSteps, community, categories }: StepsState): Step[] {
  return [
    { name: 'name', done: firstSteps.isNamed, path: '/admin/community' },
    { name: 'colours', done: community.brand !== null, path: '/admin/community#brand' },
    { name: 'categories', done: categories.length > 0, path: null },
    { name: 'staff', done: firstSteps.hasStaff, path: null },
    { name: 'ways', done: community.contactWays.length > 0, path: '/admin/community#ways' },
    { name: 'legal', done: firstSteps.hasLegalPages, path: '/admin/legal' },
  ];
}
