import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { Database } from '#platform/database';
import { Attempts, networkOf } from './attempts.js';
import type { SignInOutcome } from './local.guard.js';
import { passwordMatches } from './password.js';

const LONGEST = 1_000; // beyond any address and password that sign-up takes

/** E-mail and password (Passport's local strategy). Answers the member's key, or false: which of the two was wrong is not said. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
  ) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<Omit<SignInOutcome, 'refused'> | false> {
    // Passport reads the address line, too, and takes what is no text: neither is a sign-in
    if (typeof email !== 'string' || typeof password !== 'string' || (request.body as { email?: unknown } | undefined)?.email !== email) return false;
    if (/\p{Cc}/u.test(email) || email.length > LONGEST || password.length > LONGEST) return false; // no address holds a control character, and PostgreSQL would refuse NUL
    const ip = request.ip ?? '';
    const member = await this.db.one<{ id: string; password_hash: string | null }>(
      'select id, password_hash from member where lower(email) = lower($1)',
      [email.trim()],
    );
    await this.attempts.signIn(ip, email, () => this.hasSignedInFrom(member?.id, networkOf(ip)));
    const matches = await passwordMatches(member?.password_hash, password);
    if (!matches || !member) return false;
    await this.attempts.succeeded(ip, email);
    return { memberId: member.id, compared: member.password_hash };
  }

  private async hasSignedInFrom(memberId: string | undefined, network: string): Promise<boolean> {
    return (await this.db.query('select from session where member_id = $1 and network = $2 limit 1', [memberId ?? null, network])).length > 0;
  }
}
