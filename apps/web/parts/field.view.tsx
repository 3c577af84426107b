import type { Child } from '../html/html.js';
import type { JSX } from '../html/jsx-runtime.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { tellWrong } from './problem-summary.view.js';

interface FieldProps {
  name: string;
  label: Child;
  hint?: Child;
  optional?: string;
  problem?: ProblemParts | null | undefined;
  /** Names that belong to one form among several on a page. */
  prefix?: string;
}

interface ControlProps {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

/** A label, its control, a hint, and what is wrong with what was typed; the summary above the form leads here. */
export function Field({ name, label, hint, optional, problem, prefix = '', children }: FieldProps & { children: (control: ControlProps) => Child }) {
  const id = `${prefix}${name}`;
  const fault = faultOf(problem, name);
  if (fault) tellWrong({ fault, id, label });
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class={fault ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}{optional && <span class="field-optional"> ({optional})</span>}</label>
      {hint && <p class="field-hint" id={`${id}-hint`}>{hint}</p>}
      {children({ id, name, ...(described ? { 'aria-describedby': described } : {}), ...(fault ? { 'aria-invalid': 'true' as const } : {}) })}
      {fault && <p class="field-fault" id={`${id}-fault`}>{fault.message}</p>}
    </div>
  );
}

interface LineProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'datetime-local';
  value?: string | undefined;
  required?: boolean;
  autofocus?: boolean;
  autocomplete?: string;
  autocapitalize?: 'none';
  inputmode?: 'numeric';
  /** The id of a datalist. */
  list?: string;
}

export function LineField({ name, label, hint, optional, problem, prefix, type = 'text', ...input }: LineProps) {
  return <Field {...given({ name, label, hint, optional, problem, prefix })}>{(control) => <input {...({ ...input, type, ...control } as JSX.IntrinsicElements['input'])} />}</Field>;
}

type TextProps = FieldProps & { value: string; rows: number; /** Whether there is room for the buttons that scripts bring along (elements/text-tools.ts). */ tools?: boolean };

export function TextField({ name, label, hint, optional, problem, prefix, value, rows, tools = false }: TextProps) {
  // the first line break behind <textarea> is not part of its text: without one more, a text that begins with one would lose it
  const kept = value.startsWith('\n') || value.startsWith('\r') ? `\n${value}` : value;
  return <Field {...given({ name, label, hint, optional, problem, prefix })}>{(control) => <>{tools && <div class="tools" />}<textarea {...control} rows={rows}>{kept}</textarea></>}</Field>;
}

function given(props: { [Name in keyof FieldProps]: FieldProps[Name] | undefined }): FieldProps {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as unknown as FieldProps;
}

function faultsIn(problem: ProblemParts | null | undefined) {
  return problem?.__typename === 'InvalidInput' ? problem.fields : [];
}

/** `tags.0` is wrong: the field is `tags`. */
function faultOf(problem: ProblemParts | null | undefined, name: string) {
  return faultsIn(problem).find(({ field }) => field === name || field.startsWith(`${name}.`));
}
