import { Injectable } from '@nestjs/common';
import { type SavedForm, SavedSubmissions } from '#forum';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { goTo, type Reply } from '../page/reply.js';
import type { Fields } from '../page/form.fields.js';
import type { Visit } from '../page/visit.js';
import { PrivateDataWarning } from '../private-data/private-data.warning.js';

/** Keeps what somebody may not publish yet because their address is to be verified first. */
@Injectable()
export class Saving {
  constructor(
    private readonly saved: SavedSubmissions,
    private readonly warning: PrivateDataWarning,
  ) {}

  /**
   * Where it was refused for another reason, cannot be kept, or holds private data, the form is shown again with what is `told`.
   * The warning comes before it is saved: once the address is verified, nobody looks at it any more before it is public.
   */
  async keep(visit: Visit, problem: ProblemParts, { form, input }: { form: SavedForm; input: object }, fields: Fields): Promise<{ kept: Reply | null; told: ProblemParts }> {
    if (problem.__typename !== 'NotAllowed' || problem.reason !== 'verify-address') return { kept: null, told: problem };
    const warning = await this.warning.of(visit, fields);
    if (warning) return { kept: null, told: warning };
    return { kept: (await this.saved.save(visit.actor.memberId, form, input)) ? goTo(visit.page.href('/saved')) : null, told: problem };
  }
}
