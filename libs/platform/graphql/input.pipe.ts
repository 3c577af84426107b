import { type ArgumentMetadata, Injectable, type Type, ValidationPipe } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ValidationError } from 'class-validator';
import { furtherCheckOf } from './input.check.js';
import { type FieldCode, type FieldFault, invalid, Refused } from './refused.js';

// what class-validator's own checks mean in our words; our own checks (input.ts) bring their code along
const CODES: Record<string, FieldCode> = {
  isString: 'required',
  isNotEmpty: 'required',
  isDefined: 'required',
  minLength: 'too-short',
  maxLength: 'too-long',
  arrayMaxSize: 'too-many',
};

/** Checks every input against its class before the resolver sees it; the faults leave as InvalidInput. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor(private readonly modules: ModuleRef) {
    super({
      transform: true,
      whitelist: true,
      stopAtFirstError: true,
      exceptionFactory: InputPipe.refusalOf,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      const check = furtherCheckOf(metadata.metatype);
      if (!check || !(error instanceof Refused) || error.problem.kind !== 'InvalidInput') throw error;
      const { fields } = error.problem;
      const faulty = new Set(fields.map(({ field }) => field.split('.')[0]!));
      throw invalid(...fields, ...(await this.modules.get(check, { strict: false }).faultsOf(value as object, faulty)));
    }
  }

  /** The same for what somebody is about to send, the further check included: throws what it would be refused with. */
  async check(metatype: Type<object>, value: object): Promise<void> {
    await this.transform(value, { type: 'body', metatype });
    const further = furtherCheckOf(metatype);
    const faults = further ? await this.modules.get(further, { strict: false }).faultsOf(value, new Set()) : [];
    if (faults.length > 0) throw invalid(...faults);
  }

  /** What class-validator found, as the refusal that people and programs are told. */
  static refusalOf(errors: ValidationError[]): Refused {
    return invalid(...errors.flatMap((error) => faultsOf(error, '')));
  }
}

function faultsOf(error: ValidationError, path: string): FieldFault[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => faultOf(field, name, message));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
}

function faultOf(field: string, name: string, message: string): FieldFault {
  if (message.startsWith('{')) return { field, ...(JSON.parse(message) as { code: FieldCode; limit?: number }) };
  const limit = /\d+/.exec(message)?.[0];
  const code = CODES[name] ?? 'malformed';
  return { field, code, limit: limit && code.startsWith('too') ? Number(limit) : undefined };
}
