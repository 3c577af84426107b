import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Visit } from '../page/visit.js';
import { saveDraftOperation } from './draft.operation.js';

/** Keeps what stands in a form, for the form to begin with the next time. */
@Injectable()
export class DraftSaving {
  constructor(private readonly asking: Asking) {}

  async save({ actor }: Visit, place: string, fields: { name: string; value: string }[]): Promise<ProblemParts | null> {
    return (await this.asking.ask(actor, saveDraftOperation, { input: { place, fields } })).saveDraft.problem;
  }
}
