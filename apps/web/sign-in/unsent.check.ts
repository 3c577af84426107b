import { Injectable, type Type } from '@nestjs/common';
import { AnswerInput, AskQuestionInput, CommentInput, type SavedForm, StartDiscussionInput } from '#forum';
import { InputPipe } from '#platform/graphql';
import { refusalOf } from '../address/refusal.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import type { Visit } from '../page/visit.js';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';

const INPUTS: Record<SavedForm, Type<object>> = { ask: AskQuestionInput, discussion: StartDiscussionInput, answer: AnswerInput, comment: CommentInput };

/** What a guest wrote, checked before they sign in: afterwards it may be public at once, and a fault told then comes when they believe to be done. */
@Injectable()
export class UnsentCheck {
  constructor(
    private readonly inputs: InputPipe,
    private readonly warning: PrivateDataWarning,
  ) {}

  /** Why it would be refused, or what in it looks private; null where it can be sent. */
  async problem(visit: Visit, fields: Fields, { form, input }: { form: SavedForm; input: object }): Promise<ProblemParts | null> {
    return (await refusalOf(() => this.inputs.check(INPUTS[form], input), visit.page.language)) ?? this.warning.of(visit, fields);
  }
}
