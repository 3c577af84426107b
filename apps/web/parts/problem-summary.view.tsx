import { type Child, Html, htmlOf } from '../html/html.js';

/** A field that says what is wrong with it. */
interface WrongField {
  fault: { field: string; message: string };
  id: string;
  label: Child;
}

/** As much of a problem as is told of it. */
export interface Told {
  message: string;
  fields?: { field: string; message: string }[];
}

interface Refusal {
  problem: Told | null;
  wrong: WrongField[];
}

/** What is being made to text right now. Views run one after the other and wait for nothing, so there is one at a time. */
let running: Refusal | null = null;

/** A form on the page was refused. */
export function tellRefused(problem: Told): void {
  if (running) running.problem = problem;
}

/** A field shows its fault. */
export function tellWrong(field: WrongField): void {
  running?.wrong.push(field);
}

/** Runs views, and hears from the forms and fields in them what was refused: it stands above them, and they know where. */
export function heard<Made>(run: () => Made): { made: Made; refusal: Refusal } {
  const [around, refusal]: [Refusal | null, Refusal] = [running, { problem: null, wrong: [] }];
  running = refusal;
  try {
    return { made: run(), refusal };
  } finally {
    running = around;
  }
}

/** What the views that ran so far said; null outside of `heard`. */
export function refusedSoFar(): Refusal | null {
  return running;
}

/** At the head of what was refused, where it is read first and takes the focus: what is wrong, with a way to each field (https://design-system.service.gov.uk/components/error-summary/). */
export function ProblemSummary({ refusal }: { refusal: Refusal | null }) {
  if (!refusal?.problem) return null;
  const { problem, wrong } = refusal;
  const faults = problem.fields ?? [];
  const fieldless = faults.filter(({ field }) => !wrong.some(({ fault }) => fault.field === field || fault.field.split('.')[0] === field.split('.')[0]));
  return (
    <div class="notice notice-problem problem-summary" role="alert" tabindex={-1} autofocus>
      <p><strong>{problem.message}</strong></p>
      {faults.length > 0 && (
        <ul>
          {wrong.map(({ fault, id, label }) => <li key={id}><a href={`#${id}`}>{label}: {fault.message}</a></li>)}
          {fieldless.map(({ field, message }) => <li key={field}>{message}</li>)}
        </ul>
      )}
    </div>
  );
}

/** A form in the middle of a page, to which whoever sent it is led back: what was refused stands at its own head. */
export function WithSummary({ children }: { children: Child }) {
  const { made, refusal } = heard(() => htmlOf(children));
  return <><ProblemSummary refusal={refusal} />{new Html(made)}</>;
}
