import type { Type } from '@nestjs/common';
import type { FieldFault } from './refused.js';

/** What only the database knows to be wrong with an input: whether what it names is there. */
export interface InputCheck {
  /** `faulty`: the fields that were refused already, and whose values may be anything. */
  faultsOf(input: object, faulty: ReadonlySet<string>): Promise<FieldFault[]>;
}

const FURTHER = 'kundig:further-check';

/**
 * Names the check that is asked too once an input is refused by its class, so that a form tells all its faults in one round.
 * The service makes the same check for what its class lets through.
 */
export const CheckedFurther = (check: Type<InputCheck>): ClassDecorator => (input) => Reflect.defineMetadata(FURTHER, check, input);

export function furtherCheckOf(input: object | undefined): Type<InputCheck> | undefined {
  return input && (Reflect.getMetadata(FURTHER, input) as Type<InputCheck> | undefined);
}
