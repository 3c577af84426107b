import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { Database } from '#platform/database';
import { Attempts } from './attempts.js';
import { passwordMatches } from './password.js';

/** E-mail and password (Passport's local strategy). Answers the member's key, or false: which of the two was wrong is not said. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
  ) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  async validate(request: Request, email: string, password: string): Promise<{ memberId: string } | false> {
    if (/\p{Cc}/u.test(email)) return false; // no address holds a control character, and PostgreSQL would refuse NUL
    await this.attempts.signIn(request.ip ?? '', email);
    const member = await this.db.one<{ id: string; password_hash: string | null }>(
      'select id, password_hash from member where lower(email) = lower($1)',
      [email.trim().slice(0, 254)],
    );
    const matches = await passwordMatches(member?.password_hash, password.slice(0, 128));
    return matches && member ? { memberId: member.id } : false;
  }
}
