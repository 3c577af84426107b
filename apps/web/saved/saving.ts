import { Injectable } from '@nestjs/common';
import { type SavedForm, SavedSubmissions } from '#forum';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Visit } from '../page/visit.js';

/** Keeps what somebody may not publish yet because their address is to be verified first. */
@Injectable()
export class Saving {
  constructor(private readonly saved: SavedSubmissions) {}

  /** Null where it was refused for another reason, or cannot be kept: then the form is shown again. */
  async keep({ actor, page }: Visit, problem: ProblemParts, form: SavedForm, input: object): Promise<Reply | null> {
    if (problem.__typename !== 'NotAllowed' || problem.reason !== 'verify-address') return null;
    return (await this.saved.save(actor.memberId, form, input)) ? goTo(page.href('/saved')) : null;
  }
}
