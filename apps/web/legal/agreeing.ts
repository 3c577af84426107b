import { Injectable } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { Fields } from '../page/form.fields.js';
import type { Visit } from '../page/visit.js';
import { agreeToRulesOperation } from './legal.operation.js';

/** The name of the checkbox; its value is the number of the rules that it stands beside. */
export const AGREES = 'agreesToRules';

const LEADS_BACK: ReadonlySet<string> = new Set(['preview', 'look', 'fields', 'mask']); // buttons of a form that send nothing yet

/** Members who have to agree to new house rules do so in the very form they send: what they typed is not sent twice. */
@Injectable()
export class Agreeing {
  constructor(private readonly asking: Asking) {}

  async inForm(visit: Visit, fields: Fields): Promise<void> {
    const number = fields[AGREES] ?? '';
    const { member } = visit.page;
    if (!member?.mustAgree || !/^\d{1,6}$/.test(number)) return;
    if (LEADS_BACK.has(fields['act'] ?? '')) {
      member.ticked = true; // the box comes back as it was; it counts with what is sent
      return;
    }
    const { done } = await this.asking.ask(visit.actor, agreeToRulesOperation, { input: { number: Number(number) } });
    if (done.problem) return; // others are in force by now: the form comes back with those
    member.mustAgree = false;
    visit.actor = visit.actor.agreed();
  }
}
