import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { InputPipe, Refused, tellProblem } from '#platform/graphql';
import type { Language } from '#platform/access';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';

/** Runs an act and answers why it was refused, as a form shows it; null where it was done. */
export async function refusalOf(act: () => Promise<unknown>, language: Language): Promise<ProblemParts | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { kind, ...told } = tellProblem(error.problem, language);
    return { __typename: kind, ...told } as ProblemParts;
  }
}

/** A form's fields as the input that a service takes, or its refusal. */
export async function checked<Input extends object>(kind: new () => Input, fields: Fields): Promise<Input> {
  const input = plainToInstance(kind, { ...fields });
  const faults = await validate(input, { stopAtFirstError: true, whitelist: true });
  if (faults.length > 0) throw InputPipe.refusalOf(faults);
  return input;
}
