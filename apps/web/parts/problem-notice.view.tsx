import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Notice } from './notice.view.js';

/** Above a form that was refused: why, in one sentence. The fields say the rest. */
export function ProblemNotice({ problem }: { problem: ProblemParts | null | undefined }) {
  return problem ? <Notice kind="problem"><p>{problem.message}</p></Notice> : null;
}
