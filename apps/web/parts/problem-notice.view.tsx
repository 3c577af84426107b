import { type Told, tellRefused } from './problem-summary.view.js';

/** In a form that was refused: why. It is shown at the head of the page, or of the part of it to which whoever sent the form is led back. */
export function ProblemNotice({ problem }: { problem: Told | null | undefined }) {
  if (problem) tellRefused(problem);
  return null;
}
