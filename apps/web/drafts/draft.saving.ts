import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Visit } from '../page/visit.js';
import { isKeptOperation, saveDraftOperation } from './draft.operation.js';

/** Keeps what stands in a form, for the form to begin with the next time. */
@Injectable()
export class DraftSaving {
  constructor(private readonly asking: Asking) {}

  async save({ actor }: Visit, place: string, fields: { name: string; value: string }[]): Promise<ProblemParts | null> {
    return (await this.asking.ask(actor, saveDraftOperation, { input: { place, fields } })).saveDraft.problem;
  }

  /** What was refused when its writer signed in stands in one page alone, which may be closed: it becomes a draft, unless they have one there. */
  async keepRefused(visit: Visit, place: string, fields: { name: string; value: string }[]): Promise<void> {
    const { draft } = await this.asking.ask(visit.actor, isKeptOperation, { place });
    if (!draft) await this.save(visit, place, fields);
  }
}
