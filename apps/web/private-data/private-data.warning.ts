import { Injectable } from '@nestjs/common';
import { PrivateDataCheck, type PublicText } from '#forum';
import { tellProblem } from '#platform/graphql';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import type { Visit } from '../page/visit.js';

/** The field of a form in which somebody says that what was found shall be public all the same. */
export const CONFIRMATION = 'privateDataConfirmation';

const PUBLIC = /^(?:title|body|reason|text|(?:notice\.)?(?:affected|regions)|fields\..+)$/;

/** The warning for forms that are not sent to the API yet, and the button that puts dots in the place of what was found. */
@Injectable()
export class PrivateDataWarning {
  constructor(private readonly privateData: PrivateDataCheck) {}

  /** What the API would say of it; null: nothing. */
  async of({ actor, page }: Visit, fields: Fields): Promise<ProblemParts | null> {
    const problem = await this.privateData.problem(actor, textsIn(fields), confirmationIn(fields));
    if (!problem) return null;
    const { kind, ...told } = tellProblem(problem, page.language);
    return { __typename: kind, ...told } as ProblemParts;
  }

  /** The form with dots; `before`: what is public already stays. */
  async masked(fields: Fields, before: readonly (string | null)[] = []): Promise<Fields> {
    return { ...fields, ...Object.fromEntries(await this.privateData.masked(textsIn(fields), before)) };
  }
}

/** As a mutation takes it. */
export function confirmationIn(fields: Fields): string | null {
  return fields[CONFIRMATION] || null;
}

function textsIn(fields: Fields): PublicText[] {
  return Object.entries(fields).flatMap(([field, text]) => (PUBLIC.test(field) ? [{ field, text }] : []));
}
