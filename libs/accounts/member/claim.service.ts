import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { Database, decodeId } from '#platform/database';
import { invalid, notFound } from '#platform/graphql';
import { hashPassword } from '../sign-in/password.js';
import type { ClaimMemberInput } from './member.type.js';

/** Hands an imported account, which has no address, to the person it belongs to: an admin has made sure who that is. */
@Injectable()
export class ClaimService {
  constructor(private readonly db: Database) {}

  async isUnclaimed(key: string): Promise<boolean> {
    return (await this.db.query('select from member where id = $1 and imported_from is not null and email is null', [key])).length > 0;
  }

  /** Gives the account its address and first password. One that has an address already is like one that is not there. */
  async claim(input: ClaimMemberInput): Promise<string> {
    const key = decodeId('member', input.memberId);
    const passwordHash = await hashPassword(input.password);
    try {
      const [claimed] = await this.db.query<{ id: string }>(
        'update member set email = $2, email_verified_at = now(), password_hash = $3 where id = $1 and imported_from is not null and email is null returning id',
        [key, input.email.trim(), passwordHash],
      );
      if (!claimed) throw notFound();
      return claimed.id;
    } catch (error) {
      const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
      throw constraint === 'member_email_once' ? invalid({ field: 'email', code: 'taken' }) : error;
    }
  }
}
