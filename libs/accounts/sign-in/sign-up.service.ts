import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import { invalid } from '#platform/graphql';
import { MemberEntity } from '../member/member.entity.js';
import { nameKey } from '../member/name.js';
import { Attempts } from './attempts.js';
import { hashPassword } from './password.js';
import type { SignUpInput } from './sign-up.input.js';

@Injectable()
export class SignUpService {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
  ) {}

  /** A new member; the key. Refuses a name or address that is taken, and too many from one network. */
  async signUp(input: SignUpInput, ip: string): Promise<string> {
    await this.attempts.signUp(ip);
    return this.register(input);
  }

  /** The same without the limit by network: for whoever runs the machine. */
  async register(input: SignUpInput): Promise<string> {
    const name = cleanLine(input.name)!; // the input's class has refused what has no clean form
    const passwordHash = await hashPassword(input.password);
    try {
      const { identifiers } = await this.db.of(MemberEntity).insert({
        name,
        nameKey: nameKey(name),
        email: input.email.trim(),
        passwordHash,
        language: input.language ?? 'en',
      });
      return identifiers[0]!.id as string;
    } catch (error) {
      throw takenField(error) ?? error;
    }
  }
}

/** The unique indexes decide who was first; looking beforehand would let two in at once. */
function takenField(error: unknown): Error | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as { constraint?: string };
  if (constraint === 'member_email_once') return invalid({ field: 'email', code: 'taken' });
  if (constraint === 'member_name_key_key') return invalid({ field: 'name', code: 'taken' });
  return null;
}
