import { Injectable } from '@nestjs/common';
import { cleanLine } from '#platform/content';
import type { FieldFault, InputCheck } from '#platform/graphql';
import { HouseRules } from '#platform/runtime';
import { Names } from '../names/names.js';
import type { SignUpInput } from './sign-up.input.js';

/** What is wrong with a sign-up besides its signs: a name that nobody may take, and house rules that were not agreed to. */
@Injectable()
export class SignUpCheck implements InputCheck {
  constructor(
    private readonly names: Names,
    private readonly houseRules: HouseRules,
  ) {}

  async faultsOf(input: object, faulty: ReadonlySet<string>): Promise<FieldFault[]> {
    const { name, rules } = input as SignUpInput;
    const ofName = faulty.has('name') ? null : await this.names.faultOf(cleanLine(name)!, null); // the input's class has refused what has no clean form
    return [...(ofName ? [ofName] : []), ...this.agreement(rules)];
  }

  /** Nothing where the rules in force were agreed to, or there are none. */
  agreement(rules: string | undefined): FieldFault[] {
    const { current } = this.houseRules;
    return current > 0 && rules !== String(current) ? [{ field: 'rules', code: 'agreement' }] : [];
  }
}
