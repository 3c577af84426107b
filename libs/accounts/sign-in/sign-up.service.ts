import { Inject, Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Language } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database } from '#platform/database';
import { invalid, Refused } from '#platform/graphql';
import { HouseRules, RUNTIME, type Runtime } from '#platform/runtime';
import { AccountMails } from '../address/account.mails.js';
import { VerificationService } from '../address/verification.service.js';
import { MemberEntity } from '../member/member.entity.js';
import { nameKey } from '../member/name.js';
import { NAME_CONSTRAINTS, Names } from '../names/names.js';
import { nameSkeleton } from '../names/skeleton.js';
import { Attempts } from './attempts.js';
import { hashPassword } from './password.js';
import { SignUpCheck } from './sign-up.check.js';
import type { SignUpInput } from './sign-up.input.js';

export interface SignedUp {
  /** The new member; null where the address had an account already, which only its owner is told. */
  memberId: string | null;
  /** Whether they may go in at once. Not where mails leave and addresses are verified: then every sign-up looks the same. */
  enters: boolean;
}

@Injectable()
export class SignUpService {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly verification: VerificationService,
    private readonly mails: AccountMails,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly names: Names,
    private readonly houseRules: HouseRules,
    private readonly check: SignUpCheck,
  ) {}

  /** A new member. Refuses a name that is taken, and too many from one network; an address that is taken, where no mail can tell its owner. */
  async signUp(input: SignUpInput, ip: string): Promise<SignedUp> {
    await this.attempts.signUp(ip);
    const agreed = this.houseRules.current;
    const faults = await this.check.faultsOf(input, new Set());
    if (faults.length > 0) throw invalid(...faults);
    const { verifyAddresses } = this.runtime.settings;
    const isQuiet = verifyAddresses && this.mails.leave;
    try {
      const passwordHash = await hashPassword(input.password);
      const memberId = await this.db.transaction(async () => {
        const made = await this.insert(input, passwordHash, false, agreed);
        if (verifyAddresses) await this.verification.mailLink(made);
        return made;
      });
      return { memberId, enters: !isQuiet };
    } catch (error) {
      if (!isQuiet || !isTakenAddress(error)) throw error;
      await this.tellOwner(input.email.trim());
      return { memberId: null, enters: false };
    }
  }

  /** By whoever runs the machine: without the limit by network, under any name, and with an address that counts as verified. */
  async register(input: SignUpInput): Promise<string> {
    return this.insert(input, await hashPassword(input.password), true);
  }

  /** Of somebody who was invited, by a link that only they have: without the limit by network, and their address is shown by it. Names of the team are free to them. */
  async join(input: SignUpInput): Promise<string> {
    const agreed = this.houseRules.current;
    const [unagreed] = this.check.agreement(input.rules);
    if (unagreed) throw invalid(unagreed);
    await this.names.check(cleanLine(input.name)!, { id: null, isStaff: true });
    return this.insert(input, await hashPassword(input.password), true, agreed);
  }

  private async tellOwner(email: string): Promise<void> {
    await this.db.transaction(async () => {
      const owner = await this.db.one<{ id: string; email: string; name: string; language: Language }>('select id, email, name, language from member where lower(email) = lower($1)', [email]);
      const hour = new Date().toISOString().slice(0, 13); // whoever signs up with it again and again does not fill its mailbox
      if (owner) await this.mails.send('known', owner, { path: '/sign-in', key: `${owner.id}:${hour}` });
    });
  }

  private async insert(input: SignUpInput, passwordHash: string, verified: boolean, agreed = 0): Promise<string> {
    const name = cleanLine(input.name)!; // the input's class has refused what has no clean form
    try {
      const { identifiers } = await this.db.of(MemberEntity).insert({
        name,
        nameKey: nameKey(name),
        nameSkeleton: nameSkeleton(name),
        email: input.email.trim(),
        passwordHash,
        language: input.language ?? 'en',
        emailVerifiedAt: verified ? new Date() : null,
        ...(agreed > 0 ? { rulesAgreed: agreed, rulesAgreedAt: new Date() } : {}),
      });
      return identifiers[0]!.id as string;
    } catch (error) {
      throw takenField(error) ?? error;
    }
  }
}

function isTakenAddress(error: unknown): boolean {
  return error instanceof Refused && error.problem.kind === 'InvalidInput' && error.problem.fields.some(({ field, code }) => field === 'email' && code === 'taken');
}

/** The unique indexes decide who was first; looking beforehand would let two in at once. */
function takenField(error: unknown): Error | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as { constraint?: string };
  if (constraint === 'member_email_once') return invalid({ field: 'email', code: 'taken' });
  if (NAME_CONSTRAINTS.includes(constraint ?? '')) return invalid({ field: 'name', code: 'taken' });
  return null;
}
